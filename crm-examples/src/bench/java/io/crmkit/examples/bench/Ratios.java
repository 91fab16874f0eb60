package io.crmkit.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks and prints ours beside the floor, as a table for the documentation. */
public final class Ratios {
  private static final String FLOOR = "Floor";

  private Ratios() {}

  /** Takes the arguments of JMH, or the word cpu. */
  public static void main(String[] args)
      throws CommandLineOptionException, IOException, RunnerException {
    if (args.length == 1 && args[0].equals("cpu")) {
      new CpuRatios().measure();
      return;
    }
    CommandLineOptions options = new CommandLineOptions(args);
    Runner runner = new Runner(options);
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldList()) {
      runner.list();
    } else {
      print(runner.run(), System.out);
    }
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      scores.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
    }
    out.println();
    out.println("| work | crmkit, µs | floor, µs | ratio |");
    out.println("|---|---:|---:|---:|");
    scores.forEach(
        (name, score) -> {
          Double floor = scores.get(name + FLOOR);
          if (floor != null) {
            out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f | %.2f |%n", name, score, floor, score / floor);
          }
        });
  }
}

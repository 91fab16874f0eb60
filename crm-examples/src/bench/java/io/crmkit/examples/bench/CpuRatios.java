package io.crmkit.examples.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Ours beside the floor in time of the processor instead of time on the wall, in turns: for a
 * machine that does other things as well. Time of the thread leaves out what the collector does,
 * which time of the process has in it.
 */
final class CpuRatios {
  private static final int ROUNDS = 7;
  private static final int WRITES = 300_000;
  private static final int READS = 300_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final com.sun.management.OperatingSystemMXBean process =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<String, double[][]> times = new LinkedHashMap<>();
  private volatile Object last = this;

  void measure() {
    for (int round = 0; round < ROUNDS; round++) {
      write("create", round, benchmark -> benchmark::create);
      write("createFloor", round, benchmark -> benchmark::createFloor);
      write("stageChange", round, benchmark -> benchmark::stageChange);
      write("stageChangeFloor", round, benchmark -> benchmark::stageChangeFloor);
    }
    Million data = new Million();
    data.fill();
    ReadBenchmark reads = new ReadBenchmark();
    for (int round = 0; round < ROUNDS; round++) {
      time("pointRead", round, READS, () -> reads.pointRead(data));
      time("pointReadFloor", round, READS, () -> reads.pointReadFloor(data));
      time("narrowPage", round, READS / 3, () -> reads.narrowPage(data));
      time("narrowPageFloor", round, READS / 100, () -> reads.narrowPageFloor(data));
      time("broadPage", round, READS / 3, () -> reads.broadPage(data));
      time("broadPageFloor", round, READS / 3, () -> reads.broadPageFloor(data));
    }
    LargeBenchmark large = new LargeBenchmark();
    large.list(data);
    for (int round = 0; round < ROUNDS; round++) {
      time("pageFromADay", round, READS / 3, () -> large.pageFromADay(data));
      time("pageFromADayFloor", round, READS / 3, () -> large.pageFromADayFloor(data));
      time("addCustomer", round, READS / 3, () -> large.addCustomer(data));
      time("addCustomerFloor", round, READS / 3, () -> large.addCustomerFloor(data));
      time("moveDeal", round, READS / 3, () -> large.moveDeal(data));
      time("moveDealFloor", round, READS / 3, () -> large.moveDealFloor(data));
      time("openDeal", round, READS / 3, () -> large.openDeal(data));
      time("openDealFloor", round, READS / 3, () -> large.openDealFloor(data));
    }
    data.close();
    print();
  }

  private interface Verb {
    Supplier<Object> of(WriteBenchmark benchmark);
  }

  private void write(String name, int round, Verb verb) {
    WriteBenchmark benchmark = new WriteBenchmark();
    benchmark.open();
    System.gc(); // what the round before left is not this one's
    time(name, round, WRITES, verb.of(benchmark));
    benchmark.close();
  }

  private void time(String name, int round, int count, Supplier<Object> work) {
    long ofThread = threads.getCurrentThreadCpuTime();
    long ofProcess = process.getProcessCpuTime();
    for (int i = 0; i < count; i++) {
      last = work.get();
    }
    double[][] its = times.computeIfAbsent(name, n -> new double[2][ROUNDS]);
    its[0][round] = (threads.getCurrentThreadCpuTime() - ofThread) / 1e3 / count;
    its[1][round] = (process.getProcessCpuTime() - ofProcess) / 1e3 / count;
  }

  private void print() {
    System.out.println("| work | crmkit, µs | floor, µs | ratio | with the collector |");
    System.out.println("|---|---:|---:|---:|---:|");
    times.forEach(
        (name, ours) -> {
          double[][] floor = times.get(name + "Floor");
          if (floor != null) {
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %.1f |%n",
                name,
                median(ours[0]),
                median(floor[0]),
                median(ours[0]) / median(floor[0]),
                median(ours[1]) / median(floor[1]));
          }
        });
  }

  /** The median of the rounds behind the first two, in which the code is compiled. */
  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, 2, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}

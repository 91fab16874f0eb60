package io.crmkit.examples.bench.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run is about.
 *
 * @param engines the databases
 * @param rows how many opportunities there are
 * @param imported how many customers, each with a contact, an import brings
 * @param rounds how often each side has its turn
 * @param sliceMillis how long a turn of the floor is; every side does as many operations
 * @param warmUpMillis for how long each side works before it is measured
 * @param latencies the latencies of the network, in milliseconds
 * @param works what is measured
 * @param sides who is measured besides the floor
 */
record Options(
    List<Engine> engines,
    int rows,
    int imported,
    int rounds,
    int sliceMillis,
    int warmUpMillis,
    List<Double> latencies,
    List<Work> works,
    List<String> sides) {
  private static final String USAGE =
      "--engines h2,postgresql,mariadb --rows 1000000 --import 100000 --rounds 11 --slice 200"
          + " --warm-up 3000 --latency 0,0.5 --only create,stage --sides crmkit,one-trip,hibernate";

  static Options of(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length || !USAGE.contains(args[i] + " ")) {
        throw new IllegalArgumentException("use " + USAGE);
      }
      given.put(args[i].substring(2), args[i + 1]);
    }
    return new Options(
        list(given.getOrDefault("engines", "h2,postgresql")).stream().map(Options::engine).toList(),
        Integer.parseInt(given.getOrDefault("rows", "1000000")),
        Integer.parseInt(given.getOrDefault("import", "100000")),
        Integer.parseInt(given.getOrDefault("rounds", "11")),
        Integer.parseInt(given.getOrDefault("slice", "200")),
        Integer.parseInt(given.getOrDefault("warm-up", "3000")),
        list(given.getOrDefault("latency", "0,0.5")).stream().map(Double::valueOf).toList(),
        works(given.getOrDefault("only", "")),
        list(given.getOrDefault("sides", "crmkit,one-trip,hibernate")));
  }

  private static List<String> list(String text) {
    return List.of(text.split(","));
  }

  private static Engine engine(String name) {
    return Engine.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static List<Work> works(String text) {
    if (text.isEmpty()) {
      return List.of(Work.values());
    }
    List<Work> works = new ArrayList<>();
    for (Work work : Work.values()) {
      if (list(text).contains(work.word())) {
        works.add(work);
      }
    }
    if (works.size() != list(text).size()) {
      throw new IllegalArgumentException(
          text + ": known are " + List.of(Work.values()).stream().map(Work::word).toList());
    }
    return works;
  }
}

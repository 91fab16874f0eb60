package io.crmkit.exchange;

import io.crmkit.exchange.ImportReport.Repairs;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows, and keeps the first of what is to be told about them. */
final class Tally {
  /** How many characters of rejected rows are kept at the most. */
  private static final long MOST_CHARACTERS = 1 << 25;

  final Columns columns;
  final Charset charset;
  final boolean dry;
  long read;
  long imported;
  long repaired;
  long rejected;
  long problemCount;
  private long characters;
  private int repairsKept;
  private final List<ImportProblem> problems = new ArrayList<>();
  private final List<ImportRow> rejectedRows = new ArrayList<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> repairCounts = new LinkedHashMap<>();
  private final Map<String, List<RepairedValue>> repairs = new LinkedHashMap<>();

  Tally(Columns columns, Charset charset, boolean dry, Collection<String> rules) {
    this.columns = columns;
    this.charset = charset;
    this.dry = dry;
    for (String rule : rules) {
      repairCounts.put(rule, 0L);
      repairs.put(rule, new ArrayList<>());
    }
  }

  void imported(ImportRow row) {
    imported++;
    if (row.outcome() != null) {
      outcomes.merge(row.outcome(), 1L, Long::sum);
    }
    if (!row.repairs().isEmpty()) {
      repaired++;
    }
    for (RepairedValue value : row.repairs()) {
      repairCounts.merge(value.rule(), 1L, Long::sum);
      if (repairsKept < ImportReport.DETAILS) {
        repairs.computeIfAbsent(value.rule(), rule -> new ArrayList<>()).add(value);
        repairsKept++;
      }
    }
  }

  void rejected(ImportRow row) {
    rejected++;
    for (ImportProblem problem : row.problems()) {
      problemCount++;
      if (problems.size() < ImportReport.DETAILS) {
        problems.add(problem);
      }
    }
    characters += row.original().stream().mapToLong(String::length).sum();
    if (rejectedRows.size() < ImportReport.DETAILS && characters <= MOST_CHARACTERS) {
      rejectedRows.add(row);
    }
  }

  List<ImportProblem> problems() {
    List<ImportProblem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingLong(ImportProblem::line));
    return Collections.unmodifiableList(sorted);
  }

  List<ImportRow> rejectedRows() {
    return rejectedRows;
  }

  Map<String, Long> outcomes() {
    return Collections.unmodifiableMap(outcomes);
  }

  Map<String, Repairs> repairs() {
    Map<String, Repairs> all = new LinkedHashMap<>();
    repairCounts.forEach(
        (rule, count) ->
            all.put(rule, new Repairs(rule, count, repairs.getOrDefault(rule, List.of()))));
    return Collections.unmodifiableMap(all);
  }
}

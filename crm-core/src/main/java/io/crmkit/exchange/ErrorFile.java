package io.crmkit.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of rejected rows as they were, with what to correct. */
final class ErrorFile implements Closeable {
  static final String LINE = "import_line";
  static final String PROBLEM = "import_problem";
  static final String REMEDY = "import_remedy";
  static final String SURPLUS = "import_surplus";

  /** The columns that are added; where the rejected file has them already, they are replaced. */
  static final List<String> ADDED = List.of(LINE, PROBLEM, REMEDY, SURPLUS);

  private final CsvSink sink;
  private final List<String> columns;
  private final char delimiter;
  private final Locale locale;

  private ErrorFile(CsvSink sink, List<String> columns, char delimiter, Locale locale) {
    this.sink = sink;
    this.columns = columns;
    this.delimiter = delimiter;
    this.locale = locale;
  }

  static ErrorFile create(Path file, CsvFormat format, List<String> columns, Locale locale)
      throws IOException {
    List<String> header =
        Stream.concat(columns.stream().filter(name -> !ADDED.contains(name)), ADDED.stream())
            .toList();
    CsvSink sink = CsvSink.create(file, format, header);
    return new ErrorFile(sink, columns, format.delimiterToWrite(), locale);
  }

  void add(ImportRow row) {
    List<String> values = row.original();
    for (int i = 0; i < columns.size(); i++) {
      if (!ADDED.contains(columns.get(i))) {
        sink.text(i < values.size() ? values.get(i) : "");
      }
    }
    List<String> surplus =
        values.size() > columns.size() ? values.subList(columns.size(), values.size()) : List.of();
    List<String> problems = new ArrayList<>();
    for (ImportProblem problem : row.problems()) {
      String column = problem.column().map(name -> name + ": ").orElse("");
      problems.add(column + problem.reason(locale));
    }
    sink.text(String.valueOf(row.line()))
        .text(String.join("\n", problems))
        .text(
            row.problems().stream()
                .map(problem -> problem.remedy(locale))
                .filter(remedy -> !remedy.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n")))
        .text(String.join(String.valueOf(delimiter), surplus))
        .endRow();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}

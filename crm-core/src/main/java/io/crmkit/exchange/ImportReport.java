package io.crmkit.exchange;

import io.crmkit.kernel.error.CrmException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of a file: each one read was either imported or rejected. Immutable.
 *
 * <p>Counts are exact; of problems, rejected rows and repaired values the first 10,000 each are
 * kept.
 */
public final class ImportReport {
  /** How many problems, rejected rows and repaired values are kept. */
  public static final int DETAILS = 10_000;

  /**
   * What one repair did.
   *
   * @param rule the name of the repair
   * @param count how many values of imported rows it mended
   * @param first the first of them, see {@link ImportReport#DETAILS}
   */
  public record Repairs(String rule, long count, List<RepairedValue> first) {
    /** Copies the list. */
    public Repairs {
      first = List.copyOf(first);
    }

    /** How many values are not in {@link #first}. */
    public long more() {
      return count - first.size();
    }
  }

  private final Tally tally;
  private final CsvFormat format;
  private final @Nullable CrmException failure;

  ImportReport(Tally tally, CsvFormat format, @Nullable CrmException failure) {
    this.tally = tally;
    this.format = format;
    this.failure = failure;
  }

  /** What messages call the file. */
  public String file() {
    return tally.columns.file();
  }

  /** The charset the file was read in, declared or found out. */
  public Charset charset() {
    return tally.charset;
  }

  /** True where nothing was written in any case. */
  public boolean dryRun() {
    return tally.dry;
  }

  /** How many rows were read; those without any value, which are skipped, do not count. */
  public long rowsRead() {
    return tally.read;
  }

  /** How many rows are in; in a dry run, would be. */
  public long imported() {
    return tally.imported;
  }

  /** How many of the imported rows were repaired. */
  public long repaired() {
    return tally.repaired;
  }

  /** How many rows were rejected. */
  public long rejected() {
    return tally.rejected;
  }

  /** How many imported rows came out how, by the names that {@link ImportRow#outcome} was given. */
  public Map<String, Long> outcomes() {
    return tally.outcomes();
  }

  /** What is wrong with the rejected rows, by line; the first of them, see {@link #DETAILS}. */
  public List<ImportProblem> problems() {
    return tally.problems();
  }

  /** How many problems there are, those that are not in {@link #problems} included. */
  public long problemCount() {
    return tally.problemCount;
  }

  /** What each repair did, by its name, in the order they were declared in. */
  public Map<String, Repairs> repairs() {
    return tally.repairs();
  }

  /**
   * Why the import ended before the end of the file: the file cannot be read on, or the store
   * failed. What is reported as imported is in nevertheless.
   */
  public Optional<CrmException> failure() {
    return Optional.ofNullable(failure);
  }

  /** True where the whole file was read and no row was rejected. */
  public boolean isComplete() {
    return failure == null && tally.rejected == 0;
  }

  /**
   * This report, where the file was read to its end.
   *
   * @throws CrmException the {@link #failure}
   */
  public ImportReport orThrow() {
    if (failure != null) {
      throw failure;
    }
    return this;
  }

  /**
   * Writes the rejected rows as they stood in the file, with what to correct, in English; see
   * {@link #writeErrors(Path, Locale)}.
   */
  public void writeErrors(Path file) throws IOException {
    writeErrors(file, Locale.ENGLISH);
  }

  /**
   * Writes the rejected rows as they stood in the file, so that they can be corrected and exactly
   * they be imported again. Four columns are added: {@code import_line}, {@code import_problem},
   * {@code import_remedy} and {@code import_surplus} for values behind the last column.
   *
   * @param locale the language of problems and remedies
   * @throws CsvException where not all rejected rows were kept; name the file by {@link
   *     CsvImport#errorsTo} before the import then
   * @throws IOException if the file cannot be written
   */
  public void writeErrors(Path file, Locale locale) throws IOException {
    if (tally.rejectedRows().size() < tally.rejected) {
      throw CsvException.of(
          "import.errors_not_kept", file(), 0, tally.rejected, tally.rejectedRows().size());
    }
    List<ImportRow> rows = new ArrayList<>(tally.rejectedRows());
    rows.sort((a, b) -> Long.compare(a.line(), b.line()));
    try (ErrorFile errors = ErrorFile.create(file, format, tally.columns.names(), locale)) {
      rows.forEach(errors::add);
    }
  }

  /** The counts in one line, in English. */
  @Override
  public String toString() {
    StringJoiner line = new StringJoiner(", ");
    line.add(file() + ": " + rowsRead() + " rows read");
    line.add(imported() + (dryRun() ? " would be imported" : " imported"));
    line.add(repaired() + " of them repaired");
    line.add(rejected() + " rejected");
    if (failure != null) {
      line.add("ended early: " + failure.getMessage());
    }
    return line.toString();
  }
}

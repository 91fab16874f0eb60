package io.crmkit.exchange;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Imports the rows of a CSV file through the verbs of features, and accounts for every row.
 *
 * <pre>{@code
 * ImportReport report =
 *     CsvImport.of(file)
 *         .columns("account", "employees")
 *         .repair("account", "account alias", Repair.alias(Map.of("Acme Corp", "Acme Corporation")))
 *         .key("account")
 *         .run(
 *             session.workspace(),
 *             (work, row) -> {
 *               Cell<String> name = row.text("account").required();
 *               Cell<Long> employees = row.integer("employees");
 *               new Customers(work)
 *                   .create(
 *                       c ->
 *                           c.set(Customer.NAME, name.value())
 *                               .setOrClear(Customer.EMPLOYEES, employees.orNull()));
 *             });
 * }</pre>
 *
 * <p>A batch of rows is one unit of work, and each row a part of it: a row that fails leaves
 * nothing and is reported with everything that is wrong with it, the others are imported. Where the
 * batch cannot be committed, it is begun anew with each row in a unit of its own, so that exactly
 * the guilty rows are rejected. Within a unit of the host's all rows join that unit, and what only
 * its commit refuses, it refuses for all of them.
 *
 * <p>A builder; not thread-safe. Memory is bounded except by {@link #key}.
 */
public final class CsvImport {
  /** One repair of one column. */
  record Rule(String column, String name, Repair repair) {}

  private final CsvInput input;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> byField = new LinkedHashMap<>();
  private CsvFormat format = CsvFormat.standard();
  private List<String> key = List.of();
  private Consumer<ImportProgress> progress = done -> {};
  private @Nullable Path errors;
  private Locale errorLocale = Locale.ENGLISH;
  private int batch = 500;
  private boolean dry;

  private CsvImport(CsvInput input) {
    this.input = input;
  }

  /** Imports a file. */
  public static CsvImport of(Path file) {
    return new CsvImport(CsvInput.of(file));
  }

  /**
   * Imports a stream, which is closed afterwards.
   *
   * @param name what messages call it
   */
  public static CsvImport of(InputStream stream, String name) {
    return new CsvImport(CsvInput.of(stream, name));
  }

  /** How the file is written; {@link CsvFormat#standard()} unless said. */
  public CsvImport format(CsvFormat how) {
    format = how;
    return this;
  }

  /** The columns that the file has to have; it may have others. */
  public CsvImport columns(String... names) {
    columns.addAll(Arrays.asList(names));
    return this;
  }

  /**
   * Mends the values of a column before anything else sees them. Several repairs of one column are
   * applied in order.
   *
   * @param name what the report calls it
   */
  public CsvImport repair(String column, String name, Repair repair) {
    columns.add(column);
    rules.add(new Rule(column, name, repair));
    return this;
  }

  /**
   * Says that the values of these columns together name a row: a row without one of them, or with
   * those of a row before it, is rejected. The keys of the whole file are kept in memory.
   */
  public CsvImport key(String... names) {
    columns.addAll(Arrays.asList(names));
    key = List.of(names);
    return this;
  }

  /** Says which column a field is filled from, so that what is wrong with it names the column. */
  public CsvImport fills(String column, Field<?, ?> field) {
    byField.put(field.type().name() + '.' + field.name(), column);
    return this;
  }

  /** Hears how far the import has come, after each batch and at the end. */
  public CsvImport progress(Consumer<ImportProgress> listener) {
    progress = listener;
    return this;
  }

  /** How many rows one unit of work takes; 500 unless said. */
  public CsvImport batch(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("batch " + rows + ": at least 1");
    }
    batch = rows;
    return this;
  }

  /**
   * Writes rejected rows to this file while they come up, however many there are; see {@link
   * ImportReport#writeErrors(Path, Locale)}. The file is made also where no row is rejected.
   */
  public CsvImport errorsTo(Path file, Locale locale) {
    errors = file;
    errorLocale = locale;
    return this;
  }

  /**
   * Does everything and commits nothing. Each batch is rehearsed by itself and sees nothing of the
   * batches before it: what is taken twice within the file but in different batches does not show,
   * unless declared by {@link #key}.
   */
  public CsvImport dryRun() {
    dry = true;
    return this;
  }

  boolean isDryRun() {
    return dry;
  }

  /**
   * Imports the file.
   *
   * @param where in whose name, as a rule the workspace of a session
   * @param handler makes records of one row
   * @return what became of every row
   * @throws CsvException where the header cannot be read or a column is missing; nothing was done
   * @throws IOException where the file cannot be read, or the file of errors not be written; what
   *     was imported up to then is in
   */
  public ImportReport run(Workspace where, RowHandler handler) throws IOException {
    return run(where, opened -> BatchHandler.of(handler));
  }

  ImportReport run(Workspace where, BatchHandler.Maker maker) throws IOException {
    try (CsvSource source = input.open(format)) {
      Columns header =
          new Columns(source.file(), source.headerLine(), source.header(), Map.copyOf(byField));
      header.require(columns);
      CsvFormat errorFormat =
          CsvFormat.standard().delimiter(source.delimiter()).guarded(format.isGuarded());
      BatchHandler handler = maker.make(header);
      Tally tally =
          new Tally(header, source.charset(), dry, rules.stream().map(Rule::name).toList());
      try (ErrorFile errorFile =
          errors == null
              ? null
              : ErrorFile.create(errors, errorFormat, header.names(), errorLocale)) {
        RowSource rows =
            new RowSource(source, header, List.copyOf(rules), key.isEmpty() ? handler.key() : key);
        ImportRun run = new ImportRun(where, handler, tally, errorFile, batch);
        return new ImportReport(
            tally, errorFormat, run.all(rows, () -> progress.accept(progress(source, tally))));
      }
    }
  }

  private ImportProgress progress(CsvSource source, Tally tally) {
    return new ImportProgress(
        tally.read, tally.imported, tally.rejected, source.bytesRead(), input.size());
  }
}

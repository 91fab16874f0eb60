package io.crmkit.exchange;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Imports records of any type from a CSV file: columns fill fields, and match fields decide whether
 * a row is a new record or one that is there.
 *
 * <pre>{@code
 * ImportReport report =
 *     RecordImport.of(file, Customer.TYPE)
 *         .column("Company", Customer.NAME)
 *         .column("Number", Customer.EXTERNAL_ID)
 *         .reference("Parent", Customer.PARENT, Customer.EXTERNAL_ID)
 *         .upsert(Customer.EXTERNAL_ID)
 *         .run(session.workspace());
 * }</pre>
 *
 * <p>Values are read in the text form of the field's kind and in others that mean the same in every
 * country. An empty cell removes the value; of a new record the default is due where a value has to
 * be given. Only records that the actor may see are matched and referred to. Everything else, from
 * batches to the report, is as in {@link CsvImport}; {@link ImportReport#outcomes} counts {@code
 * created}, {@code updated}, {@code unchanged} and {@code skipped}.
 *
 * <p>A builder; not thread-safe.
 *
 * @param <E> the record type
 */
public final class RecordImport<E extends Entity<E>> {
  private final CsvImport rows;
  private final RecordPlan<E> plan;

  private RecordImport(CsvImport rows, EntityType<E> type) {
    this.rows = rows;
    this.plan = new RecordPlan<>(type);
  }

  /** Imports a file. */
  public static <E extends Entity<E>> RecordImport<E> of(Path file, EntityType<E> type) {
    return new RecordImport<>(CsvImport.of(file), type);
  }

  /**
   * Imports a stream, which is closed afterwards.
   *
   * @param name what messages call it
   */
  public static <E extends Entity<E>> RecordImport<E> of(
      InputStream stream, String name, EntityType<E> type) {
    return new RecordImport<>(CsvImport.of(stream, name), type);
  }

  /** Fills a field from a column; a reference by identity. */
  public <T> RecordImport<E> column(String column, Field<E, T> field) {
    plan.add(column, layout -> RecordPlan.filling(column, field));
    return this;
  }

  /**
   * Fills a field from a column that is written in a form of its own.
   *
   * @param reader reads a text that is not blank; an {@link IllegalArgumentException} or {@link
   *     java.time.DateTimeException} says that it cannot be read
   */
  public <T> RecordImport<E> column(String column, Field<E, T> field, Function<String, T> reader) {
    plan.add(column, layout -> new ValueFilling<>(column, field, reader));
    return this;
  }

  /** Fills a field that is known by name, such as a custom one. */
  public RecordImport<E> column(String column, String field) {
    plan.add(column, layout -> RecordPlan.filling(column, layout.field(plan.type(), field)));
    return this;
  }

  /**
   * Fills a reference from a column that names the other record by one of its fields. A record of
   * the same type may come later in the file.
   */
  public <X extends Entity<X>, T> RecordImport<E> reference(
      String column, RefField<E, X> field, Field<X, T> by) {
    plan.add(column, layout -> new ReferenceFilling<>(column, field, by));
    return this;
  }

  /**
   * Fills fields from all other columns by their headings: the name of a field or its label in
   * English or Chinese, or {@code reference.field} for a record that is named by a field of its
   * own. A column that fits no field is refused unless it is {@linkplain #ignore ignored}.
   */
  public RecordImport<E> mapHeader() {
    plan.mapHeader();
    return this;
  }

  /** Leaves columns out that {@link #mapHeader} would map or refuse. */
  public RecordImport<E> ignore(String... columns) {
    plan.ignore(Arrays.asList(columns));
    return this;
  }

  /** Makes a new record of each row; so unless said otherwise. */
  public RecordImport<E> insert() {
    plan.mode(RecordPlan.Mode.INSERT, List.of());
    return this;
  }

  /**
   * Changes the record that has the row's values in these fields; without any, the record whose
   * identity is in the column {@code id}, which must be in the version that the column {@code
   * version} says if there is one. A row without such a record is rejected.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final RecordImport<E> update(Field<E, ?>... match) {
    plan.mode(RecordPlan.Mode.UPDATE, List.of(match));
    return this;
  }

  /** Changes the record that has the row's values in these fields, or makes it. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final RecordImport<E> upsert(Field<E, ?> first, Field<E, ?>... more) {
    plan.mode(RecordPlan.Mode.UPSERT, RecordPlan.list(first, more));
    return this;
  }

  /** Makes a record unless there is one that has the row's values in these fields. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final RecordImport<E> skip(Field<E, ?> first, Field<E, ?>... more) {
    plan.mode(RecordPlan.Mode.SKIP, RecordPlan.list(first, more));
    return this;
  }

  /** How the file is written, see {@link CsvImport#format}. */
  public RecordImport<E> format(CsvFormat how) {
    rows.format(how);
    return this;
  }

  /** Mends the values of a column, see {@link CsvImport#repair}. */
  public RecordImport<E> repair(String column, String name, Repair repair) {
    rows.repair(column, name, repair);
    return this;
  }

  /** Hears how far the import has come, see {@link CsvImport#progress}. */
  public RecordImport<E> progress(Consumer<ImportProgress> listener) {
    rows.progress(listener);
    return this;
  }

  /** How many rows one unit of work takes, see {@link CsvImport#batch}. */
  public RecordImport<E> batch(int size) {
    rows.batch(size);
    return this;
  }

  /** Writes rejected rows to a file while they come up, see {@link CsvImport#errorsTo}. */
  public RecordImport<E> errorsTo(Path file, Locale locale) {
    rows.errorsTo(file, locale);
    return this;
  }

  /** Does everything and commits nothing, see {@link CsvImport#dryRun}. */
  public RecordImport<E> dryRun() {
    rows.dryRun();
    return this;
  }

  /**
   * Imports the file.
   *
   * @param where in whose name, as a rule the workspace of a session
   * @return what became of every row
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not import records of
   *     the type
   * @throws CsvException where the header cannot be read or does not fit the type; nothing was done
   * @throws IOException where a file cannot be read or written
   */
  public ImportReport run(Workspace where) throws IOException {
    where.require(Operation.IMPORT, plan.type());
    return rows.run(where, columns -> plan.handler(columns, where.naming(), rows.isDryRun()));
  }
}

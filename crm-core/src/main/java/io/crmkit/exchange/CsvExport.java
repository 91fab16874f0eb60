package io.crmkit.exchange;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.work.Query;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exports the records of a query to a CSV file from which {@link RecordImport} reads the same
 * again.
 *
 * <pre>{@code
 * CsvExport.of(session.customers().where(Customer.LEVEL.is("A"))).identity().to(file);
 * }</pre>
 *
 * <p>Values are written in the text form of the field's kind. Records are read one by one in
 * bounded memory, in one state: that of the unit of work that the query belongs to, else of the
 * moment the export begins. A builder; not thread-safe.
 *
 * @param <E> the record type
 */
public final class CsvExport<E extends Entity<E>> {
  private final Query<E> query;
  private @Nullable List<Field<E, ?>> fields;
  private CsvFormat format = CsvFormat.standard();
  private @Nullable Locale labels;
  private boolean identity;

  private CsvExport(Query<E> query) {
    this.query = query;
  }

  /** Exports every declared and custom field that the actor may read. */
  public static <E extends Entity<E>> CsvExport<E> of(Query<E> query) {
    return new CsvExport<>(query);
  }

  /** Exports these fields, in this order. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final CsvExport<E> fields(Field<E, ?>... some) {
    fields = List.of(some);
    return this;
  }

  /** Leaves out the fields that no import can fill since only the verbs of a feature do. */
  public CsvExport<E> importable() {
    fields = chosen().stream().filter(field -> !field.managed()).toList();
    return this;
  }

  /**
   * Puts the columns {@code id} and {@code version} in front, by which {@link RecordImport#update}
   * finds the records again and sees that nobody else has changed them.
   */
  public CsvExport<E> identity() {
    identity = true;
    return this;
  }

  /** Heads the columns by the labels of the fields instead of their names. */
  public CsvExport<E> labels(Locale locale) {
    labels = locale;
    return this;
  }

  /** How to write the file; {@link CsvFormat#standard()} unless said. */
  public CsvExport<E> format(CsvFormat how) {
    format = how;
    return this;
  }

  /**
   * Writes a file. It is written under another name beside and moved there once it is complete, so
   * what was there before stays where anything fails.
   *
   * @return how many records were written
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not read a field
   * @throws CsvException where a text cannot be written in the charset
   * @throws IOException where the file cannot be written
   */
  public long to(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = Files.createTempFile(whole.getParent(), "." + whole.getFileName(), ".part");
    try {
      long written;
      try (OutputStream out = Files.newOutputStream(part)) {
        written = write(out, String.valueOf(whole.getFileName()));
      }
      move(part, whole);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @return how many records were written
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not read a field
   * @throws CsvException where a text cannot be written in the charset
   * @throws IOException where the stream cannot be written to
   */
  public long to(OutputStream out) throws IOException {
    return write(out, query.type().name());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<Field<E, ?>> chosen() {
    return fields == null ? query.readableFields() : fields;
  }

  private long write(OutputStream out, String name) throws IOException {
    List<Field<E, ?>> columns = columns();
    columns.forEach(query::requireReadable);
    OutputStream kept =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() throws IOException {
            out.flush();
          }
        };
    try (CsvSink sink = CsvSink.to(kept, name, format, headings(columns))) {
      return query.leaving().stream(records -> write(sink, records.iterator(), columns));
    } catch (UncheckedIOException full) {
      throw full.getCause();
    }
  }

  private static <E extends Entity<E>> long write(
      CsvSink sink, Iterator<E> records, List<Field<E, ?>> columns) {
    long written = 0;
    for (; records.hasNext(); written++) {
      E record = records.next();
      for (Field<E, ?> field : columns) {
        write(sink, record, field);
      }
      sink.endRow();
    }
    return written;
  }

  private List<Field<E, ?>> columns() {
    List<Field<E, ?>> columns = new ArrayList<>();
    EntityType<E> type = query.type();
    if (identity) {
      for (String system : List.of(RecordPlan.ID, RecordPlan.VERSION)) {
        Field<E, ?> field = type.field(system);
        if (field != null) {
          columns.add(field);
        }
      }
    }
    for (Field<E, ?> field : chosen()) {
      if (!columns.contains(field)) {
        columns.add(field);
      }
    }
    return columns;
  }

  /** Labels where they are wanted and tell the columns apart, else names. */
  private List<String> headings(List<Field<E, ?>> columns) {
    Locale language = labels;
    Set<String> taken = new HashSet<>();
    columns.forEach(field -> taken.add(field.name()));
    List<String> headings = new ArrayList<>();
    for (Field<E, ?> field : columns) {
      boolean system = !field.custom() && !query.type().fields().contains(field);
      String label = language == null || system ? "" : field.label(language).strip();
      headings.add(label.isEmpty() || !taken.add(label) ? field.name() : label);
    }
    return headings;
  }

  private static <E extends Entity<E>, T> void write(CsvSink sink, E record, Field<E, T> field) {
    T value = record.get(field);
    if (value == null) {
      sink.text(null);
      return;
    }
    Kind<T> kind = field.kind();
    String text = kind.format(value);
    if (kind.storage() == Kind.Storage.LONG || kind.storage() == Kind.Storage.DECIMAL) {
      sink.verbatim(text); // a number is no formula, its sign notwithstanding
    } else {
      sink.text(text);
    }
  }
}

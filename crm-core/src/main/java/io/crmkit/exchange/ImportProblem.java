package io.crmkit.exchange;

import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.value.Quoted;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with one row of a file, where, and what to do about it. Immutable. */
public final class ImportProblem {
  /** A column by name and by position, counted from 1. */
  record Column(String name, int position) {}

  private final String file;
  private final long line;
  private final @Nullable Column column;
  private final @Nullable String value;
  private final String code;
  private final Localised reason;
  private final Localised remedy;

  ImportProblem(
      String file,
      long line,
      @Nullable Column column,
      @Nullable String value,
      String code,
      Localised reason,
      Localised remedy) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.value = value;
    this.code = code;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** What messages call the file. */
  public String file() {
    return file;
  }

  /** The line on which the row begins, counted from 1. */
  public long line() {
    return line;
  }

  /** The name of the column; empty where the row as a whole is meant. */
  public Optional<String> column() {
    return Optional.ofNullable(column).map(Column::name);
  }

  /** The position of the column, counted from 1; 0 where the row as a whole is meant. */
  public int position() {
    return column == null ? 0 : column.position();
  }

  /** The value in that column, after repairs; empty where the row as a whole is meant. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /** The stable code, for example {@code "import.date"} or that of a violation. */
  public String code() {
    return code;
  }

  /** What is wrong, in the language of {@code locale}. */
  public String reason(Locale locale) {
    return reason.in(locale);
  }

  /** What to do; empty where the reason says that as well. */
  public String remedy(Locale locale) {
    return remedy.in(locale);
  }

  /** Place, value, reason and remedy in one sentence, in the language of {@code locale}. */
  public String message(Locale locale) {
    String why = what(locale);
    return column == null || value == null
        ? ExchangeText.of(locale, "import.row", file, String.valueOf(line), why)
        : ExchangeText.of(
            locale,
            "import.cell",
            file,
            String.valueOf(line),
            Quoted.of(column.name()),
            String.valueOf(column.position()),
            Quoted.of(value),
            why);
  }

  private String what(Locale locale) {
    String todo = remedy(locale);
    return todo.isEmpty()
        ? reason(locale)
        : ExchangeText.of(locale, "import.what", reason(locale), todo);
  }

  @Override
  public String toString() {
    return message(Locale.ENGLISH);
  }
}

package io.crmkit.exchange;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file that is being imported, its values repaired. Not thread-safe; of no use after
 * the handler it was given to.
 *
 * <p>The readers do not throw: what cannot be read is collected, and the row is rejected with all
 * of it as soon as the handler asks a {@link Cell} for its value, calls {@link #check} or returns.
 * Numbers and dates are read in the forms that no language changes: {@code 1234.5}, {@code
 * 2027-03-01}.
 */
public final class ImportRow {
  private static final Localised NOTHING = locale -> "";

  private final Columns columns;
  private final long line;
  private final List<String> original;
  private final List<String> values;
  private final List<ImportProblem> problems = new ArrayList<>();
  private final List<ImportProblem> late = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<RepairedValue> repairs;
  private @Nullable String outcome;
  private boolean hopeless;

  ImportRow(
      Columns columns,
      long line,
      List<String> original,
      List<String> values,
      List<RepairedValue> repairs) {
    this.columns = columns;
    this.line = line;
    this.original = original;
    this.values = values;
    this.repairs = repairs;
  }

  /** The line on which the row begins, counted from 1. */
  public long line() {
    return line;
  }

  /** True where the file has a column of that name. */
  public boolean has(String column) {
    return columns.has(column);
  }

  /** The text in a column, as it stands there; none where it is blank. */
  public Cell<String> text(String column) {
    return read(column, Function.identity(), "import.malformed");
  }

  /** The whole number in a column. */
  public Cell<Long> integer(String column) {
    return read(column, Kinds.INTEGER::parse, "import.integer");
  }

  /** The decimal number in a column, at most 20 digits before the point and 8 behind it. */
  public Cell<BigDecimal> decimal(String column) {
    return read(column, Kinds.DECIMAL::parse, "import.decimal");
  }

  /** The date in a column, written as {@code 2027-03-01}. */
  public Cell<LocalDate> date(String column) {
    return read(column, Kinds.DATE::parse, "import.date");
  }

  /** The date in a column, written as {@code format} says. */
  public Cell<LocalDate> date(String column, DateTimeFormatter format) {
    Function<String, LocalDate> parse =
        text -> Kinds.DATE.parse(LocalDate.parse(text.strip(), format).toString());
    return read(column, parse, "import.date_format", format.toString());
  }

  /**
   * The amount in a column, a decimal number.
   *
   * @param currency the currency of the column, an ISO 4217 code
   */
  public Cell<Money> money(String column, String currency) {
    Money.zero(currency); // a currency that does not exist is no fault of the row
    return read(column, text -> Money.of(text.strip(), currency), "import.decimal");
  }

  /** The value in a column in the text form of a kind, such as {@link Kinds#EMAIL}. */
  public <T> Cell<T> parse(String column, Kind<T> kind) {
    Function<String, @Nullable T> parse = text -> kind.normalise(kind.parse(text));
    return read(column, parse, "import.malformed", kind.name());
  }

  /**
   * What the value in a column stands for. Where it stands for nothing, the problem names what is
   * known, or what is written like it.
   *
   * @param known what there is, by name
   * @param what what a name names, for example {@code "account"}
   */
  public <T> Cell<T> oneOf(String column, Map<String, T> known, String what) {
    String text = textOrNull(column);
    if (text == null) {
      return new Cell<>(this, column, null, null);
    }
    T found = known.get(text);
    if (found == null) {
      found = known.get(text.strip());
    }
    if (found != null) {
      return new Cell<>(this, column, found, null);
    }
    ImportProblem problem = unknown(column, text, List.copyOf(known.keySet()), what);
    problems.add(problem);
    return new Cell<>(this, column, null, problem);
  }

  /**
   * The value of a field in a column. White space alone is a value where the field takes any text,
   * so that what was exported comes back as it was.
   */
  <T> Cell<T> field(
      String column, Field<?, ?> field, boolean anyText, Function<String, @Nullable T> read) {
    String text = value(column);
    if (anyText ? text.isEmpty() : text.isBlank()) {
      return new Cell<>(this, column, null, null);
    }
    try {
      return new Cell<>(this, column, read.apply(text), null);
    } catch (Refused refused) {
      Violation violation =
          new Violation(field.type().name(), field.name(), refused.code(), refused.arguments());
      return failed(
          column, problem(column, shown(field, text), refused.code(), violation::message, NOTHING));
    } catch (DateTimeException | IllegalArgumentException bad) {
      return failed(
          column,
          problem(
              column,
              shown(field, text),
              "import.malformed",
              ExchangeText.lazily("import.malformed", field.kind().name()),
              ExchangeText.lazily("import.malformed.remedy")));
    }
  }

  private static String shown(Field<?, ?> field, String text) {
    return field.encrypted() ? "***" : text;
  }

  /** A cell of which {@code problem} is known. */
  <T> Cell<T> failed(String column, ImportProblem problem) {
    problems.add(problem);
    return new Cell<>(this, column, null, problem);
  }

  <T> Cell<T> empty(String column) {
    return new Cell<>(this, column, null, null);
  }

  <T> Cell<T> full(String column, T value) {
    return new Cell<>(this, column, value, null);
  }

  private ImportProblem unknown(String column, String value, List<String> known, String what) {
    List<String> near = NearMisses.of(value, known);
    Localised remedy =
        known.isEmpty()
            ? ExchangeText.lazily("import.unknown.none.remedy", what)
            : near.isEmpty()
                ? ExchangeText.lazily(
                    "import.unknown.remedy", (Localised) locale -> NearMisses.shown(known, locale))
                : ExchangeText.lazily(
                    "import.unknown.near.remedy",
                    (Localised) locale -> NearMisses.shown(near, locale));
    return problem(
        column, value, "import.unknown", ExchangeText.lazily("import.unknown", what), remedy);
  }

  /** Rejects the row because of a value; the handler may go on to find more. */
  public void reject(String column, String reason, String remedy) {
    columns.position(column);
    problems.add(
        problem(column, value(column), "import.rejected", locale -> reason, locale -> remedy));
  }

  /** Rejects the row as a whole; the handler may go on to find more. */
  public void reject(String reason, String remedy) {
    problems.add(problem(null, null, "import.rejected", locale -> reason, locale -> remedy));
  }

  /** Ends the handling of the row here if anything is wrong with it so far. */
  public void check() {
    stopIf(!problems.isEmpty() || !late.isEmpty());
  }

  /**
   * Runs something once the row is in: after the commit of its unit of work, in the order of the
   * rows. Also in a dry run, in which records do not stay.
   */
  public void whenImported(Runnable action) {
    afterwards.add(action);
  }

  /** Counts the row under this name in {@link ImportReport#outcomes}. */
  public void outcome(String name) {
    outcome = name;
  }

  private <T> Cell<T> read(
      String column, Function<String, @Nullable T> parse, String code, Object... arguments) {
    String text = textOrNull(column);
    if (text == null) {
      return new Cell<>(this, column, null, null);
    }
    try {
      return new Cell<>(this, column, parse.apply(text), null);
    } catch (Refused | DateTimeException | IllegalArgumentException bad) {
      ImportProblem problem =
          problem(
              column,
              text,
              code,
              ExchangeText.lazily(code, arguments),
              ExchangeText.lazily(code + ".remedy", arguments));
      problems.add(problem);
      return new Cell<>(this, column, null, problem);
    }
  }

  @Nullable String textOrNull(String column) {
    String text = value(column);
    return text.isBlank() ? null : text;
  }

  /** The value in a column as it stands after repairs; empty where there is none. */
  String value(String column) {
    int index = columns.position(column) - 1;
    return index < values.size() ? values.get(index) : "";
  }

  ImportProblem problem(@Nullable String column, String code, Object... arguments) {
    return problem(
        column,
        column == null ? null : value(column),
        code,
        ExchangeText.lazily(code, arguments),
        ExchangeText.lazily(code + ".remedy", arguments));
  }

  private ImportProblem problem(
      @Nullable String column,
      @Nullable String value,
      String code,
      Localised reason,
      Localised remedy) {
    ImportProblem.Column place =
        column == null ? null : new ImportProblem.Column(column, columns.position(column));
    return new ImportProblem(columns.file(), line, place, value, code, reason, remedy);
  }

  void add(ImportProblem problem) {
    problems.add(problem);
  }

  /** Takes what a verb or the commit has thrown. */
  void add(CrmException thrown) {
    if (thrown instanceof ValidationException invalid) {
      for (Violation violation : invalid.violations()) {
        String column = columns.of(violation.place());
        problems.add(
            problem(
                column,
                column == null ? null : value(column),
                violation.code(),
                violation::message,
                NOTHING));
      }
    } else {
      problems.add(problem(null, null, thrown.code(), thrown::message, NOTHING));
    }
  }

  void putOff(ImportProblem problem) {
    problems.remove(problem);
    late.add(problem);
  }

  void stopIf(boolean anything) {
    if (anything) {
      throw new RowSignal();
    }
  }

  /** Makes the row as it was before the handler saw it; a hopeless one stays rejected. */
  void begin() {
    if (!hopeless) {
      problems.clear();
    }
    late.clear();
    afterwards.clear();
    outcome = null;
  }

  /** Rejects the row before any handler sees it. */
  void giveUp(ImportProblem problem) {
    problems.add(problem);
    hopeless = true;
  }

  boolean isHopeless() {
    return hopeless;
  }

  boolean isRejected() {
    return !problems.isEmpty();
  }

  boolean isPutOff() {
    return problems.isEmpty() && !late.isEmpty();
  }

  /** What is wrong, what it was put off for included. */
  List<ImportProblem> problems() {
    List<ImportProblem> all = new ArrayList<>(problems);
    all.addAll(late);
    return all;
  }

  List<String> original() {
    return original;
  }

  List<RepairedValue> repairs() {
    return repairs;
  }

  @Nullable String outcome() {
    return outcome;
  }

  void runAfterwards() {
    afterwards.forEach(Runnable::run);
  }

  @Override
  public String toString() {
    return columns.file() + ':' + line + ' ' + original;
  }
}

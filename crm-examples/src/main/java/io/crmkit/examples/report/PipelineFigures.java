package io.crmkit.examples.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Everything that a pipeline report shows. Immutable; every map keeps the order it was given in.
 * Make one with {@link #builder}.
 *
 * @param currency the ISO 4217 code of all amounts
 * @param asOf the day on which the figures hold
 * @param imports where the records came from
 * @param byStage all opportunities by the stage they are in, in the order of the pipeline
 * @param funnel the stages that lead to a won deal, in the order of the pipeline
 * @param won all won opportunities
 * @param winRate won among all closed opportunities
 * @param wonByQuarter won by the quarter of closing, such as {@code 2026-Q1}, oldest first
 * @param wonByRegion won by region
 * @param wonByManager won by manager
 * @param wonByAgent won by seller
 * @param wonByProduct won by product
 * @param wonByAccount won by account
 * @param agentWinRate won among closed opportunities of each seller
 * @param daysToClose mean days from engaging to closing
 * @param openPipeline open opportunities by stage, in the order of the pipeline
 * @param afterSale what became of the won ones
 */
public record PipelineFigures(
    String currency,
    LocalDate asOf,
    Imports imports,
    Map<String, Tally> byStage,
    List<FunnelStage> funnel,
    Tally won,
    WinRate winRate,
    Map<String, Tally> wonByQuarter,
    Map<String, Tally> wonByRegion,
    Map<String, Tally> wonByManager,
    Map<String, Tally> wonByAgent,
    Map<String, Tally> wonByProduct,
    Map<String, Tally> wonByAccount,
    Map<String, WinRate> agentWinRate,
    DaysToClose daysToClose,
    List<OpenStage> openPipeline,
    AfterSale afterSale) {

  /** Copies the maps and lists. */
  public PipelineFigures {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(won, "won");
    Objects.requireNonNull(winRate, "winRate");
    Objects.requireNonNull(daysToClose, "daysToClose");
    byStage = ordered(byStage);
    funnel = List.copyOf(funnel);
    wonByQuarter = ordered(wonByQuarter);
    wonByRegion = ordered(wonByRegion);
    wonByManager = ordered(wonByManager);
    wonByAgent = ordered(wonByAgent);
    wonByProduct = ordered(wonByProduct);
    wonByAccount = ordered(wonByAccount);
    agentWinRate = ordered(agentWinRate);
    openPipeline = List.copyOf(openPipeline);
    Objects.requireNonNull(afterSale, "afterSale");
  }

  static <V> Map<String, V> ordered(Map<String, V> map) {
    Map<String, V> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
    return Collections.unmodifiableMap(copy);
  }

  /** Returns all opportunities, whatever their stage. */
  public Tally all() {
    return byStage.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** Returns the open opportunities of all stages, with the sum of their weighted amounts. */
  public OpenStage open() {
    return OpenStage.total(openPipeline);
  }

  /**
   * A number of opportunities and the sum of their amounts.
   *
   * @param count how many
   * @param amount their sum, in the currency of the figures
   */
  public record Tally(long count, BigDecimal amount) {
    /** No opportunity. */
    public static final Tally NONE = new Tally(0, BigDecimal.ZERO);

    /** Checks that the amount is there. */
    public Tally {
      Objects.requireNonNull(amount, "amount");
    }

    /** Returns both together. */
    public Tally plus(Tally other) {
      return new Tally(count + other.count, amount.add(other.amount));
    }
  }

  /**
   * How many closed opportunities were won.
   *
   * @param won how many were won
   * @param closed how many were won or lost
   */
  public record WinRate(long won, long closed) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or more were won than closed
     */
    public WinRate {
      if (won < 0 || won > closed) {
        throw new IllegalArgumentException(won + " won of " + closed + " closed is impossible.");
      }
    }

    /** Returns the share that was won, 0 to 1; absent when none was closed. */
    public OptionalDouble rate() {
      return closed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won / closed);
    }
  }

  /**
   * What became of the opportunities that entered a stage.
   *
   * @param name of the stage
   * @param entered how many ever entered it
   * @param advanced how many of them went on to the next stage
   * @param lost how many of them were lost from here
   * @param stillHere how many of them are in it now
   * @param conversion the share of those that entered which went on, 0 to 1; absent in the last
   *     stage and where none entered
   * @param meanDays mean days in this stage; absent where unknown
   * @param medianDays median of the days in this stage; absent where unknown
   */
  public record FunnelStage(
      String name,
      long entered,
      long advanced,
      long lost,
      long stillHere,
      OptionalDouble conversion,
      OptionalDouble meanDays,
      OptionalDouble medianDays) {
    /** Checks that everything is there. */
    public FunnelStage {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(conversion, "conversion");
      Objects.requireNonNull(meanDays, "meanDays");
      Objects.requireNonNull(medianDays, "medianDays");
    }
  }

  /**
   * Mean days from engaging to closing.
   *
   * @param won of won opportunities; absent when there is none
   * @param lost of lost opportunities; absent when there is none
   * @param all of all closed opportunities; absent when there is none
   */
  public record DaysToClose(OptionalDouble won, OptionalDouble lost, OptionalDouble all) {
    /** Nothing was closed yet. */
    public static final DaysToClose UNKNOWN =
        new DaysToClose(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Checks that everything is there. */
    public DaysToClose {
      Objects.requireNonNull(won, "won");
      Objects.requireNonNull(lost, "lost");
      Objects.requireNonNull(all, "all");
    }
  }

  /**
   * The open opportunities of one stage.
   *
   * @param stage its name
   * @param count how many
   * @param amount the sum of their amounts, or of list prices where no amount was agreed
   * @param probability the share expected to be won, 0 to 1
   * @param weighted the sum of each amount times its probability
   */
  public record OpenStage(
      String stage, long count, BigDecimal amount, double probability, BigDecimal weighted) {
    /** Checks that everything is there. */
    public OpenStage {
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(weighted, "weighted");
    }

    /** Adds up stages; the probability is the weighted amount's share of the amount. */
    static OpenStage total(List<OpenStage> stages) {
      long count = stages.stream().mapToLong(OpenStage::count).sum();
      BigDecimal amount =
          stages.stream().map(OpenStage::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal weighted =
          stages.stream().map(OpenStage::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
      double share = amount.signum() == 0 ? 0 : weighted.doubleValue() / amount.doubleValue();
      return new OpenStage("Total", count, amount, share, weighted);
    }
  }

  /**
   * What the import made of the files.
   *
   * @param files one for each file, in the order read
   * @param repairs the rows that a rule repaired, grouped by file and rule
   * @param rejections the rows that were left out
   * @param elapsed how long reading and storing took
   */
  public record Imports(
      List<FileImport> files,
      List<RepairRule> repairs,
      List<Rejection> rejections,
      Duration elapsed) {
    /** Nothing was imported. */
    public static final Imports NONE = new Imports(List.of(), List.of(), List.of(), Duration.ZERO);

    /** Copies the lists. */
    public Imports {
      files = List.copyOf(files);
      repairs = List.copyOf(repairs);
      rejections = List.copyOf(rejections);
      Objects.requireNonNull(elapsed, "elapsed");
    }

    /** Returns the sums over all files. */
    public FileImport total() {
      return new FileImport(
          "Total",
          files.stream().mapToLong(FileImport::rowsRead).sum(),
          files.stream().mapToLong(FileImport::imported).sum(),
          files.stream().mapToLong(FileImport::repaired).sum(),
          files.stream().mapToLong(FileImport::rejected).sum());
    }

    /** Returns how many rows were read in a second; absent when no time was measured. */
    public OptionalDouble rowsPerSecond() {
      return elapsed.isZero()
          ? OptionalDouble.empty()
          : OptionalDouble.of(total().rowsRead() / (elapsed.toNanos() / 1e9));
    }
  }

  /**
   * What the import made of one file.
   *
   * @param file its name
   * @param rowsRead rows without the header
   * @param imported rows that became records, the repaired ones included
   * @param repaired rows that became records after a repair
   * @param rejected rows that were left out
   */
  public record FileImport(
      String file, long rowsRead, long imported, long repaired, long rejected) {
    /** Checks that the name is there. */
    public FileImport {
      Objects.requireNonNull(file, "file");
    }
  }

  /**
   * The rows of one file that one rule repaired.
   *
   * @param file its name
   * @param rule what the rule does, in words
   * @param rows what it did
   */
  public record RepairRule(String file, String rule, List<RepairedRow> rows) {
    /** Copies the rows. */
    public RepairRule {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(rule, "rule");
      rows = List.copyOf(rows);
    }
  }

  /**
   * One repaired value.
   *
   * @param line where the row begins in the file, from 1 for the header
   * @param column the name of the column
   * @param given what the file says; may be empty
   * @param used what was taken instead; may be empty
   */
  public record RepairedRow(long line, String column, String given, String used) {
    /** Checks that everything is there. */
    public RepairedRow {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(given, "given");
      Objects.requireNonNull(used, "used");
    }
  }

  /**
   * One row that was left out.
   *
   * @param file its name
   * @param line where the row begins in the file, from 1 for the header
   * @param column the name of the column; empty when the whole row is meant
   * @param value what the file says; may be empty
   * @param reason why the row was left out
   * @param remedy what to do about it
   */
  public record Rejection(
      String file, long line, String column, String value, String reason, String remedy) {
    /** Checks that everything is there. */
    public Rejection {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** Starts figures in which everything is empty but the currency and the day. */
  public static PipelineFiguresBuilder builder(String currency, LocalDate asOf) {
    return new PipelineFiguresBuilder(currency, asOf);
  }
}

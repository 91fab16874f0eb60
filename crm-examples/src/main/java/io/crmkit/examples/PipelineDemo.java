package io.crmkit.examples;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.examples.aftersale.AfterSaleAct;
import io.crmkit.examples.aftersale.AfterSaleReader;
import io.crmkit.examples.aftersale.DemoClock;
import io.crmkit.examples.aftersale.QuotePage;
import io.crmkit.examples.pipeline.PipelineImport;
import io.crmkit.examples.pipeline.PipelineReader;
import io.crmkit.examples.report.ConsoleReport;
import io.crmkit.examples.report.HtmlReport;
import io.crmkit.examples.report.JsonReport;
import io.crmkit.examples.report.PipelineFigures;
import io.crmkit.kernel.error.CrmException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Brings a sales pipeline from CSV files into a CRM, with its history, lets the won deals become
 * orders and the customers ask for help, and reports on it: on the console, as an HTML page and, if
 * asked for, as JSON.
 */
public final class PipelineDemo {
  private static final String ACTOR = "demo";
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final ConsoleReport console;

  PipelineDemo(PrintStream out, PrintStream err, ConsoleReport console) {
    this.out = out;
    this.err = err;
    this.console = console;
  }

  /**
   * Runs the demo and ends the Java machine: with 0 where the report was made, 1 where it could not
   * be made, 2 where the arguments were wrong.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Charset charset = consoleCharset();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    ConsoleReport console = ConsoleReport.standard().charset(charset);
    System.exit(new PipelineDemo(out, err, console).run(args));
  }

  /** The charset of the platform; UTF-8 where that is the bare ASCII of an unset locale. */
  private static Charset consoleCharset() {
    Charset charset = Charset.defaultCharset();
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  /** Runs the demo and returns its exit code. */
  int run(String... args) {
    try {
      DemoOptions options = DemoOptions.parse(args);
      if (options.help()) {
        out.print(DemoOptions.USAGE);
      } else {
        report(options);
      }
      return 0;
    } catch (DemoOptions.UsageException misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(DemoOptions.USAGE);
      return MISUSED;
    } catch (NoSuchFileException missing) {
      err.println("There is no file " + missing.getFile());
      return FAILED;
    } catch (IOException | UncheckedIOException | CrmException failure) {
      err.println(failure.getMessage());
      return FAILED;
    }
  }

  private void report(DemoOptions options) throws IOException {
    PipelineFigures figures;
    Optional<byte[]> quote;
    DemoClock clock = new DemoClock(begin(options));
    try (Crm crm = Crm.builder().store(options.store()).clock(clock).administrators(ACTOR).open()) {
      Session session = crm.as(ACTOR).from("csv").because("first import of the pipeline");
      String currency = options.files().currency();
      PipelineReader reader =
          new PipelineReader(session, new AfterSaleReader(crm, session, currency), currency);
      Optional<PipelineImport.Result> imported =
          session.opportunities().query().exists()
              ? shown(options)
              : Optional.of(imported(session, options));
      new AfterSaleAct(crm, clock, session).play();
      figures = imported.isPresent() ? reader.figures(imported.get()) : reader.figures();
      quote = QuotePage.of(session);
    }
    console.print(figures, out);
    out.println();
    if (options.json() != null) {
      JsonReport.write(figures, options.json());
      wrote("Figures", options.json());
    }
    if (quote.isPresent()) {
      Files.write(options.quote(), quote.get());
      wrote("Quote", options.quote());
    }
    HtmlReport.write(figures, options.html());
    wrote("Report", options.html());
  }

  /** The demo plays when its data ends, so that it is the same whenever it is run. */
  private static Instant begin(DemoOptions options) throws IOException {
    return options
        .files()
        .lastDay()
        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
        .orElseGet(Instant::now);
  }

  private Optional<PipelineImport.Result> shown(DemoOptions options) {
    out.println("There is a pipeline in " + options.where() + " already; nothing is imported.");
    return Optional.empty();
  }

  private PipelineImport.Result imported(Session session, DemoOptions options) throws IOException {
    out.println("Importing " + options.files() + " into " + options.where() + " …");
    return new PipelineImport(options.files(), new ProgressLines(out)).run(session);
  }

  private void wrote(String what, Path file) {
    out.println(what + ": " + file.toAbsolutePath().normalize());
  }
}

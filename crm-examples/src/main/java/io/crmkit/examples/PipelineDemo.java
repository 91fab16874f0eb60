package io.crmkit.examples;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.examples.pipeline.PipelineImport;
import io.crmkit.examples.pipeline.PipelineReader;
import io.crmkit.examples.report.ConsoleReport;
import io.crmkit.examples.report.HtmlReport;
import io.crmkit.examples.report.JsonReport;
import io.crmkit.examples.report.PipelineFigures;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.error.CrmException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Brings a sales pipeline from CSV files into a CRM, with its history, and reports on it: on the
 * console, as an HTML page and, if asked for, as JSON.
 */
public final class PipelineDemo {
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
    try (Crm crm = Crm.builder().store(options.store()).policy(AccessPolicy.open()).open()) {
      Session session = crm.as("demo").from("csv").because("first import of the pipeline");
      PipelineReader reader = new PipelineReader(session, options.files().currency());
      figures =
          session.opportunities().query().exists()
              ? shown(reader, options)
              : reader.figures(imported(session, options));
    }
    console.print(figures, out);
    out.println();
    if (options.json() != null) {
      JsonReport.write(figures, options.json());
      wrote("Figures", options.json());
    }
    HtmlReport.write(figures, options.html());
    wrote("Report", options.html());
  }

  private PipelineFigures shown(PipelineReader reader, DemoOptions options) {
    out.println("There is a pipeline in " + options.where() + " already; nothing is imported.");
    return reader.figures();
  }

  private PipelineImport.Result imported(Session session, DemoOptions options) throws IOException {
    out.println("Importing " + options.files() + " into " + options.where() + " …");
    return new PipelineImport(options.files(), new ProgressLines(out)).run(session);
  }

  private void wrote(String what, Path file) {
    out.println(what + ": " + file.toAbsolutePath().normalize());
  }
}

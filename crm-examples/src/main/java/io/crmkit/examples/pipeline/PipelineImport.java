package io.crmkit.examples.pipeline;

import io.crmkit.Session;
import io.crmkit.Work;
import io.crmkit.exchange.CsvImport;
import io.crmkit.exchange.ImportProgress;
import io.crmkit.exchange.ImportReport;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Pipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Brings the four files of a pipeline into a CRM, in the order in which they need each other. */
public final class PipelineImport {
  /**
   * What became of the files.
   *
   * @param reports one for each file, in the order read
   * @param elapsed how long reading and storing took
   */
  public record Result(List<ImportReport> reports, Duration elapsed) {
    /** Copies the list. */
    public Result {
      reports = List.copyOf(reports);
    }
  }

  private final PipelineFiles files;
  private final BiConsumer<String, ImportProgress> progress;

  /**
   * @param progress hears how far the import of a file has come, with the name of the file
   */
  public PipelineImport(PipelineFiles files, BiConsumer<String, ImportProgress> progress) {
    this.files = files;
    this.progress = progress;
  }

  /**
   * Imports everything, as a new pipeline.
   *
   * @throws IOException where a file is missing or cannot be read
   * @throws io.crmkit.kernel.error.CrmException where a file as a whole cannot be imported; what
   *     was imported before it is in
   */
  public Result run(Session session) throws IOException {
    long begin = System.nanoTime();
    session.run(work -> DemoRules.MORE_SECTORS.forEach(code -> addSector(work, code)));
    Pipeline pipeline = session.pipeline().define(DemoRules.PIPELINE, DemoRules::stages);
    Workspace space = session.workspace();
    AccountRows accounts = new AccountRows(files.currency());
    ProductRows products = new ProductRows(files.currency());
    TeamRows teams = new TeamRows();
    List<ImportReport> reports = new ArrayList<>();
    reports.add(accounts.run(open(PipelineFiles.ACCOUNTS), space).orThrow());
    reports.add(products.run(open(PipelineFiles.PRODUCTS), space).orThrow());
    reports.add(teams.run(open(PipelineFiles.TEAMS), space).orThrow());
    DealRows deals =
        new DealRows(teams.imported(), products.imported(), accounts.imported(), files.currency());
    reports.add(deals.run(open(PipelineFiles.DEALS), space, pipeline).orThrow());
    return new Result(reports, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void addSector(Work work, String code) {
    work.customization().addCode("industry", code);
  }

  private CsvImport open(String name) throws IOException {
    return files.open(name).progress(done -> progress.accept(name, done));
  }
}

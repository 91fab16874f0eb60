package io.crmkit.examples.pipeline;

import io.crmkit.examples.report.PipelineFigures.FileImport;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.Rejection;
import io.crmkit.examples.report.PipelineFigures.RepairRule;
import io.crmkit.examples.report.PipelineFigures.RepairedRow;
import io.crmkit.exchange.ImportProblem;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.RepairedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells in the words of the report what became of the files. */
final class ImportFigures {
  private ImportFigures() {}

  static Imports of(PipelineImport.Result result) {
    List<FileImport> files = new ArrayList<>();
    List<RepairRule> repairs = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (ImportReport report : result.reports()) {
      files.add(
          new FileImport(
              report.file(),
              report.rowsRead(),
              report.imported(),
              report.repaired(),
              report.rejected()));
      for (ImportReport.Repairs repair : report.repairs().values()) {
        if (repair.count() > 0) {
          repairs.add(rule(report.file(), repair));
        }
      }
      report.problems().forEach(problem -> rejections.add(rejection(problem)));
    }
    return new Imports(files, repairs, rejections, result.elapsed());
  }

  private static RepairRule rule(String file, ImportReport.Repairs repair) {
    List<RepairedRow> rows =
        repair.first().stream()
            .sorted(Comparator.comparingLong(RepairedValue::line))
            .map(row -> new RepairedRow(row.line(), row.column(), row.from(), row.to()))
            .toList();
    return new RepairRule(file, repair.rule(), rows);
  }

  private static Rejection rejection(ImportProblem problem) {
    return new Rejection(
        problem.file(),
        problem.line(),
        problem.column().orElse(""),
        problem.value().orElse(""),
        problem.reason(Locale.ENGLISH),
        problem.remedy(Locale.ENGLISH));
  }
}

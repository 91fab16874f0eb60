package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.FileImport;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.Rejection;
import io.crmkit.examples.report.PipelineFigures.RepairRule;
import io.crmkit.examples.report.PipelineFigures.RepairedRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the import section of the HTML page shows. */
final class HtmlImportModel {
  private static final int MOST_REPAIRS = 20;
  private static final int MOST_REJECTIONS = 200;

  private final Imports imports;

  HtmlImportModel(Imports imports) {
    this.imports = imports;
  }

  Map<String, Object> values() {
    Map<String, Object> model = new HashMap<>();
    FileImport total = imports.total();
    model.put("any", !imports.files().isEmpty());
    model.put("files", imports.files().stream().map(HtmlImportModel::file).toList());
    model.put("total", file(total));
    model.put("speed", speed());
    model.put("repairs", imports.repairs().stream().map(HtmlImportModel::repair).toList());
    model.put("hasRepairs", !imports.repairs().isEmpty());
    List<Rejection> shown =
        imports.rejections().subList(0, Math.min(MOST_REJECTIONS, imports.rejections().size()));
    model.put("rejections", shown.stream().map(HtmlImportModel::rejection).toList());
    model.put("hasRejections", !shown.isEmpty());
    more(model, imports.rejections().size() - shown.size());
    return model;
  }

  private String speed() {
    if (imports.rowsPerSecond().isEmpty()) {
      return "";
    }
    return " in "
        + BigDecimal.valueOf(imports.elapsed().toMillis(), 3).toPlainString()
        + " s ("
        + Amounts.grouped(Math.round(imports.rowsPerSecond().getAsDouble()))
        + " rows a second)";
  }

  private static Map<String, Object> file(FileImport file) {
    return Map.of(
        "file", file.file(),
        "rowsRead", Amounts.grouped(file.rowsRead()),
        "imported", Amounts.grouped(file.imported()),
        "repaired", Amounts.grouped(file.repaired()),
        "rejected", Amounts.grouped(file.rejected()),
        "anyRepaired", file.repaired() > 0,
        "anyRejected", file.rejected() > 0);
  }

  private static Map<String, Object> repair(RepairRule rule) {
    Map<String, Object> model = new HashMap<>();
    List<RepairedRow> shown = rule.rows().subList(0, Math.min(MOST_REPAIRS, rule.rows().size()));
    model.put("file", rule.file());
    model.put("rule", rule.rule());
    model.put("count", Amounts.grouped(rule.rows().size()));
    model.put("rows", shown.stream().map(HtmlImportModel::repaired).toList());
    more(model, rule.rows().size() - shown.size());
    return model;
  }

  private static void more(Map<String, Object> model, int count) {
    model.put("hasMore", count > 0);
    model.put("more", Amounts.grouped(count));
  }

  private static Map<String, Object> repaired(RepairedRow row) {
    return Map.of(
        "line", row.line(),
        "column", row.column(),
        "given", row.given(),
        "givenEmpty", row.given().isEmpty(),
        "used", row.used(),
        "usedEmpty", row.used().isEmpty());
  }

  private static Map<String, Object> rejection(Rejection row) {
    Map<String, Object> model = new HashMap<>();
    model.put("file", row.file());
    model.put("line", row.line());
    model.put("column", row.column());
    model.put("wholeRow", row.column().isEmpty());
    model.put("value", row.value());
    model.put("valueEmpty", row.value().isEmpty());
    model.put("reason", row.reason());
    model.put("remedy", row.remedy());
    return model;
  }
}

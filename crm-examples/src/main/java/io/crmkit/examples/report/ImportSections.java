package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.FileImport;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.Rejection;
import io.crmkit.examples.report.PipelineFigures.RepairRule;
import io.crmkit.examples.report.PipelineFigures.RepairedRow;
import io.crmkit.examples.report.Terminal.Tone;
import java.math.BigDecimal;
import java.util.List;

/** The sections of the console report about the files that were read. */
final class ImportSections {
  private static final int EXAMPLES = 3;

  private final Page page;
  private final Imports imports;

  ImportSections(Page page, Imports imports) {
    this.page = page;
    this.imports = imports;
  }

  void print() {
    files();
    repairs();
    rejections();
  }

  private void files() {
    page.section("IMPORT");
    TextTable table = page.table("File", "Rows read", "Imported", "Repaired", "Rejected");
    imports.files().forEach(file -> row(table, file));
    row(table, imports.total());
    page.print(table);
    imports.rowsPerSecond().ifPresent(this::speed);
  }

  private void speed(double rowsPerSecond) {
    BigDecimal seconds = BigDecimal.valueOf(imports.elapsed().toMillis(), 3);
    page.remark(
        "in "
            + seconds.toPlainString()
            + " s, "
            + Amounts.grouped(Math.round(rowsPerSecond))
            + " rows a second");
  }

  private static void row(TextTable table, FileImport file) {
    table.row(
        file.file(),
        Amounts.grouped(file.rowsRead()),
        Amounts.grouped(file.imported()),
        Amounts.grouped(file.repaired()),
        Amounts.grouped(file.rejected()));
  }

  private void repairs() {
    if (imports.repairs().isEmpty()) {
      return;
    }
    page.section("REPAIRED ROWS");
    for (RepairRule rule : imports.repairs()) {
      List<RepairedRow> rows = rule.rows();
      String count = Amounts.grouped(rows.size()) + (rows.size() == 1 ? " row" : " rows");
      page.wrapped(2, rule.file() + ": " + rule.rule() + ", " + count);
      for (RepairedRow row : rows.subList(0, Math.min(EXAMPLES, rows.size()))) {
        page.wrapped(
            6,
            "line "
                + row.line()
                + ": "
                + row.column()
                + " "
                + quoted(row.given())
                + " → "
                + quoted(row.used()));
      }
      if (rows.size() > EXAMPLES) {
        page.remark("    … and " + Amounts.grouped(rows.size() - EXAMPLES) + " more rows");
      }
    }
  }

  private void rejections() {
    List<Rejection> rejections = imports.rejections();
    if (rejections.isEmpty()) {
      return;
    }
    page.section("REJECTED ROWS");
    for (Rejection row : rejections) {
      String place = page.terminal.clean(row.file() + ", line " + row.line());
      page.line("  " + page.terminal.tone(Tone.BAD, place));
      String value = row.column().isEmpty() ? "" : row.column() + " " + quoted(row.value()) + ": ";
      page.wrapped(6, value + row.reason());
      if (!row.remedy().isEmpty()) {
        page.wrapped(6, "→ " + row.remedy());
      }
    }
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "(empty)" : "\"" + value + "\"";
  }
}

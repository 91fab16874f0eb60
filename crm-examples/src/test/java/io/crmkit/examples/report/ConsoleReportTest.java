package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static String print(ConsoleReport report, PipelineFigures figures) {
    StringBuilder out = new StringBuilder();
    report.print(figures, out);
    return out.toString();
  }

  private static String print(PipelineFigures figures) {
    return print(ConsoleReport.standard(), figures);
  }

  private static void assertHas(String text, String expected) {
    assertTrue(text.contains(expected), () -> "not found:\n" + expected + "in:\n" + text);
  }

  @Test
  void beginsWithWhatMattersMost() {
    assertHas(
        print(Fixtures.aPipeline()),
        """
         SALES PIPELINE                                          as of 2026-10-31 · amounts in whole EUR
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Won                       12,346  4 deals
          Win rate                   66.7%  of 6 deals closed
          Open, weighted             1,750  of 4,000 in 4 deals
          Days to close               51.8  for won deals, – for lost ones
        """);
  }

  @Test
  void drawsTheFunnel() {
    assertHas(
        print(Fixtures.aPipeline()),
        """
          Stage        Entered  Advanced  Conv.  Lost  Still here  Mean d  Median d
          Prospecting       10         9  90.0%     0           1       –         –  ███████████████████
          Engaging           9         4  44.4%     2           3    47.3      47.3  █████████████████▏
          Won                4         –      –     0           4       –         –  ███████▋
        """);
  }

  @Test
  void keepsColumnsInLineWithChineseNames() {
    assertHas(
        print(Fixtures.aPipeline()),
        """
          Manager      Deals  Amount  Share
          Jürgen Groß      3  12,000  97.2%  ██████████████████████████████
          王芳             1     346   2.8%  ▉
        """);
  }

  @Test
  void listsSellersWhoWonNothingToo() {
    assertHas(print(Fixtures.aPipeline()), "  Pat           0       1      0.0%           0\n");
  }

  @Test
  void tellsWhatBecameOfEachRow() {
    String text = print(Fixtures.aPipeline());
    assertHas(
        text,
        """
          File                Rows read  Imported  Repaired  Rejected
          accounts.csv                2         2         0         0
          sales_pipeline.csv      1,312     1,310        24         2
          Total                   1,314     1,312        24         2
          in 0.657 s, 2,000 rows a second
        """);
    assertHas(
        text,
        """
          sales_pipeline.csv: product alias, 24 rows
              line 2: product "FlowGuard-Pro" → "FlowGuard Pro"
        """);
    assertHas(text, "      … and 21 more rows\n");
    assertHas(
        text,
        """
          sales_pipeline.csv, line 1207
              close_value "12,5O": close_value is not a decimal number.
              → Write it like 1234.50.
          sales_pipeline.csv, line 1300
              The row has 5 values, not 8.
              → Complete it.
        """);
  }

  @Test
  void listsEveryRowThatWasLeftOut() {
    List<PipelineFigures.Rejection> rejections =
        IntStream.range(2, 1002)
            .mapToObj(
                line -> new PipelineFigures.Rejection("a.csv", line, "", "", "It is wrong.", ""))
            .toList();
    PipelineFigures.Imports imports =
        new PipelineFigures.Imports(List.of(), List.of(), rejections, Duration.ZERO);
    String text = print(Fixtures.aPipelineBuilder().imports(imports).build());
    assertHas(text, "  a.csv, line 2\n      It is wrong.\n");
    assertHas(text, "  a.csv, line 1001\n      It is wrong.\n\n SALES PIPELINE");
  }

  @Test
  void showsThatNoAmountOfAnOrderIsLost() {
    assertHas(
        print(Fixtures.aPipelineBuilder().afterSale(Fixtures.anAfterSale("Acme")).build()),
        """
          State    Orders  Amount  Shipped  Open  Cancelled
          Draft         1      10        0     0          0  ██████████
          Shipped       1      30       10     0         20  ██████████████████████████████
          Total         2      40       10     0         20
          40 ordered of 12,346 won; of it 10 not confirmed yet
          1 order worth 10 came back
        """);
  }

  @Test
  void tellsWhyACaseEscalatedAndWhatWasDone() {
    assertHas(
        print(Fixtures.aPipelineBuilder().afterSale(Fixtures.anAfterSale("Acme")).build()),
        """
          Mon 2 Nov 08:30  Acme  Acme
              100 % of the time → Acme
        """);
  }

  @Test
  void saysNothingAboutOrdersWhereThereAreNone() {
    assertFalse(print(Fixtures.aPipeline()).contains("ORDERS"));
  }

  @Test
  void saysWhatIsEstimated() {
    assertHas(
        print(Fixtures.aPipeline()),
        """
          Total            4   4,000        43.8%     1,750
          where no amount is agreed, estimated at list price
        """);
  }

  @Test
  void shortensLongRankings() {
    Map<String, PipelineFigures.Tally> accounts = new LinkedHashMap<>();
    for (int i = 1; i <= 30; i++) {
      accounts.put("Account " + i, Fixtures.tally(1, String.valueOf(i)));
    }
    PipelineFigures figures = Fixtures.aPipelineBuilder().wonByAccount(accounts).build();
    String text = print(ConsoleReport.standard().top(5), figures);
    assertHas(text, "… and 25 more accounts");
    assertFalse(text.contains("Account 25"));
    assertHas(text, "Account 26");
  }

  @Test
  void doesNotSayThatOneIsLeftOut() {
    String text = print(ConsoleReport.standard().top(1), Fixtures.aPipeline());
    assertHas(text, "上海华东机械有限公司");
    assertFalse(text.contains("1 more accounts"));
  }

  @Test
  void usesOnlyWhatTheCharsetHas() {
    String text =
        print(ConsoleReport.standard().charset(StandardCharsets.US_ASCII), Fixtures.aPipeline());
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    assertHas(
        text,
        """
          Manager      Deals  Amount  Share
          J?rgen Gro?      3  12,000  97.2%  ##############################
          ??               1     346   2.8%  #
        """);
    assertHas(text, "-> Write it like 1234.50.");
  }

  @Test
  void hasNoColourUnlessAsked() {
    assertFalse(print(Fixtures.aPipeline()).contains("\u001b"));
    String coloured = print(ConsoleReport.standard().coloured(), Fixtures.aPipeline());
    assertEquals(print(Fixtures.aPipeline()), coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    assertHas(coloured, "\u001b[1mSALES PIPELINE\u001b[0m");
  }

  @Test
  void letsNoFileSteerTheTerminal() {
    String text = print(Fixtures.aHostilePipeline());
    assertFalse(text.contains("\u001b"));
    assertFalse(text.contains("\u202E"));
  }

  @Test
  void staysWithinItsWidth() {
    for (int width : List.of(60, 80, 96, 200)) {
      String text = print(ConsoleReport.standard().width(width), Fixtures.aHostilePipeline());
      int widest = text.lines().mapToInt(Terminal::columns).max().orElseThrow();
      assertTrue(widest <= Math.max(width, 80), widest + " for " + width);
    }
  }

  @Test
  void saysLittleAboutNothing() {
    String text = print(Fixtures.anEmptyPipeline());
    assertHas(text, "  Win rate                       –  of 0 deals closed\n");
    assertFalse(text.contains("IMPORT"));
  }

  @Test
  void refusesAWidthThatHoldsNoTable() {
    assertThrows(IllegalArgumentException.class, () -> ConsoleReport.standard().width(20));
    assertThrows(IllegalArgumentException.class, () -> ConsoleReport.standard().top(0));
  }

  @Test
  void passesOnThatItCouldNotPrint() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    PipelineFigures figures = Fixtures.aPipeline();
    assertThrows(UncheckedIOException.class, () -> ConsoleReport.standard().print(figures, broken));
  }
}

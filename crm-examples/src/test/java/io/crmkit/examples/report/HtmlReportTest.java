package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  private static void assertHas(String html, String expected) {
    assertTrue(html.contains(expected), () -> expected + " not found in " + html);
  }

  @Test
  void beginsWithWhatMattersMost() {
    String html = HtmlReport.html(Fixtures.aPipeline());
    assertHas(html, "<time datetime=\"2026-10-31\">31 October 2026</time>");
    assertHas(html, "€12.3K");
    assertHas(html, "€12,346 in 4 deals");
    assertHas(html, "66.7%");
    assertHas(html, "4 of 6 deals closed");
    assertHas(html, "of €4.00K in 4 deals");
  }

  @Test
  void drawsEachChartForWideAndNarrowScreens() {
    String html = HtmlReport.html(Fixtures.aPipeline());
    assertEquals(14, html.split("<svg ", -1).length - 1);
    for (String title :
        List.of("Sales funnel", "Deals by stage", "Won by quarter", "Top accounts")) {
      assertEquals(2, html.split("<title>" + title + "</title>", -1).length - 1, title);
    }
  }

  @Test
  void drawsOrdersAndCasesWhereThereAreSome() {
    AfterSale afterSale = Fixtures.anAfterSale("Acme");
    String html = HtmlReport.html(Fixtures.aPipelineBuilder().afterSale(afterSale).build());
    assertEquals(22, html.split("<svg ", -1).length - 1);
    assertHas(html, "€40 ordered of €12,346 won; €10 of it not confirmed yet");
    assertHas(html, "1 order worth €10 came back");
    assertFalse(HtmlReport.html(Fixtures.aPipeline()).contains("What became of the won deals"));
  }

  @Test
  void isHonestAboutTheImport() {
    String html = HtmlReport.html(Fixtures.aPipeline());
    assertHas(
        html,
        "1,314 rows read in 0.657 s (2,000 rows a second): 1,312 imported, 24 of these after a"
            + " repair, and 2 left out");
    assertHas(html, "<code>FlowGuard-Pro</code>");
    assertHas(html, "… and 4 more rows");
    assertHas(html, "<code>12,5O</code>");
    assertHas(html, "<span class=\"remedy\">Write it like 1234.50.</span>");
    assertHas(html, "<em>the whole row</em>");
  }

  @Test
  void showsTextFromFilesAsText() {
    String html = HtmlReport.html(Fixtures.aHostilePipeline());
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("\u001b"), "a control character");
    assertFalse(html.contains("\u202E"), "a character that turns the text around");
    assertHas(html, "{{name}}");
  }

  @Test
  void needsNothingFromElsewhere() {
    String html = HtmlReport.html(Fixtures.aPipeline());
    Matcher links =
        Pattern.compile("\\b(?:src|href|url)\\s*[=(]\\s*[\"']?([^\"')> ]*)").matcher(html);
    while (links.find()) {
      assertEquals("data:,", links.group(1));
    }
    assertHas(html, "default-src 'none'");
  }

  @Test
  void allowsItsOwnScriptAndNoOther() throws Exception {
    String html = HtmlReport.html(Fixtures.aPipeline());
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(html);
    assertTrue(script.find());
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertHas(html, "script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertFalse(script.find());
  }

  @Test
  void closesWhatItOpens() {
    String html = HtmlReport.html(Fixtures.aPipeline());
    for (String tag :
        List.of("section", "div", "table", "tbody", "tr", "td", "th", "p", "g", "svg", "details")) {
      assertEquals(
          Pattern.compile("<" + tag + "[ >]").matcher(html).results().count(),
          html.split("</" + tag + ">", -1).length - 1,
          tag);
    }
  }

  @Test
  void standsWithoutAnyDeal() {
    String html = HtmlReport.html(Fixtures.anEmptyPipeline());
    assertHas(html, "No data");
    assertFalse(html.contains("Where the figures come from"));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String here = HtmlReport.html(Fixtures.aPipeline());
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(here, HtmlReport.html(Fixtures.aPipeline()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void goesIntoAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    HtmlReport.write(Fixtures.aPipeline(), file);
    assertEquals(HtmlReport.html(Fixtures.aPipeline()), Files.readString(file));
  }
}

package io.crmkit.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.kernel.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prints documents as one HTML page in UTF-8 without anything from elsewhere, to be shown, sent or
 * printed on A4. Needs the library JMustache, which is optional.
 *
 * <p>A template of one's own is a Mustache template that mentions what {@link PrintedDocument} and
 * its parts are made of, by their names, and <code>{{labels.…}}</code>. What is said of a row
 * stands in <code>{{#cells}}{{text}}{{/cells}}</code> in the order of the <code>{{#columns}}</code>
 * , and each by its name as well, such as <code>{{unit_price}}</code>. Everything is escaped.
 */
public final class HtmlPrinter implements DocumentPrinter {
  private final Template template;

  private HtmlPrinter(String template) {
    try {
      this.template = Mustache.compiler().escapeHTML(true).nullValue("").compile(template);
    } catch (MustacheException bad) {
      throw new InvalidRequestException("document.template", bad.getMessage());
    }
  }

  /** Prints in the form that comes with the library. */
  public static HtmlPrinter standard() {
    try (InputStream file =
        Objects.requireNonNull(HtmlPrinter.class.getResourceAsStream("sheet.mustache"))) {
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Prints in a form of one's own.
   *
   * @throws InvalidRequestException where it is no template; says the line
   */
  public static HtmlPrinter of(String template) {
    return new HtmlPrinter(template);
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public byte[] print(PrintedDocument document) {
    return text(document).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Prints into a string.
   *
   * @throws InvalidRequestException where the template mentions something that there is not
   */
  public String text(PrintedDocument document) {
    try {
      return template.execute(values(document));
    } catch (MustacheException bad) {
      throw new InvalidRequestException("document.template", bad.getMessage());
    }
  }

  /** Maps alone: of an object a template could call any public method. */
  private static Map<String, @Nullable Object> values(PrintedDocument document) {
    Locale language = document.language();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("labels", document.labels());
    values.put("language", language.toLanguageTag());
    values.put(
        "page", PrintFormat.label(language, "page", "\" counter(page) \"", "\" counter(pages) \""));
    Letterhead from = document.from();
    values.put(
        "from",
        map(
            "name", from.name(),
            "slogan", from.slogan(),
            "lines", from.lines(),
            "footer", from.footer(),
            "color", from.color()));
    values.put("recipient", document.recipient());
    values.put("heading", document.heading());
    values.put("number", document.number());
    values.put("title", document.title());
    values.put("facts", document.facts().stream().map(HtmlPrinter::entry).toList());
    values.put("introduction", document.introduction());
    values.put("currency", document.currency());
    Map<Column, String> heads = document.heads();
    values.put(
        "columns", document.columns().stream().map(its -> cell(its, heads.get(its))).toList());
    values.put("span", document.columns().size() + 2);
    values.put("priced", !document.sums().isEmpty());
    values.put("sections", document.sections().stream().map(s -> section(document, s)).toList());
    values.put(
        "taxes",
        document.taxes().stream()
            .map(
                tax ->
                    map(
                        "label", tax.label(),
                        "taxable", tax.taxable(),
                        "amount", tax.amount()))
            .toList());
    values.put("sums", document.sums().stream().map(HtmlPrinter::entry).toList());
    values.put("terms", document.terms());
    values.put("signatures", document.signatures());
    values.put("signed", !document.signatures().isEmpty());
    return values;
  }

  private static Map<String, @Nullable Object> entry(PrintedDocument.Entry entry) {
    return map("label", entry.label(), "value", entry.value(), "strong", entry.strong());
  }

  private static Map<String, @Nullable Object> section(
      PrintedDocument document, PrintedDocument.Section section) {
    return map(
        "title",
        section.title(),
        "subtotal",
        section.subtotal(),
        "rows",
        section.rows().stream().map(row -> row(document.columns(), row)).toList());
  }

  private static Map<String, @Nullable Object> row(List<Column> columns, PrintedDocument.Row row) {
    Map<String, @Nullable Object> values =
        map(
            "position", row.position(),
            "name", row.name(),
            "description", row.description());
    for (Column column : Column.values()) {
      values.put(column.key(), row.value(column));
    }
    values.put("cells", columns.stream().map(its -> cell(its, row.value(its))).toList());
    return values;
  }

  private static Map<String, @Nullable Object> cell(Column column, @Nullable String text) {
    return map("text", text, "digits", column.isNumber());
  }

  private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }
}

package io.crmkit.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as its reader sees it: every text in the reader's language, every number written out.
 * What is left to a {@link DocumentPrinter} is where things stand.
 *
 * @param language of the labels that printers add, such as those of columns
 * @param from who sends it
 * @param recipient whom it is for: name and address, one line each
 * @param heading what it is, for example {@code Quote}
 * @param number its number
 * @param title what it is about
 * @param facts dates and the like, beside the recipient
 * @param introduction what stands before the lines, or null
 * @param currency of all amounts, an ISO 4217 code
 * @param sections the lines
 * @param taxes the tax summary
 * @param sums from the sum of the lines to what is to be paid
 * @param terms what stands behind all, or null
 */
public record PrintedDocument(
    Locale language,
    Letterhead from,
    List<String> recipient,
    String heading,
    String number,
    String title,
    List<Entry> facts,
    @Nullable String introduction,
    String currency,
    List<Section> sections,
    List<TaxRow> taxes,
    List<Entry> sums,
    @Nullable String terms) {
  /** Copies the lists. */
  public PrintedDocument {
    recipient = List.copyOf(recipient);
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    taxes = List.copyOf(taxes);
    sums = List.copyOf(sums);
  }

  /**
   * A label and what belongs to it.
   *
   * @param strong true for what the reader looks for
   */
  public record Entry(String label, String value, boolean strong) {}

  /**
   * Lines that stand together.
   *
   * @param title the heading, or null
   * @param rows the lines
   * @param subtotal their sum, or null where it is not printed
   */
  public record Section(@Nullable String title, List<Row> rows, @Nullable String subtotal) {
    /** Copies the rows. */
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A line.
   *
   * @param description what else is said about it, or null
   * @param discount what was taken off, or null
   */
  public record Row(
      String position,
      String name,
      @Nullable String description,
      String quantity,
      String unit,
      String unitPrice,
      @Nullable String discount,
      String amount) {}

  /** One tax: what it is, of how much, and how much. */
  public record TaxRow(String label, String taxable, String amount) {}

  /** True where any line has a discount, so that there is a column for it. */
  public boolean hasDiscounts() {
    return sections.stream()
        .flatMap(section -> section.rows().stream())
        .anyMatch(row -> row.discount() != null);
  }

  /** A label that printers add: of a column, for example {@code "amount"}. */
  String label(String key) {
    return PrintFormat.label(language, key);
  }
}

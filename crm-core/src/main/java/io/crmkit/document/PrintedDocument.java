package io.crmkit.document;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param title what it is about, or null
 * @param facts dates and the like, beside the recipient
 * @param introduction what stands before the lines, or null
 * @param currency of all amounts, an ISO 4217 code
 * @param columns what is said of each line behind its position and its name, in order
 * @param sections the lines
 * @param taxes the tax summary; empty where there are no amounts
 * @param sums from the sum of the lines to what is to be paid; empty where there are no amounts
 * @param terms what stands behind all, or null
 * @param signatures what stands below the lines to sign on, from left to right
 */
public record PrintedDocument(
    Locale language,
    Letterhead from,
    List<String> recipient,
    String heading,
    String number,
    @Nullable String title,
    List<Entry> facts,
    @Nullable String introduction,
    String currency,
    List<Column> columns,
    List<Section> sections,
    List<TaxRow> taxes,
    List<Entry> sums,
    @Nullable String terms,
    List<String> signatures) {
  /** The labels that printers add, besides those of the columns. */
  private static final List<String> LABELS =
      List.of("position", "description", "tax", "taxable", "tax_amount", "subtotal", "terms");

  /** Copies the lists. */
  public PrintedDocument {
    recipient = List.copyOf(recipient);
    facts = List.copyOf(facts);
    columns = List.copyOf(columns);
    sections = List.copyOf(sections);
    taxes = List.copyOf(taxes);
    sums = List.copyOf(sums);
    signatures = List.copyOf(signatures);
  }

  /** Something that is said of lines. */
  public enum Column {
    /** How many were ordered. */
    ORDERED("ordered", true, 1.4f),
    /** How many. */
    QUANTITY("quantity", true, 1.25f),
    /** How many are in a shipment. */
    SHIPPED("shipped", true, 1.4f),
    /** How many are still to come. */
    OPEN("open", true, 1.4f),
    /** What one is. */
    UNIT("unit", false, 1.05f),
    /** The price of one. */
    UNIT_PRICE("unit_price", true, 1.6f),
    /** What was taken off. */
    DISCOUNT("discount", true, 1.35f),
    /** What the line amounts to. */
    AMOUNT("amount", true, 1.95f);

    private final String key;
    private final boolean number;
    private final float width;

    Column(String key, boolean number, float width) {
      this.key = key;
      this.number = number;
      this.width = width;
    }

    /** The name by which templates know it, for example {@code unit_price}. */
    String key() {
      return key;
    }

    /** True where digits stand one below the other. */
    boolean isNumber() {
      return number;
    }

    /** How wide it is, in parts of which all columns together have 12.8. */
    float width() {
      return width;
    }
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
   * @param values what is said of it by column; a column that is missing stays empty
   */
  public record Row(
      String position, String name, @Nullable String description, Map<Column, String> values) {
    /** Copies the values. */
    public Row {
      values = Map.copyOf(values);
    }

    /** What stands in a column; nothing where there is nothing to say. */
    public String value(Column column) {
      return values.getOrDefault(column, "");
    }
  }

  /** One tax: what it is, of how much, and how much. */
  public record TaxRow(String label, String taxable, String amount) {}

  /** The labels that printers add, by their keys. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    LABELS.forEach(key -> labels.put(key, PrintFormat.label(language, key)));
    for (Column column : Column.values()) {
      labels.put(column.key(), PrintFormat.label(language, column.key()));
    }
    return labels;
  }

  /** What stands above the columns. */
  Map<Column, String> heads() {
    Map<Column, String> heads = new EnumMap<>(Column.class);
    for (Column column : columns) {
      String label = PrintFormat.label(language, column.key());
      heads.put(column, column == Column.AMOUNT ? label + " (" + currency + ")" : label);
    }
    return heads;
  }
}

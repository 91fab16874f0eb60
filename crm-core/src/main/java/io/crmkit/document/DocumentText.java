package io.crmkit.document;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.document.PrintedDocument.Entry;
import io.crmkit.document.PrintedDocument.TaxRow;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what all documents have in common, in the language of a reader. Not thread-safe.
 *
 * @param language of the reader
 * @param currency of all amounts, an ISO 4217 code
 * @param format how numbers and dates are written
 */
public record DocumentText(Locale language, String currency, PrintFormat format) {
  /**
   * The texts of a document.
   *
   * @param decimals of the amounts
   */
  public static DocumentText of(String languageTag, String currency, int decimals) {
    Locale language = Locale.forLanguageTag(languageTag);
    return new DocumentText(language, currency, new PrintFormat(language, decimals));
  }

  /** A customer, the person there and an address, one line each. */
  public List<String> recipient(
      Customer customer, @Nullable Contact contact, @Nullable Address address) {
    List<String> lines = new ArrayList<>();
    add(lines, customer.get(Customer.NAME));
    add(lines, contact == null ? null : contact.get(Contact.NAME));
    if (address != null) {
      lines.addAll(address.format(language).lines().toList());
    }
    return lines;
  }

  private static void add(List<String> lines, @Nullable String line) {
    if (line != null) {
      lines.add(line);
    }
  }

  /** A fact: a label by its key and what belongs to it. */
  public Entry fact(String key, String value) {
    return new Entry(format.label(key), value, false);
  }

  /** Adds a fact where there is something to say. */
  public void addFact(List<Entry> facts, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(fact(key, value));
    }
  }

  /** A day that the reader looks for. */
  public Entry deadline(String key, LocalDate day) {
    return new Entry(format.label(key), format.date(day), true);
  }

  /** The columns of lines with prices, with one for discounts where any line has some. */
  public static List<Column> columns(List<PrintedDocument.Section> sections) {
    boolean discounts =
        sections.stream()
            .flatMap(section -> section.rows().stream())
            .anyMatch(row -> !row.value(Column.DISCOUNT).isEmpty());
    return discounts
        ? List.of(Column.QUANTITY, Column.UNIT, Column.UNIT_PRICE, Column.DISCOUNT, Column.AMOUNT)
        : List.of(Column.QUANTITY, Column.UNIT, Column.UNIT_PRICE, Column.AMOUNT);
  }

  /** What was taken off, and what was added, as the reader has to see it to follow the sum. */
  String discount(BigDecimal percent, @Nullable Money allowance, @Nullable Money charge) {
    List<String> parts = new ArrayList<>();
    if (percent.signum() != 0) {
      parts.add(format.percent(percent));
    }
    if (allowance != null && !allowance.isZero()) {
      parts.add(format.amount(allowance.negate()));
    }
    if (charge != null && !charge.isZero()) {
      parts.add("+" + format.amount(charge));
    }
    return String.join(" ", parts);
  }

  /** The tax summary. */
  public List<TaxRow> taxes(Totals totals) {
    List<TaxRow> rows = new ArrayList<>();
    for (TaxGroup group : totals.taxGroups()) {
      Tax tax = group.tax();
      String what =
          tax.category().equals(Tax.STANDARD)
              ? format.percent(tax.rate())
              : format.label("tax_category." + tax.category());
      rows.add(
          new TaxRow(
              format.label("tax_of", what),
              format.amount(group.taxable()),
              format.amount(group.amount())));
    }
    return rows;
  }

  /**
   * The sums, from that of the lines to what is to be paid.
   *
   * @param adjustments the allowances and charges by what they are for, in order
   */
  public List<Entry> sums(Totals totals, List<Map.Entry<String, Adjustment>> adjustments) {
    List<Entry> entries = new ArrayList<>();
    if (!adjustments.isEmpty()) {
      entries.add(sum("line_total", totals.lineTotal()));
      for (Map.Entry<String, Adjustment> each : adjustments) {
        Money amount = each.getValue().amount();
        entries.add(
            new Entry(
                each.getKey(),
                format.amount(each.getValue().charge() ? amount : amount.negate()),
                false));
      }
    }
    entries.add(sum("net", totals.taxExclusive()));
    for (TaxRow tax : taxes(totals)) {
      entries.add(new Entry(tax.label(), tax.amount(), false));
    }
    entries.add(strong("total", totals.taxInclusive()));
    if (!totals.prepaid().isZero() || !totals.rounding().isZero()) {
      entries.add(sum("prepaid", totals.prepaid().negate()));
      if (!totals.rounding().isZero()) {
        entries.add(sum("rounding", totals.rounding()));
      }
      entries.add(strong("payable", totals.payable()));
    }
    return entries;
  }

  private Entry sum(String key, Money amount) {
    return fact(key, format.amount(amount));
  }

  private Entry strong(String key, Money amount) {
    return new Entry(format.label(key), currency + " " + format.amount(amount), true);
  }
}

package io.crmkit.quote;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintFormat;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Entry;
import io.crmkit.document.PrintedDocument.Row;
import io.crmkit.document.PrintedDocument.Section;
import io.crmkit.document.PrintedDocument.TaxRow;
import io.crmkit.document.Tax;
import io.crmkit.document.TaxGroup;
import io.crmkit.document.Totals;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a quote out for its reader. */
final class QuotePrint {
  private final Quote quote;
  private final Sums sums;
  private final PrintFormat format;
  private final Locale language;

  private QuotePrint(Quote quote, Sums sums) {
    this.quote = quote;
    this.sums = sums;
    this.language = quote.language();
    this.format = new PrintFormat(language, quote.rule().decimals());
  }

  /** The quote as the actor may see it, which is the whole of it or nothing. */
  static PrintedDocument of(Workspace space, Quote quote, Letterhead from) {
    QuotePrint print = new QuotePrint(quote, Sums.of(space, quote));
    Customer customer = space.records(Customer.TYPE).get(quote.must(Quote.CUSTOMER));
    Ref<Contact> ref = quote.raw(Quote.CONTACT);
    Contact contact = ref == null ? null : space.records(Contact.TYPE).find(ref).orElse(null);
    return new PrintedDocument(
        print.language,
        from,
        print.recipient(customer, contact),
        print.format.label("quote"),
        quote.fullNumber(),
        quote.must(Quote.TITLE),
        print.facts(),
        quote.raw(Quote.INTRODUCTION),
        quote.must(Quote.CURRENCY),
        print.sections(Sums.groups(space, quote.ref())),
        print.taxes(),
        print.entries(),
        quote.raw(Quote.TERMS));
  }

  private List<String> recipient(Customer customer, @Nullable Contact contact) {
    List<String> lines = new ArrayList<>();
    add(lines, customer.get(Customer.NAME));
    add(lines, contact == null ? null : contact.get(Contact.NAME));
    Address address = customer.get(Customer.ADDRESS);
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

  private List<Entry> facts() {
    boolean draft = quote.is(QuoteState.DRAFT);
    return List.of(
        entry("number", quote.fullNumber()),
        entry("date", draft ? format.label("draft") : format.date(quote.raw(Quote.ISSUED_ON))),
        new Entry(format.label("valid_until"), format.date(quote.raw(Quote.VALID_UNTIL)), true));
  }

  private Entry entry(String label, String value) {
    return new Entry(format.label(label), value, false);
  }

  /** Groups in their order, and what is in none of them behind. */
  private List<Section> sections(List<QuoteGroup> groups) {
    List<Section> sections = new ArrayList<>();
    Set<Ref<QuoteGroup>> shown = new HashSet<>();
    int number = 0;
    for (QuoteGroup group : groups) {
      shown.add(group.ref());
      List<Row> rows = rows(group.ref()::equals, number);
      number += rows.size();
      if (!rows.isEmpty()) {
        sections.add(
            new Section(
                group.require(QuoteGroup.TITLE),
                rows,
                format.amount(sums.totals().group(group.ref()))));
      }
    }
    List<Row> others = rows(its -> its == null || !shown.contains(its), number);
    if (!others.isEmpty()) {
      sections.add(new Section(null, others, null));
    }
    return sections;
  }

  private List<Row> rows(Predicate<@Nullable Ref<QuoteGroup>> in, int behind) {
    List<Row> rows = new ArrayList<>();
    for (QuoteLine line : sums.lines()) {
      if (in.test(line.raw(QuoteLine.GROUP))) {
        rows.add(row(line, behind + rows.size() + 1));
      }
    }
    return rows;
  }

  private Row row(QuoteLine line, int number) {
    return new Row(
        Integer.toString(number),
        line.must(QuoteLine.NAME),
        line.raw(QuoteLine.DESCRIPTION),
        format.number(line.must(QuoteLine.QUANTITY)),
        format.unit(line.raw(QuoteLine.UNIT)),
        format.price(line.must(QuoteLine.UNIT_PRICE)),
        discount(line),
        format.amount(line.must(QuoteLine.NET)));
  }

  /** What was taken off, and what was added, as the customer has to see it to follow the sum. */
  private @Nullable String discount(QuoteLine line) {
    List<String> parts = new ArrayList<>();
    BigDecimal percent = line.must(QuoteLine.DISCOUNT);
    if (percent.signum() != 0) {
      parts.add(format.percent(percent));
    }
    Money allowance = line.raw(QuoteLine.ALLOWANCE);
    if (allowance != null && !allowance.isZero()) {
      parts.add(format.amount(allowance.negate()));
    }
    Money charge = line.raw(QuoteLine.CHARGE);
    if (charge != null && !charge.isZero()) {
      parts.add("+" + format.amount(charge));
    }
    return parts.isEmpty() ? null : String.join(" ", parts);
  }

  private List<TaxRow> taxes() {
    List<TaxRow> rows = new ArrayList<>();
    for (TaxGroup group : sums.totals().taxGroups()) {
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

  private List<Entry> entries() {
    Totals totals = sums.totals();
    List<Entry> entries = new ArrayList<>();
    if (!sums.adjustments().isEmpty()) {
      entries.add(sum("line_total", totals.lineTotal()));
      for (QuoteAdjustment each : sums.adjustments()) {
        boolean charge = each.adjustment().charge();
        Money amount = each.adjustment().amount();
        entries.add(
            new Entry(
                each.require(QuoteAdjustment.REASON),
                format.amount(charge ? amount : amount.negate()),
                false));
      }
    }
    entries.add(sum("net", totals.taxExclusive()));
    for (TaxRow tax : taxes()) {
      entries.add(new Entry(tax.label(), tax.amount(), false));
    }
    boolean more = !totals.prepaid().isZero() || !totals.rounding().isZero();
    entries.add(strong("total", totals.taxInclusive()));
    if (more) {
      entries.add(sum("prepaid", totals.prepaid().negate()));
      if (!totals.rounding().isZero()) {
        entries.add(sum("rounding", totals.rounding()));
      }
      entries.add(strong("payable", totals.payable()));
    }
    return entries;
  }

  private Entry sum(String label, Money amount) {
    return entry(label, format.amount(amount));
  }

  private Entry strong(String label, Money amount) {
    return new Entry(
        format.label(label), quote.must(Quote.CURRENCY) + " " + format.amount(amount), true);
  }
}

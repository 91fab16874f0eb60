package io.crmkit.quote;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.Adjustment;
import io.crmkit.document.DocumentText;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintFormat;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Entry;
import io.crmkit.document.PrintedDocument.Row;
import io.crmkit.document.PrintedDocument.Section;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a quote out for its reader. */
final class QuotePrint {
  private static final List<Field<?, ?>> TOLD =
      List.of(
          Quote.NUMBER,
          Quote.REVISION,
          Quote.LANGUAGE,
          Quote.TITLE,
          Quote.STATE,
          Quote.ISSUED_ON,
          Quote.VALID_UNTIL,
          Quote.TERMS,
          QuoteLine.POSITION,
          QuoteGroup.QUOTE,
          QuoteGroup.POSITION,
          QuoteGroup.TITLE);

  private final Quote quote;
  private final Sums sums;
  private final DocumentText text;
  private final PrintFormat format;

  private QuotePrint(Quote quote, Sums sums) {
    this.quote = quote;
    this.sums = sums;
    this.text =
        DocumentText.of(
            quote.must(Quote.LANGUAGE), quote.must(Quote.CURRENCY), quote.rule().decimals());
    this.format = text.format();
  }

  /** The quote for an actor who may read all that is on it. */
  static PrintedDocument of(Workspace space, Quote quote, Letterhead from) {
    Sums.requireReadable(space);
    space.requireReadable(QuoteLine.FIELDS.texts());
    space.requireReadable(TOLD);
    QuotePrint print = new QuotePrint(quote, Sums.of(space, quote));
    Customer customer = space.records(Customer.TYPE).get(quote.must(Quote.CUSTOMER));
    Ref<Contact> ref = quote.get(Quote.CONTACT);
    Contact contact = ref == null ? null : space.records(Contact.TYPE).find(ref).orElse(null);
    List<Section> sections = print.sections(Sums.groups(space, quote.ref()));
    return new PrintedDocument(
        print.text.language(),
        from,
        print.text.recipient(customer, contact, customer.get(Customer.ADDRESS)),
        print.format.label("quote"),
        quote.fullNumber(),
        quote.must(Quote.TITLE),
        print.facts(),
        quote.get(Quote.INTRODUCTION),
        print.text.currency(),
        DocumentText.columns(sections),
        sections,
        print.text.taxes(print.sums.totals()),
        print.text.sums(print.sums.totals(), print.adjustments()),
        quote.raw(Quote.TERMS),
        List.of());
  }

  private List<Entry> facts() {
    boolean draft = quote.is(QuoteState.DRAFT);
    return List.of(
        text.fact("number", quote.fullNumber()),
        text.fact("date", draft ? format.label("draft") : format.date(quote.raw(Quote.ISSUED_ON))),
        text.deadline("valid_until", quote.must(Quote.VALID_UNTIL)));
  }

  private List<Map.Entry<String, Adjustment>> adjustments() {
    return sums.adjustments().stream()
        .map(each -> Map.entry(each.require(QuoteAdjustment.REASON), each.adjustment()))
        .toList();
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
        rows.add(QuoteLine.FIELDS.row(line, behind + rows.size() + 1, text));
      }
    }
    return rows;
  }
}

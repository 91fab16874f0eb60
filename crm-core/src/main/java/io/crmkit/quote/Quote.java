package io.crmkit.quote;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.RoundingRule;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an offer to a customer. Its state moves by the verbs of {@link Quotes}; once sent
 * it never changes, and what has to be different is in the next revision.
 */
public final class Quote extends Entity<Quote> {
  static final Definition<Quote> DEF = Definition.of("quote", Quote::new);

  /** The number, the same in all revisions. */
  public static final TextField<Quote> NUMBER =
      DEF.text("number")
          .required()
          .max(100)
          .indexed()
          .searchable()
          .immutable()
          .managed()
          .notPersonal()
          .add();

  /** The revision, from 1. */
  public static final NumberField<Quote, Long> REVISION =
      DEF.integer("revision").required().immutable().managed().add();

  /** No later revision took its place. */
  public static final ValueField<Quote, Boolean> CURRENT =
      DEF.yesNo("current").required().managed().add();

  /** Where it stands. */
  public static final ChoiceField<Quote, QuoteState> STATE =
      DEF.choice("state", QuoteState.class).required().indexed().managed().add();

  /** What is offered, as the lines say it: it stays when a person is erased. */
  public static final TextField<Quote> TITLE =
      DEF.text("title").required().max(200).searchable().notPersonal().add();

  /** Whom it is for. */
  public static final RefField<Quote, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().add();

  /** The person there. */
  public static final RefField<Quote, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).add();

  /** The deal that it is meant to win. */
  public static final RefField<Quote, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).add();

  /** Who made it. */
  public static final RefField<Quote, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** The ISO 4217 code of all amounts. */
  public static final TextField<Quote> CURRENCY =
      DEF.text("currency").required().max(3).immutable().notPersonal().add();

  /** The day it was sent. */
  public static final DateField<Quote> ISSUED_ON = DEF.date("issued_on").managed().add();

  /** The last day it can be accepted, see {@link Quotes}. */
  public static final DateField<Quote> VALID_UNTIL =
      DEF.date("valid_until").required().indexed().add();

  /** The language it is printed in, for example {@code en} or {@code zh}. */
  public static final TextField<Quote> LANGUAGE =
      DEF.text("language").required().max(35).notPersonal().add();

  /** What stands before the lines, such as how the reader is addressed. */
  public static final TextField<Quote> INTRODUCTION = DEF.longText("introduction").personal().add();

  /** The terms. */
  public static final TextField<Quote> TERMS = DEF.longText("terms").notPersonal().add();

  /** Of what the tax is computed. */
  public static final ChoiceField<Quote, RoundingRule.TaxPer> TAX_PER =
      DEF.choice("tax_per", RoundingRule.TaxPer.class).required().immutable().add();

  /** Which way amounts are rounded. */
  public static final ChoiceField<Quote, RoundingRule.Mode> ROUNDING =
      DEF.choice("rounding", RoundingRule.Mode.class).required().immutable().add();

  /** To how many decimals. */
  public static final NumberField<Quote, Long> DECIMALS =
      DEF.integer("decimals")
          .required()
          .atLeast(0L)
          .atMost((long) Money.MAX_DECIMALS)
          .immutable()
          .managed()
          .add();

  /** Of what the amount to pay is a multiple. */
  public static final NumberField<Quote, BigDecimal> PAYABLE_STEP =
      DEF.decimal("payable_step").immutable().add();

  /** What has been paid already. */
  public static final MoneyField<Quote> PREPAID = DEF.money("prepaid").add();

  /** The sum of the lines. */
  public static final MoneyField<Quote> LINE_TOTAL =
      DEF.money("line_total").required().managed().add();

  /** What is taken off all of it. */
  public static final MoneyField<Quote> ALLOWANCES =
      DEF.money("allowances").required().managed().add();

  /** What is added to all of it. */
  public static final MoneyField<Quote> CHARGES = DEF.money("charges").required().managed().add();

  /** Without tax. */
  public static final MoneyField<Quote> NET = DEF.money("net").required().managed().add();

  /** The tax. */
  public static final MoneyField<Quote> TAX = DEF.money("tax").required().managed().add();

  /** With tax. */
  public static final MoneyField<Quote> TOTAL = DEF.money("total").required().managed().add();

  /** What is left to pay, rounded as it can be paid. */
  public static final MoneyField<Quote> PAYABLE = DEF.money("payable").required().managed().add();

  /**
   * The greatest discount in percent of list prices: of a line, or of all lines together with what
   * is taken off the whole.
   */
  public static final NumberField<Quote, BigDecimal> DISCOUNT =
      DEF.decimal("discount").required().managed().add();

  /** Up to which percentage discounts have been approved. */
  public static final NumberField<Quote, BigDecimal> APPROVED_DISCOUNT =
      DEF.decimal("approved_discount").managed().add();

  /** Who approved it. */
  public static final TextField<Quote> APPROVED_BY =
      DEF.text("approved_by").managed().notPersonal().add();

  /** When it was sent. */
  public static final InstantField<Quote> SENT_AT = DEF.instant("sent_at").managed().add();

  /** When it was accepted, declined or withdrawn, or was found to have expired. */
  public static final InstantField<Quote> CLOSED_AT = DEF.instant("closed_at").managed().add();

  /** Why it was declined or withdrawn. */
  public static final TextField<Quote> CLOSE_REASON =
      DEF.text("close_reason").max(500).managed().personal().add();

  /** The type. */
  public static final EntityType<Quote> TYPE =
      DEF.about(CUSTOMER, CONTACT)
          .unique("number_revision", NUMBER, REVISION)
          .index(STATE, VALID_UNTIL)
          .ownedBy(OWNER)
          .rule("prepaid", PREPAID, Quote::isPrepaidInItsCurrency)
          .rule("language", LANGUAGE, quote -> isLanguage(quote.get(LANGUAGE)))
          .rule("payable_step", PAYABLE_STEP, quote -> RoundingRule.isStep(quote.get(PAYABLE_STEP)))
          .seal();

  private Quote(Snapshot snapshot) {
    super(snapshot);
  }

  private boolean isPrepaidInItsCurrency() {
    Money prepaid = get(PREPAID);
    return prepaid == null || prepaid.currency().equals(get(CURRENCY));
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Quote, T> field) {
    return field.of(snapshot().row());
  }

  <T> T must(Field<Quote, T> field) {
    return Objects.requireNonNull(raw(field));
  }

  /** How its amounts are rounded. */
  public RoundingRule rule() {
    return new RoundingRule(
        must(TAX_PER), must(ROUNDING).mode(), Math.toIntExact(must(DECIMALS)), raw(PAYABLE_STEP));
  }

  Locale language() {
    return Locale.forLanguageTag(must(LANGUAGE));
  }

  /** True for a tag of BCP 47 that names a language. */
  static boolean isLanguage(@Nullable String tag) {
    return tag != null && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
  }

  boolean is(QuoteState state) {
    return must(STATE) == state;
  }

  /** What refusals call it: the number as far as its reader sees it, else its reference. */
  String named() {
    return sees(NUMBER) && sees(REVISION) ? fullNumber() : called();
  }

  /** {@code Q-2027-00042} for the first revision, {@code Q-2027-00042-R2} for the second. */
  public String fullNumber() {
    long revision = must(REVISION);
    return revision == 1 ? must(NUMBER) : must(NUMBER) + "-R" + revision;
  }
}

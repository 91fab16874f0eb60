package io.crmkit.order;

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
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a customer has ordered. It moves by the verbs of {@link Orders}. */
public final class SalesOrder extends Entity<SalesOrder> {
  static final Definition<SalesOrder> DEF = Definition.of("sales_order", SalesOrder::new);

  /** The number. */
  public static final TextField<SalesOrder> NUMBER =
      DEF.text("number")
          .required()
          .max(100)
          .unique()
          .searchable()
          .immutable()
          .managed()
          .notPersonal()
          .add();

  /** Where it stands. */
  public static final ChoiceField<SalesOrder, OrderState> STATE =
      DEF.choice("state", OrderState.class).required().indexed().managed().add();

  /** Who ordered. */
  public static final RefField<SalesOrder, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().add();

  /** The person there. */
  public static final RefField<SalesOrder, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).add();

  /** The deal it comes from. */
  public static final RefField<SalesOrder, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).add();

  /** The quote it comes from, of which there is one order alone that is {@link #IN_FORCE}. */
  public static final RefField<SalesOrder, Quote> QUOTE =
      DEF.ref("quote", () -> Quote.TYPE).immutable().managed().add();

  /** True until it is cancelled as a whole, missing from then on. */
  public static final ValueField<SalesOrder, Boolean> IN_FORCE =
      DEF.yesNo("in_force").managed().add();

  /** Who looks after it. */
  public static final RefField<SalesOrder, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** What the customer calls it: a number, or who ordered. */
  public static final TextField<SalesOrder> CUSTOMER_REFERENCE =
      DEF.text("customer_reference").max(100).searchable().personal().add();

  /** The number that the host's other systems know it by. */
  public static final TextField<SalesOrder> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().notPersonal().add();

  /** The ISO 4217 code of all amounts. */
  public static final TextField<SalesOrder> CURRENCY =
      DEF.text("currency").required().max(3).immutable().notPersonal().add();

  /** The language it is printed in, for example {@code en} or {@code zh}. */
  public static final TextField<SalesOrder> LANGUAGE =
      DEF.text("language").required().max(35).notPersonal().add();

  /** The terms that are printed. */
  public static final TextField<SalesOrder> TERMS = DEF.longText("terms").notPersonal().add();

  /** The day it was confirmed, by {@link io.crmkit.kernel.work.Workspace#today}. */
  public static final DateField<SalesOrder> CONFIRMED_ON =
      DEF.date("confirmed_on").indexed().managed().add();

  /** The day it was promised for. */
  public static final DateField<SalesOrder> PROMISED_ON = DEF.date("promised_on").add();

  /** When the host last said what is promised. */
  public static final InstantField<SalesOrder> PROMISED_AT =
      DEF.instant("promised_at").managed().add();

  /** Of what the tax is computed. */
  public static final ChoiceField<SalesOrder, RoundingRule.TaxPer> TAX_PER =
      DEF.choice("tax_per", RoundingRule.TaxPer.class).required().immutable().managed().add();

  /** Which way amounts are rounded. */
  public static final ChoiceField<SalesOrder, RoundingRule.Mode> ROUNDING =
      DEF.choice("rounding", RoundingRule.Mode.class).required().immutable().managed().add();

  /** To how many decimals. */
  public static final NumberField<SalesOrder, Long> DECIMALS =
      DEF.integer("decimals")
          .required()
          .atLeast(0L)
          .atMost((long) Money.MAX_DECIMALS)
          .immutable()
          .managed()
          .add();

  /** Of what the amount to pay is a multiple. */
  public static final NumberField<SalesOrder, BigDecimal> PAYABLE_STEP =
      DEF.decimal("payable_step").immutable().managed().add();

  /** What has been paid already. */
  public static final MoneyField<SalesOrder> PREPAID = DEF.money("prepaid").add();

  /** Without tax, as it was ordered. */
  public static final MoneyField<SalesOrder> NET = DEF.money("net").required().managed().add();

  /** The tax. */
  public static final MoneyField<SalesOrder> TAX = DEF.money("tax").required().managed().add();

  /** With tax. */
  public static final MoneyField<SalesOrder> TOTAL = DEF.money("total").required().managed().add();

  /** How many shipments, cancellations and returns there have been. */
  public static final NumberField<SalesOrder, Long> MOVES =
      DEF.integer("moves").required().managed().add();

  /** Why it was cancelled. */
  public static final TextField<SalesOrder> CANCEL_REASON =
      DEF.text("cancel_reason").max(500).managed().personal().add();

  /** The type. */
  public static final EntityType<SalesOrder> TYPE =
      DEF.about(CUSTOMER, CONTACT)
          .unique("one_order", QUOTE, IN_FORCE)
          .index(CUSTOMER, CONFIRMED_ON)
          .ownedBy(OWNER)
          .rule("prepaid", PREPAID, SalesOrder::isPrepaidInItsCurrency)
          .seal();

  private SalesOrder(Snapshot snapshot) {
    super(snapshot);
  }

  private boolean isPrepaidInItsCurrency() {
    Money prepaid = get(PREPAID);
    return prepaid == null || prepaid.currency().equals(get(CURRENCY));
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<SalesOrder, T> field) {
    return field.of(snapshot().row());
  }

  <T> T must(Field<SalesOrder, T> field) {
    return Objects.requireNonNull(raw(field));
  }

  RoundingRule rule() {
    return new RoundingRule(
        must(TAX_PER), must(ROUNDING).mode(), Math.toIntExact(must(DECIMALS)), raw(PAYABLE_STEP));
  }
}

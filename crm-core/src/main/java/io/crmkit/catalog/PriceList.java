package io.crmkit.catalog;

import io.crmkit.currency.Currencies;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/** Prices and discounts in one currency for everybody, a customer group or one customer. */
public final class PriceList extends Entity<PriceList> {
  static final Definition<PriceList> DEF = Definition.of("price_list", PriceList::new);

  /** The name. */
  public static final TextField<PriceList> NAME =
      DEF.text("name").required().max(200).searchable().indexed().notPersonal().add();

  /** The short name, by which explanations call it. */
  public static final TextField<PriceList> CODE =
      DEF.text("code").required().max(50).unique().notPersonal().add();

  /** The ISO 4217 code of its prices. */
  public static final TextField<PriceList> CURRENCY =
      DEF.text("currency").required().max(3).immutable().indexed().notPersonal().add();

  /** The customer group that it is for: a code of {@code customer_group}. */
  public static final TextField<PriceList> GROUP =
      DEF.code("customer_group", "customer_group").indexed().add();

  /** The one customer that it is for. */
  public static final RefField<PriceList, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).add();

  /** The first day it is in force. */
  public static final DateField<PriceList> SINCE = DEF.date("since").add();

  /** The last day it is in force. */
  public static final DateField<PriceList> UNTIL = DEF.date("until").add();

  private static final Period<PriceList> PERIOD = DEF.period(SINCE, UNTIL);

  /** The greater goes first where nothing else decides, see {@link Pricing}. */
  public static final NumberField<PriceList, Long> PRIORITY =
      DEF.integer("priority").required().defaultTo(0L).add();

  /** Its prices contain the tax. */
  public static final ValueField<PriceList, Boolean> TAX_INCLUDED =
      DEF.yesNo("tax_included").required().defaultTo(false).add();

  /** It changes the prices that other lists make. */
  public static final ValueField<PriceList, Boolean> ON_TOP =
      DEF.yesNo("on_top").required().defaultTo(false).add();

  /** Of what a price is a multiple; without it, of the smallest unit of the currency. */
  public static final NumberField<PriceList, BigDecimal> ROUND_TO = DEF.decimal("round_to").add();

  /** Which way prices are rounded. */
  public static final ChoiceField<PriceList, Rounding> ROUNDING =
      DEF.choice("rounding", Rounding.class).required().defaultTo(Rounding.HALF_UP).add();

  /** Is used now. */
  public static final ValueField<PriceList, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The type. */
  public static final EntityType<PriceList> TYPE =
      DEF.rule("currency", CURRENCY, list -> Currencies.isKnown(list.require(CURRENCY)))
          .rule("audience", GROUP, list -> list.get(GROUP) == null || list.get(CUSTOMER) == null)
          .rule("round_to", ROUND_TO, PriceList::roundsToSomething)
          .seal();

  /** The ways to round a price. */
  public enum Rounding {
    /** To the next, up from the half. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the next, from the half to the even one. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Up. */
    UP(RoundingMode.UP),
    /** Down. */
    DOWN(RoundingMode.DOWN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
      this.mode = mode;
    }
  }

  private PriceList(Snapshot snapshot) {
    super(snapshot);
  }

  private boolean roundsToSomething() {
    BigDecimal step = get(ROUND_TO);
    return step == null || step.signum() > 0;
  }

  /** Matches those that are in force on {@code day} by their first and last day. */
  public static Condition<PriceList> on(LocalDate day) {
    return PERIOD.on(day);
  }

  PriceTerms terms() {
    String currency = require(CURRENCY);
    BigDecimal step = get(ROUND_TO);
    return new PriceTerms(
        require(CODE),
        currency,
        get(CUSTOMER),
        get(GROUP),
        get(SINCE),
        get(UNTIL),
        require(PRIORITY),
        require(TAX_INCLUDED),
        require(ON_TOP),
        new PriceRounding(
            Objects.requireNonNullElseGet(step, () -> PriceRounding.of(currency).step()),
            require(ROUNDING).mode));
  }
}

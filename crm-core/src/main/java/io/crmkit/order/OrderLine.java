package io.crmkit.order;

import io.crmkit.catalog.Product;
import io.crmkit.document.DocumentLine;
import io.crmkit.document.LineFields;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order is for, and what has become of it. From the confirmation on, quantity and net
 * amount are at any time what was shipped, what is open and what was cancelled, together.
 */
public final class OrderLine extends Entity<OrderLine> {
  static final Definition<OrderLine> DEF = Definition.of("order_line", OrderLine::new);

  /** The order. */
  public static final RefField<OrderLine, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().immutable().add();

  /** Its place among the lines, by which the host knows it as well. */
  public static final NumberField<OrderLine, Long> POSITION =
      DEF.integer("position").required().add();

  static final LineFields<OrderLine> FIELDS = LineFields.add(DEF);

  /** The product. */
  public static final RefField<OrderLine, Product> PRODUCT = FIELDS.product();

  /** What it is called on the order. */
  public static final TextField<OrderLine> NAME = FIELDS.name();

  /** What else is said about it. */
  public static final TextField<OrderLine> DESCRIPTION = FIELDS.description();

  /** How many were ordered; less than zero of what the customer gives back with the order. */
  public static final NumberField<OrderLine, BigDecimal> QUANTITY = FIELDS.quantity();

  /** What one is. */
  public static final TextField<OrderLine> UNIT = FIELDS.unit();

  /** The price of one, without tax, before discounts. */
  public static final MoneyField<OrderLine> UNIT_PRICE = FIELDS.unitPrice();

  /** What is taken off in percent. */
  public static final NumberField<OrderLine, BigDecimal> DISCOUNT = FIELDS.discount();

  /** What is taken off besides, of the whole line. */
  public static final MoneyField<OrderLine> ALLOWANCE = FIELDS.allowance();

  /** What is added, to the whole line. */
  public static final MoneyField<OrderLine> CHARGE = FIELDS.charge();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<OrderLine, String> TAX_CATEGORY = FIELDS.taxCategory();

  /** Its rate in percent. */
  public static final NumberField<OrderLine, BigDecimal> TAX_RATE = FIELDS.taxRate();

  /** The day this line was promised for, where it is not that of the order. */
  public static final DateField<OrderLine> PROMISED_ON = DEF.date("promised_on").add();

  /** What the line amounts to, without tax. */
  public static final MoneyField<OrderLine> NET = FIELDS.net();

  /** How many are still to be shipped; missing before the confirmation. */
  public static final NumberField<OrderLine, BigDecimal> OPEN =
      DEF.decimal("open_quantity").managed().add();

  /** How many have been shipped. */
  public static final NumberField<OrderLine, BigDecimal> SHIPPED =
      DEF.decimal("shipped").managed().add();

  /** How many will not be shipped. */
  public static final NumberField<OrderLine, BigDecimal> CANCELLED =
      DEF.decimal("cancelled").managed().add();

  /** How many of those shipped have come back. */
  public static final NumberField<OrderLine, BigDecimal> RETURNED =
      DEF.decimal("returned").managed().add();

  /** The net amount of what is open. */
  public static final MoneyField<OrderLine> OPEN_AMOUNT = DEF.money("open_amount").managed().add();

  /** The net amount of what was shipped. */
  public static final MoneyField<OrderLine> SHIPPED_AMOUNT =
      DEF.money("shipped_amount").managed().add();

  /** The net amount of what was cancelled. */
  public static final MoneyField<OrderLine> CANCELLED_AMOUNT =
      DEF.money("cancelled_amount").managed().add();

  /** The type. */
  public static final EntityType<OrderLine> TYPE =
      DEF.unique("order_position", ORDER, POSITION)
          .index(ORDER, POSITION)
          .partOf(ORDER)
          .rule("balance", OPEN, OrderLine::balances)
          .seal();

  private OrderLine(Snapshot snapshot) {
    super(snapshot);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<OrderLine, T> field) {
    return field.of(snapshot().row());
  }

  <T> T must(Field<OrderLine, T> field) {
    return Objects.requireNonNull(raw(field));
  }

  /** True for what does not change any more once the order is confirmed. */
  static boolean isFixed(Field<OrderLine, ?> field) {
    return !field.managed() && !field.custom() && !field.equals(PROMISED_ON);
  }

  /** True from the confirmation on. */
  boolean confirmed() {
    return raw(OPEN) != null;
  }

  private boolean balances() {
    return !confirmed()
        || (must(QUANTITY).compareTo(must(OPEN).add(must(SHIPPED)).add(must(CANCELLED))) == 0
            && must(NET)
                .equals(must(OPEN_AMOUNT).plus(must(SHIPPED_AMOUNT)).plus(must(CANCELLED_AMOUNT)))
            && isPart(must(RETURNED), must(SHIPPED)));
  }

  /** True where it is nothing, all, or something in between. */
  static boolean isPart(BigDecimal quantity, BigDecimal of) {
    return quantity.signum() * of.signum() >= 0 && quantity.abs().compareTo(of.abs()) <= 0;
  }

  /** The line as it is added up. */
  DocumentLine line() {
    return FIELDS.line(this);
  }
}

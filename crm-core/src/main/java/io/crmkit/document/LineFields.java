package io.crmkit.document;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the lines of all documents have in common, and what follows from them.
 *
 * @param product the product
 * @param name what it is called on the document
 * @param description what else is said about it
 * @param quantity how many
 * @param unit what one is
 * @param unitPrice the price of one, without tax, before discounts
 * @param discount what is taken off in percent
 * @param allowance what is taken off besides, of the whole line
 * @param charge what is added, to the whole line
 * @param taxCategory the category of the tax, see {@link Tax}
 * @param taxRate its rate in percent
 * @param net what the line amounts to, without tax; managed
 */
public record LineFields<E extends Entity<E>>(
    RefField<E, Product> product,
    TextField<E> name,
    TextField<E> description,
    NumberField<E, BigDecimal> quantity,
    TextField<E> unit,
    MoneyField<E> unitPrice,
    NumberField<E, BigDecimal> discount,
    MoneyField<E> allowance,
    MoneyField<E> charge,
    ChoiceField<E, String> taxCategory,
    NumberField<E, BigDecimal> taxRate,
    MoneyField<E> net) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Adds the fields to a record type that is a line. */
  public static <E extends Entity<E>> LineFields<E> add(Definition<E> line) {
    return new LineFields<>(
        line.ref("product", () -> Product.TYPE).add(),
        line.text("name").required().max(200).notPersonal().add(),
        line.longText("description").notPersonal().add(),
        line.decimal("quantity").required().defaultTo(BigDecimal.ONE).add(),
        line.code("unit", "product_unit").add(),
        line.money("unit_price").required().add(),
        line.decimal("discount")
            .required()
            .atLeast(BigDecimal.ZERO)
            .atMost(HUNDRED)
            .defaultTo(BigDecimal.ZERO)
            .add(),
        line.money("allowance").add(),
        line.money("charge").add(),
        taxCategory(line),
        taxRate(line),
        line.money("net").managed().add());
  }

  static <E extends Entity<E>> ChoiceField<E, String> taxCategory(Definition<E> type) {
    return type.choice("tax_category", Tax.CATEGORIES, Tax.class).required().add();
  }

  static <E extends Entity<E>> NumberField<E, BigDecimal> taxRate(Definition<E> type) {
    return type.decimal("tax_rate").required().atLeast(BigDecimal.ZERO).atMost(HUNDRED).add();
  }

  /** What a line is added up from, and what it amounts to. */
  public List<Field<E, ?>> amounts() {
    return List.of(quantity, unitPrice, discount, allowance, charge, taxCategory, taxRate, net);
  }

  /** What is printed of a line besides. */
  public List<Field<E, ?>> texts() {
    return List.of(name, description, unit);
  }

  /** Presets what a product says, but for its price and tax. */
  public void preset(Draft<E> line, Product its) {
    line.set(product, its)
        .preset(name, its.get(Product.NAME))
        .preset(description, its.get(Product.DESCRIPTION))
        .preset(unit, its.get(Product.UNIT));
  }

  /**
   * Refuses a product that is not offered today, unless the line has had it before.
   *
   * @throws io.crmkit.kernel.error.InvalidRequestException naming it and the remedy
   */
  public void requireOffered(Workspace space, Draft<E> line) {
    Ref<Product> its = line.get(product);
    if (its != null && (line.isNew() || !its.equals(line.stored(product)))) {
      new Catalog(space).requireOffered(its);
    }
  }

  /** Presets a tax, which is asked for only where the line does not say all of it. */
  public void presetTax(Draft<E> line, Supplier<Tax> tax) {
    if (line.get(taxCategory) == null || line.get(taxRate) == null) {
      Tax its = tax.get();
      line.preset(taxCategory, its.category()).preset(taxRate, its.rate());
    }
  }

  /**
   * Fills in what a line amounts to; nothing where its values make no amount, since somebody is
   * about to refuse them.
   *
   * @throws io.crmkit.kernel.error.InvalidRequestException where an amount is of another currency
   */
  public void fillNet(Draft<E> line, String currency, RoundingRule rule) {
    line.setOrClear(net, amount(line, currency, rule));
  }

  private @Nullable Money amount(Draft<E> line, String currency, RoundingRule rule) {
    Money price = line.get(unitPrice);
    if (price == null) {
      return null;
    }
    try {
      DocumentLine its =
          line(
              Objects.requireNonNullElse(line.get(quantity), BigDecimal.ONE),
              price,
              Objects.requireNonNullElse(line.get(discount), BigDecimal.ZERO),
              line.get(allowance),
              line.get(charge),
              Tax.none(Tax.STANDARD));
      return Totals.of(currency, rule, List.of(its), List.of()).lineTotal();
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }

  /** A line as it is added up, whatever its reader may see. */
  public DocumentLine line(E line) {
    return line(
        must(line, quantity),
        must(line, unitPrice),
        must(line, discount),
        raw(line, allowance),
        raw(line, charge),
        new Tax(must(line, taxCategory), must(line, taxRate)));
  }

  private static DocumentLine line(
      BigDecimal quantity,
      Money price,
      BigDecimal discount,
      @Nullable Money allowance,
      @Nullable Money charge,
      Tax tax) {
    Money nothing = Money.zero(price.currency());
    return DocumentLine.of(quantity, price, tax)
        .discount(discount)
        .adjusted(
            Objects.requireNonNullElse(allowance, nothing),
            Objects.requireNonNullElse(charge, nothing));
  }

  /** A line as it is printed on a document with prices. */
  public PrintedDocument.Row row(E line, long number, DocumentText text) {
    PrintFormat format = text.format();
    return row(
        line,
        number,
        Map.of(
            Column.QUANTITY, format.number(must(line, quantity)),
            Column.UNIT, format.unit(raw(line, unit)),
            Column.UNIT_PRICE, format.price(must(line, unitPrice)),
            Column.DISCOUNT,
                text.discount(must(line, discount), raw(line, allowance), raw(line, charge)),
            Column.AMOUNT, format.amount(must(line, net))));
  }

  /** A line as it is printed with these values. */
  public PrintedDocument.Row row(E line, long number, Map<Column, String> values) {
    return new PrintedDocument.Row(
        Long.toString(number), must(line, name), raw(line, description), values);
  }

  /** Sets in another line what somebody has given in this one. */
  public <X extends Entity<X>> void copy(E line, LineFields<X> its, Draft<X> other) {
    copy(line, product, other, its.product);
    copy(line, name, other, its.name);
    copy(line, description, other, its.description);
    copy(line, quantity, other, its.quantity);
    copy(line, unit, other, its.unit);
    copy(line, unitPrice, other, its.unitPrice);
    copy(line, discount, other, its.discount);
    copy(line, allowance, other, its.allowance);
    copy(line, charge, other, its.charge);
    copy(line, taxCategory, other, its.taxCategory);
    copy(line, taxRate, other, its.taxRate);
  }

  private static <E extends Entity<E>, X extends Entity<X>, T> void copy(
      E from, Field<E, T> field, Draft<X> to, Field<X, T> its) {
    T value = from.get(field);
    if (value != null) {
      to.set(its, value);
    }
  }

  private static <E extends Entity<E>, T> @Nullable T raw(E line, Field<E, T> field) {
    return field.of(line.snapshot().row());
  }

  private static <E extends Entity<E>, T> T must(E line, Field<E, T> field) {
    return Objects.requireNonNull(raw(line, field));
  }
}

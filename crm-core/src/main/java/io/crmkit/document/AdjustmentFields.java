package io.crmkit.document;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The fields that allowances on and charges to whole documents have in common.
 *
 * @param kind what it does
 * @param reason what it is for
 * @param amount how much, without tax
 * @param taxCategory the category of the tax, see {@link Tax}
 * @param taxRate its rate in percent
 */
public record AdjustmentFields<E extends Entity<E>>(
    ChoiceField<E, Adjustment.Kind> kind,
    TextField<E> reason,
    MoneyField<E> amount,
    ChoiceField<E, String> taxCategory,
    NumberField<E, BigDecimal> taxRate) {
  /** Adds the fields to a record type that is an adjustment. */
  public static <E extends Entity<E>> AdjustmentFields<E> add(Definition<E> type) {
    return new AdjustmentFields<>(
        type.choice("kind", Adjustment.Kind.class).required().add(),
        type.text("reason").required().max(200).notPersonal().add(),
        type.money("amount").required().add(),
        LineFields.taxCategory(type),
        LineFields.taxRate(type));
  }

  /** All of them. */
  public List<Field<E, ?>> all() {
    return List.of(kind, reason, amount, taxCategory, taxRate);
  }

  /** Fills all of them. */
  public void fill(Draft<E> d, Adjustment.Kind what, String why, Money howMuch, Tax tax) {
    d.set(kind, what)
        .set(reason, why)
        .set(amount, howMuch)
        .set(taxCategory, tax.category())
        .set(taxRate, tax.rate());
  }

  /** An adjustment as it is added up, whatever its reader may see. */
  public Adjustment adjustment(E its) {
    return new Adjustment(
        must(its, kind) == Adjustment.Kind.CHARGE,
        must(its, amount),
        new Tax(must(its, taxCategory), must(its, taxRate)));
  }

  private static <E extends Entity<E>, T> T must(E its, Field<E, T> field) {
    return Objects.requireNonNull(field.of(its.snapshot().row()));
  }
}

package io.crmkit.catalog;

import io.crmkit.kernel.record.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a price list.
 *
 * @param item the record it stands in
 * @param terms those of its list
 * @param product the product it is about, or null
 * @param category the category it is about, all below included, or null; with neither it is about
 *     everything
 * @param unit the unit that quantity and price are for; null for the product's own
 * @param from the smallest quantity it holds for, not negative
 * @param since its first day, or null; the list has to be in force as well
 * @param until its last day, or null
 * @param formula what it does
 */
public record PriceRule(
    Ref<PriceListItem> item,
    PriceTerms terms,
    @Nullable Ref<Product> product,
    @Nullable Ref<ProductCategory> category,
    @Nullable String unit,
    BigDecimal from,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    PriceFormula formula) {
  /** Refuses a fixed price on top of other prices. */
  public PriceRule {
    if (terms.onTop() && formula.isFixed()) {
      throw new IllegalArgumentException(item + ": a fixed price cannot come on top of a price");
    }
  }

  /** The day from which both the list and this row are in force; null where they always were. */
  @Nullable LocalDate inForceSince() {
    LocalDate list = terms.since();
    if (list == null || since == null) {
      return list == null ? since : list;
    }
    return list.isAfter(since) ? list : since;
  }

  boolean inForce(LocalDate day) {
    return within(day, since, until) && within(day, terms.since(), terms.until());
  }

  private static boolean within(
      LocalDate day, @Nullable LocalDate first, @Nullable LocalDate last) {
    return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
  }
}

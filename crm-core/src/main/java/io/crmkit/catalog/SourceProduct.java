package io.crmkit.catalog;

import io.crmkit.kernel.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product as the host's own system has it.
 *
 * @param externalId what that system calls it; never changes
 * @param name the name
 * @param code the number that people know it by, or null
 * @param unit a code of {@code product_unit}, or null
 * @param listPrice what one unit costs before any discount, without tax, or null
 * @param offered true while it is sold
 */
public record SourceProduct(
    String externalId,
    String name,
    @Nullable String code,
    @Nullable String unit,
    @Nullable Money listPrice,
    boolean offered) {
  /** A product that is offered, of which nothing but the name is known. */
  public static SourceProduct of(String externalId, String name) {
    return new SourceProduct(externalId, name, null, null, null, true);
  }
}

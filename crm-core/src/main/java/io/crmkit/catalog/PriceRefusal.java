package io.crmkit.catalog;

/**
 * A rule about the product that did not make its price.
 *
 * @param rule the rule
 * @param reason why not
 */
public record PriceRefusal(PriceRule rule, Reason reason) {
  /** Why a rule does not count. */
  public enum Reason {
    /** Its prices are in another currency. */
    OTHER_CURRENCY,
    /** It is not in force on the day. */
    NOT_IN_FORCE,
    /** It is for another customer. */
    OTHER_CUSTOMER,
    /** It is for another customer group. */
    OTHER_GROUP,
    /** Nothing says how many of its unit are in the unit asked for. */
    OTHER_UNIT,
    /** It holds from a greater quantity on. */
    BELOW_QUANTITY,
    /** It changes a list price, and there is none with, or without, tax as its list has it. */
    NO_LIST_PRICE,
    /** It would make the price less than nothing. */
    BELOW_ZERO,
    /** A more specific rule goes first, see {@link Pricing}. */
    OVERRULED
  }
}

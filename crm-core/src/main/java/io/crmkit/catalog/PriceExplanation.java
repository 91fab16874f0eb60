package io.crmkit.catalog;

import io.crmkit.kernel.error.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words how a price came about. */
final class PriceExplanation {
  private final Locale locale;
  private final List<String> sentences = new ArrayList<>();

  private PriceExplanation(Locale locale) {
    this.locale = locale;
  }

  static List<String> of(PriceQuote quote, Locale locale) {
    PriceExplanation explanation = new PriceExplanation(locale);
    quote.applied().forEach(explanation::tell);
    for (PriceRefusal refusal : quote.refused()) {
      String reason = explanation.text(reason(refusal.reason()));
      explanation.say("catalog.explain_refused", refusal.rule().terms().list(), reason);
    }
    return explanation.sentences;
  }

  private void tell(PriceStep step) {
    PriceRule rule = step.rule();
    String after = plain(step.after());
    if (step.rounding() != null) {
      say("catalog.explain_rounding", plain(step.rounding().step()), after);
    } else if (rule == null) {
      say("catalog.explain_own", after);
    } else if (step.formula().isFixed()) {
      say("catalog.explain_fixed", rule.terms().list(), after);
    } else {
      String factor = plain(step.formula().factor());
      say("catalog.explain_rule", rule.terms().list(), factor, plain(step.formula().plus()), after);
    }
  }

  private static String reason(PriceRefusal.Reason reason) {
    return switch (reason) {
      case OTHER_CURRENCY -> "catalog.why_currency";
      case NOT_IN_FORCE -> "catalog.why_force";
      case OTHER_CUSTOMER -> "catalog.why_customer";
      case OTHER_GROUP -> "catalog.why_group";
      case OTHER_UNIT -> "catalog.why_unit";
      case BELOW_QUANTITY -> "catalog.why_quantity";
      case NO_LIST_PRICE -> "catalog.why_list_price";
      case BELOW_ZERO -> "catalog.why_below_zero";
      case OVERRULED -> "catalog.why_overruled";
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void say(String key, String... arguments) {
    sentences.add(text(key, arguments));
  }

  private String text(String key, String... arguments) {
    return Messages.text(locale, key, (Object[]) arguments);
  }
}

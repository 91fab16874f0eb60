package io.crmkit.kernel.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.value.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Conditions as JSON, for saved views and rules.
 *
 * <pre>{@code
 * {"all":[{"field":"stage","op":"in","values":["negotiation","proposal"]},
 *         {"field":"amount.currency","op":"is","value":"EUR"},
 *         {"field":"closes_on.quarter","op":"at_least","value":"2027-01-01"},
 *         {"not":{"field":"customer.name","op":"missing"}},
 *         {"any":[{"field":"title","op":"starts_with","value":"A"},
 *                 {"field":"customer","op":"matches",
 *                  "condition":{"field":"tags","op":"tagged","value":"vip"}}]}]}
 * }</pre>
 *
 * <p>A <b>field</b> is a path as {@link io.crmkit.kernel.record.Paths} reads it. The
 * <b>operators</b> are those that the field offers in Java: {@code is}, {@code in} and {@code
 * missing} everywhere; {@code less_than}, {@code at_most}, {@code more_than} and {@code at_least}
 * where values have an order; {@code starts_with}, {@code contains} and {@code mentions} of text;
 * {@code tagged} of tags; {@code matches} of a reference. Their opposites are written with {@code
 * not}. A <b>value</b> is the text that its kind gives it; a JSON number or boolean may stand where
 * the field is one.
 *
 * <p>A condition is at most {@value #MAX_DEPTH} levels deep, has at most {@value #MAX_CONDITIONS}
 * conditions in it, with at most {@value #MAX_VALUES} values each, and is at most {@value
 * #MAX_BYTES} bytes long as text in UTF-8.
 *
 * <p>What is written is canonical JSON with the values of a list in order; reading it gives an
 * equal condition. Thread-safe.
 */
public final class ConditionJson {
  /** Levels of conditions within each other. */
  public static final int MAX_DEPTH = 32;

  /** Conditions in all, those that only combine others included. */
  public static final int MAX_CONDITIONS = 500;

  /** Values of one {@code in}. */
  public static final int MAX_VALUES = 2_000;

  /** Size of the text in UTF-8: 64 KiB. */
  public static final int MAX_BYTES = 1 << 16;

  private ConditionJson() {}

  /**
   * The JSON of a condition. Restrictions that {@link Condition#within} put into paths are not
   * kept: write a condition before it is narrowed to what an actor may see.
   *
   * @throws InvalidRequestException where the condition exceeds the limits, or was made with an
   *     operator or a value that its field does not offer; names all such places
   */
  public static <E extends Entity<E>> String write(Condition<E> condition) {
    Problems problems = new Problems();
    Object tree = new ConditionWriter(problems).tree(condition, "", 1);
    String text = problems.any() ? "" : text(tree, problems);
    if (problems.any()) {
      throw problems.as("request.condition");
    }
    return text;
  }

  private static String text(Object tree, Problems problems) {
    try {
      String text = Json.of(tree).toString();
      checkLength(text, problems);
      return text;
    } catch (IllegalArgumentException tooLong) {
      problems.add("", "request.condition.text_long", MAX_BYTES);
      return "";
    }
  }

  /**
   * The condition that a JSON text means.
   *
   * @param type the type of the records that the condition is about
   * @param layout knows the custom fields
   * @throws InvalidRequestException where anything is wrong with the text: names every place as a
   *     JSON pointer ({@code /all/1/value}; {@code /} is the whole), and what to write instead
   */
  public static <E extends Entity<E>> Condition<E> read(
      EntityType<E> type, String json, Layout layout) {
    Problems problems = new Problems();
    checkLength(json, problems);
    Condition<E> condition =
        problems.any() ? Condition.never() : parse(type, json, layout, problems);
    if (problems.any()) {
      throw problems.as("request.condition");
    }
    return condition;
  }

  /** The words of the operators that make sense of {@code expr}. */
  public static List<String> operators(Expr<?, ?> expr) {
    return Operator.words(expr);
  }

  private static <E extends Entity<E>> Condition<E> parse(
      EntityType<E> type, String json, Layout layout, Problems problems) {
    Json parsed;
    try {
      parsed = Json.parse(json);
    } catch (IllegalArgumentException bad) {
      problems.add("", "request.condition.json", bad.getMessage());
      return Condition.never();
    }
    return new ConditionReader(layout, problems).read(type, parsed);
  }

  private static void checkLength(String text, Problems problems) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      problems.add("", "request.condition.text_long", MAX_BYTES);
    }
  }
}

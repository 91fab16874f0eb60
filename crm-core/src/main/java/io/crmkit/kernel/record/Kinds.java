package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.ContactPoints;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Normalised;
import io.crmkit.kernel.value.TextOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of values that fields can have. */
public final class Kinds {
  /** Text on one line or a few; the empty text means “nothing”. */
  public static final Kind<String> TEXT = new TextKind("text", Kind.Storage.TEXT);

  /** Text of any length; cannot be sorted by. */
  public static final Kind<String> LONG_TEXT = new TextKind("long_text", Kind.Storage.LONG_TEXT);

  /** An e-mail address (RFC 5321 mailbox); the domain is lower-cased, the local part kept. */
  public static final Kind<String> EMAIL =
      new CheckedKind(
          "email", text -> accepted(ContactPoints.email(text), "violation.email", text));

  /** A phone number in E.164 form where it can be understood, else as typed. */
  public static final Kind<String> PHONE =
      new CheckedKind(
          "phone", text -> accepted(ContactPoints.phone(text, null), "violation.phone", text));

  /** An absolute http or https address. */
  public static final Kind<String> URL =
      new CheckedKind("url", text -> accepted(ContactPoints.url(text), "violation.url", text));

  /** A whole number of 64 bits. */
  public static final Kind<Long> INTEGER =
      simple(
          "integer",
          Long.class,
          Kind.Storage.LONG,
          Long::longValue,
          String::valueOf,
          Kinds::parseLong);

  /** An exact decimal: at most 20 digits before the point and 8 behind. */
  public static final Kind<BigDecimal> DECIMAL = new DecimalKind();

  /** An amount in a currency. */
  public static final Kind<Money> MONEY = new MoneyKind();

  /** Yes or no. */
  public static final Kind<Boolean> BOOLEAN =
      simple(
          "boolean",
          Boolean.class,
          Kind.Storage.BOOLEAN,
          yes -> yes ? 1 : 0,
          String::valueOf,
          Kinds::parseBoolean);

  /** A calendar date (ISO 8601), years 1 to 9999. */
  public static final Kind<LocalDate> DATE = new DateKind();

  /** A moment (ISO 8601 in UTC), kept to the microsecond. */
  public static final Kind<Instant> INSTANT = new InstantKind();

  /** A UUID. */
  public static final Kind<UUID> UUID_VALUE =
      simple(
          "uuid",
          UUID.class,
          Kind.Storage.UUID,
          UUID::getMostSignificantBits,
          UUID::toString,
          Kinds::parseUuid);

  /** A set of short labels, kept sorted. */
  public static final Kind<Set<String>> TAGS = new TagsKind();

  /** A postal address. */
  public static final Kind<Address> ADDRESS =
      opaque("address", Address.class, Address::toText, Address::parse);

  /** A JSON document. */
  public static final Kind<Json> JSON = opaque("json", Json.class, Json::toString, Json::parse);

  private static final int MANY = 50;

  private Kinds() {}

  /** One of a closed list of values, known by code. */
  public static <C> Kind<C> choice(List<C> options, Function<C, String> code) {
    return new ChoiceKind<>(options, code);
  }

  /** A code of the tenant's code table {@code table}; which codes exist is the layout's matter. */
  public static Kind<String> code(String table) {
    return new CodeKind(table);
  }

  /** A reference to a record of one type. */
  public static <X extends Entity<X>> Kind<Ref<X>> ref(Supplier<EntityType<X>> target) {
    return new RefKind<>(target);
  }

  static @Nullable String codeTable(Kind<?> kind) {
    return kind instanceof CodeKind code ? code.table() : null;
  }

  private static String accepted(Normalised result, String code, String text) {
    return result.value().orElseThrow(() -> new Refused(code, shorten(text)));
  }

  /** The first of many codes, as they are told where another one was refused. */
  static String shorten(Set<String> codes) {
    return codes.size() <= MANY
        ? codes.toString()
        : codes.stream().limit(MANY).collect(Collectors.joining(", ", "[", ", …]"));
  }

  static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + '…';
  }

  private static Long parseLong(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException bad) {
      throw new Refused("violation.integer", shorten(text));
    }
  }

  private static Boolean parseBoolean(String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Refused("violation.boolean", shorten(text));
    };
  }

  private static UUID parseUuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException bad) {
      throw new Refused("violation.uuid", shorten(text));
    }
  }

  private static <T extends Comparable<T>> Kind<T> simple(
      String name,
      Class<T> javaType,
      Kind.Storage storage,
      ToLongFunction<T> rank,
      Function<T, String> format,
      Function<String, T> parse) {
    return new FunctionalKind<>(
        name, javaType, storage, Comparator.naturalOrder(), rank, format, parse);
  }

  private static <T> Kind<T> opaque(
      String name, Class<T> javaType, Function<T, String> format, Function<String, T> parse) {
    Function<String, T> checked =
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException bad) {
            throw new Refused("violation.malformed", name, shorten(text));
          }
        };
    Comparator<T> byText =
        (a, b) -> TextOrder.BY_CODE_POINT.compare(format.apply(a), format.apply(b));
    return new FunctionalKind<>(
        name, javaType, Kind.Storage.LONG_TEXT, byText, any -> 0, format, checked);
  }
}

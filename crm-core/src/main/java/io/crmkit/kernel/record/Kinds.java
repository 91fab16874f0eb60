package io.crmkit.kernel.record;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.ContactPoints;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Normalised;
import io.crmkit.kernel.value.TextOrder;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of values that fields can have. */
public final class Kinds {
  private static final int MAX_SCALE = 8;
  private static final int MAX_INTEGER_DIGITS = 20;

  /** Text on one line or a few; the empty text means “nothing”. */
  public static final Kind<String> TEXT = new Text("text", Kind.Storage.TEXT);

  /** Text of any length; cannot be sorted by. */
  public static final Kind<String> LONG_TEXT = new Text("long_text", Kind.Storage.LONG_TEXT);

  /** An e-mail address (RFC 5321 mailbox); the domain is lower-cased, the local part kept. */
  public static final Kind<String> EMAIL =
      new Checked("email", text -> accepted(ContactPoints.email(text), "violation.email", text));

  /** A phone number in E.164 form where it can be understood, else as typed. */
  public static final Kind<String> PHONE =
      new Checked(
          "phone", text -> accepted(ContactPoints.phone(text, null), "violation.phone", text));

  /** An absolute http or https address. */
  public static final Kind<String> URL =
      new Checked("url", text -> accepted(ContactPoints.url(text), "violation.url", text));

  /** A whole number of 64 bits. */
  public static final Kind<Long> INTEGER =
      simple("integer", Long.class, Kind.Storage.LONG, String::valueOf, Kinds::parseLong);

  /** An exact decimal: at most 20 digits before the point and 8 behind. */
  public static final Kind<BigDecimal> DECIMAL = new Decimal();

  /** An amount in a currency. */
  public static final Kind<Money> MONEY = new Moneys();

  /** Yes or no. */
  public static final Kind<Boolean> BOOLEAN =
      simple("boolean", Boolean.class, Kind.Storage.BOOLEAN, String::valueOf, Kinds::parseBoolean);

  /** A calendar date (ISO 8601), years 1 to 9999. */
  public static final Kind<LocalDate> DATE = new Dates();

  /** A moment (ISO 8601 in UTC), kept to the microsecond. */
  public static final Kind<Instant> INSTANT = new Instants();

  /** A UUID. */
  public static final Kind<UUID> UUID_VALUE =
      simple("uuid", UUID.class, Kind.Storage.UUID, UUID::toString, Kinds::parseUuid);

  /** A set of short labels, kept sorted. */
  public static final Kind<Set<String>> TAGS = new Tags();

  /** A postal address. */
  public static final Kind<Address> ADDRESS =
      opaque("address", Address.class, Address::toText, Address::parse);

  /** A JSON document. */
  public static final Kind<Json> JSON = opaque("json", Json.class, Json::toString, Json::parse);

  private Kinds() {}

  /** One of a closed list of values, known by code. */
  public static <C> Kind<C> choice(List<C> options, Function<C, String> code) {
    return new Choice<>(options, code);
  }

  /** A code of the tenant's code table {@code table}; which codes exist is the layout's matter. */
  public static Kind<String> code(String table) {
    return new CodeOf(table);
  }

  /** A reference to a record of one type. */
  public static <X extends Entity<X>> Kind<Ref<X>> ref(Supplier<EntityType<X>> target) {
    return new RefTo<>(target);
  }

  static @Nullable String codeTable(Kind<?> kind) {
    return kind instanceof CodeOf code ? code.table : null;
  }

  private static String accepted(Normalised result, String code, String text) {
    return result.value().orElseThrow(() -> new Refused(code, shorten(text)));
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
      Function<T, String> format,
      Function<String, T> parse) {
    return new Functional<>(name, javaType, storage, Comparator.naturalOrder(), format, parse);
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
    return new Functional<>(name, javaType, Kind.Storage.LONG_TEXT, byText, format, checked);
  }

  private static final class Functional<T> extends Kind<T> {
    private final Comparator<T> order;
    private final Function<T, String> format;
    private final Function<String, T> parse;

    Functional(
        String name,
        Class<?> javaType,
        Storage storage,
        Comparator<T> order,
        Function<T, String> format,
        Function<String, T> parse) {
      super(name, javaType, storage);
      this.order = order;
      this.format = format;
      this.parse = parse;
    }

    @Override
    public int compare(T a, T b) {
      return order.compare(a, b);
    }

    @Override
    public String format(T value) {
      return format.apply(value);
    }

    @Override
    public T parse(String text) {
      return parse.apply(text);
    }
  }

  private static class Text extends Kind<String> {
    Text(String name, Storage storage) {
      super(name, String.class, storage);
    }

    @Override
    public @Nullable String normalise(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == 0) {
          throw new Refused("violation.nul", i + 1);
        }
        if (Character.isSurrogate(c)) {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < value.length()
                  && Character.isLowSurrogate(value.charAt(i + 1));
          if (!pair) {
            throw new Refused("violation.surrogate", i + 1);
          }
          i++;
        }
      }
      return value.isEmpty() ? null : value;
    }

    @Override
    public int compare(String a, String b) {
      return TextOrder.BY_CODE_POINT.compare(a, b);
    }

    @Override
    public String format(String value) {
      return value;
    }

    @Override
    public String parse(String text) {
      return text;
    }
  }

  private static final class Checked extends Text {
    private final Function<String, String> check;

    Checked(String name, Function<String, String> check) {
      super(name, Storage.TEXT);
      this.check = check;
    }

    @Override
    public @Nullable String normalise(String value) {
      String text = super.normalise(value);
      return text == null || text.isBlank() ? null : check.apply(text);
    }
  }

  private static final class CodeOf extends Text {
    private final String table;

    CodeOf(String table) {
      super("code:" + table, Storage.TEXT);
      this.table = table;
    }
  }

  private static final class Decimal extends Kind<BigDecimal> {
    Decimal() {
      super("decimal", BigDecimal.class, Storage.DECIMAL);
    }

    @Override
    public BigDecimal normalise(BigDecimal value) {
      if (value.scale() == 0 && value.precision() <= MAX_INTEGER_DIGITS) {
        return value.signum() == 0 ? BigDecimal.ZERO : value;
      }
      BigDecimal plain = value.stripTrailingZeros();
      if (plain.scale() > MAX_SCALE || plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
        throw new Refused("violation.decimal", shorten(value.toString()));
      }
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    public int compare(BigDecimal a, BigDecimal b) {
      return a.compareTo(b);
    }

    @Override
    public String format(BigDecimal value) {
      return value.toPlainString();
    }

    @Override
    public BigDecimal parse(String text) {
      try {
        String number = text.strip();
        if (number.length() > 40) {
          throw new Refused("violation.decimal", shorten(text));
        }
        return normalise(new BigDecimal(number));
      } catch (NumberFormatException bad) {
        throw new Refused("violation.decimal", shorten(text));
      }
    }

    @Override
    public BigDecimal fromStored(Object stored) {
      return normalise((BigDecimal) stored);
    }
  }

  private static final class Moneys extends Kind<Money> {
    Moneys() {
      super("money", Money.class, Storage.MONEY);
    }

    @Override
    public int compare(Money a, Money b) {
      int order = a.currency().compareTo(b.currency());
      return order != 0 ? order : a.amount().compareTo(b.amount());
    }

    @Override
    public String format(Money value) {
      return value.toString();
    }

    @Override
    public Money parse(String text) {
      try {
        return Money.parse(text.strip());
      } catch (IllegalArgumentException bad) {
        throw new Refused("violation.money", shorten(text));
      }
    }
  }

  private static final class Dates extends Kind<LocalDate> {
    Dates() {
      super("date", LocalDate.class, Storage.DATE);
    }

    @Override
    public LocalDate normalise(LocalDate value) {
      if (value.getYear() < 1 || value.getYear() > 9999) {
        throw new Refused("violation.date", value);
      }
      return value;
    }

    @Override
    public int compare(LocalDate a, LocalDate b) {
      return a.compareTo(b);
    }

    @Override
    public String format(LocalDate value) {
      return value.toString();
    }

    @Override
    public LocalDate parse(String text) {
      String plain = text.strip();
      try {
        LocalDate common = tenCharacters(plain);
        return normalise(common == null ? LocalDate.parse(plain) : common);
      } catch (DateTimeException bad) {
        throw new Refused("violation.date", shorten(text));
      }
    }

    /** Reads the form that nearly every date has, much quicker than a formatter; else null. */
    private static @Nullable LocalDate tenCharacters(String text) {
      if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
        return null;
      }
      int year = number(text, 0, 4);
      int month = number(text, 5, 7);
      int day = number(text, 8, 10);
      return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
    }

    private static int number(String text, int from, int to) {
      int number = 0;
      for (int i = from; i < to; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        number = number * 10 + digit;
      }
      return number;
    }
  }

  private static final class Instants extends Kind<Instant> {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    Instants() {
      super("instant", Instant.class, Storage.INSTANT);
    }

    @Override
    public Instant normalise(Instant value) {
      if (value.isBefore(FIRST) || value.isAfter(LAST)) {
        throw new Refused("violation.instant", value);
      }
      return value.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compare(Instant a, Instant b) {
      return a.compareTo(b);
    }

    @Override
    public String format(Instant value) {
      return value.toString();
    }

    @Override
    public Instant parse(String text) {
      try {
        return normalise(Instant.parse(text.strip()));
      } catch (DateTimeException bad) {
        throw new Refused("violation.instant", shorten(text));
      }
    }
  }

  private static final class Tags extends Kind<Set<String>> {
    private static final int MAX_LENGTH = 100;

    Tags() {
      super("tags", Set.class, Storage.LONG_TEXT);
    }

    @Override
    public @Nullable Set<String> normalise(Set<String> value) {
      if (value.isEmpty()) {
        return null;
      }
      TreeSet<String> sorted = new TreeSet<>(TextOrder.BY_CODE_POINT);
      for (String tag : value) {
        String text = tag.strip();
        if (TEXT.normalise(text) == null || text.length() > MAX_LENGTH || text.indexOf('\n') >= 0) {
          throw new Refused("violation.tag", shorten(tag), MAX_LENGTH);
        }
        sorted.add(text);
      }
      return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }

    @Override
    public int compare(Set<String> a, Set<String> b) {
      return TextOrder.BY_CODE_POINT.compare(format(a), format(b));
    }

    @Override
    public String format(Set<String> value) {
      return String.join("\n", value);
    }

    @Override
    public Set<String> parse(String text) {
      Set<String> tags = normalise(new LinkedHashSet<>(Arrays.asList(text.split("\n", -1))));
      if (tags == null) {
        throw new Refused("violation.tag", shorten(text), MAX_LENGTH);
      }
      return tags;
    }

    @Override
    public boolean ordered() {
      return false;
    }
  }

  private static final class Choice<C> extends Kind<C> {
    private final Map<String, C> byCode;
    private final Function<C, String> code;

    Choice(List<C> options, Function<C, String> code) {
      super("choice", options.get(0).getClass(), Storage.TEXT);
      this.code = code;
      this.byCode =
          options.stream()
              .collect(
                  Collectors.toMap(
                      code,
                      Function.identity(),
                      (a, b) -> {
                        throw new IllegalArgumentException("two options share a code: " + a);
                      },
                      LinkedHashMap::new));
    }

    @Override
    public C normalise(C value) {
      if (!byCode.containsKey(code.apply(value))) {
        throw new Refused("violation.choice", value, byCode.keySet());
      }
      return value;
    }

    @Override
    public int compare(C a, C b) {
      return TextOrder.BY_CODE_POINT.compare(code.apply(a), code.apply(b));
    }

    @Override
    public String format(C value) {
      return code.apply(value);
    }

    @Override
    public C parse(String text) {
      C value = byCode.get(text.strip());
      if (value == null) {
        throw new Refused("violation.choice", shorten(text), byCode.keySet());
      }
      return value;
    }
  }

  private static final class RefTo<X extends Entity<X>> extends Kind<Ref<X>> {
    private final Supplier<EntityType<X>> target;

    RefTo(Supplier<EntityType<X>> target) {
      super("ref", Ref.class, Storage.REF);
      this.target = target;
    }

    @Override
    public Ref<X> normalise(Ref<X> value) {
      if (!value.type().name().equals(target.get().name())) {
        throw new Refused("violation.ref_type", value, target.get().name());
      }
      return value;
    }

    @Override
    public int compare(Ref<X> a, Ref<X> b) {
      return a.compareTo(b);
    }

    @Override
    public String format(Ref<X> value) {
      return value.id().toString();
    }

    @Override
    public Ref<X> parse(String text) {
      try {
        return Ref.parse(target.get(), text.strip());
      } catch (InvalidRequestException bad) {
        throw new Refused("violation.ref", shorten(text), target.get().name());
      }
    }

    @Override
    public Object toStored(Ref<X> value) {
      return value.id();
    }

    @Override
    public Ref<X> fromStored(Object stored) {
      return Ref.of(target.get(), (UUID) stored);
    }
  }
}

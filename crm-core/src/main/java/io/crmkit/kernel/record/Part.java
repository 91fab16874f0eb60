package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a value, such as the currency of an amount or the quarter of a date.
 *
 * @param <S> the whole
 * @param <T> the part
 */
public final class Part<S, T> {
  static final Part<Money, String> CURRENCY = of("currency", Kinds.TEXT, Money::currency);
  static final Part<Money, BigDecimal> AMOUNT =
      of("amount", Kinds.DECIMAL, money -> Kinds.DECIMAL.canonical(money.amount()));
  static final Part<Address, String> COUNTRY = of("country", Kinds.TEXT, Address::country);
  static final Part<Address, String> REGION = of("region", Kinds.TEXT, Address::region);
  static final Part<Address, String> CITY = of("city", Kinds.TEXT, Address::city);

  private final String name;
  private final Kind<T> kind;
  private final Function<S, @Nullable T> extract;
  private final @Nullable DatePart datePart;
  private final @Nullable ZoneId zone;

  private Part(
      String name,
      Kind<T> kind,
      @Nullable DatePart datePart,
      @Nullable ZoneId zone,
      Function<S, @Nullable T> extract) {
    this.name = name;
    this.kind = kind;
    this.datePart = datePart;
    this.zone = zone;
    this.extract = extract;
  }

  private static <S, T> Part<S, T> of(String name, Kind<T> kind, Function<S, @Nullable T> extract) {
    return new Part<>(name, kind, null, null, extract);
  }

  private static final List<Part<?, ?>> DATE_PARTS =
      Arrays.stream(DatePart.values()).<Part<?, ?>>map(Part::ofDate).toList();

  private static final Map<Kind<?>, List<Part<?, ?>>> BY_KIND =
      Map.of(
          Kinds.MONEY, List.of(CURRENCY, AMOUNT),
          Kinds.ADDRESS, List.of(COUNTRY, REGION, CITY),
          Kinds.DATE, DATE_PARTS);

  static Part<LocalDate, LocalDate> ofDate(DatePart part) {
    return new Part<>(nameOf(part), Kinds.DATE, part, null, part::startOf);
  }

  static Part<Instant, LocalDate> ofInstant(DatePart part, ZoneId zone) {
    return new Part<>(
        nameOf(part) + '@' + zone.getId(),
        Kinds.DATE,
        part,
        zone,
        at -> part.startOf(LocalDate.ofInstant(at, zone)));
  }

  private static String nameOf(DatePart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /** The part that values of {@code kind} have under {@code name}; null where there is none. */
  @SuppressWarnings("unchecked") // the parts of a kind are parts of its values
  static <S> @Nullable Part<S, ?> named(Kind<S> kind, String name) {
    if (kind == Kinds.INSTANT) {
      return (Part<S, ?>) ofInstant(name);
    }
    for (Part<?, ?> part : BY_KIND.getOrDefault(kind, List.of())) {
      if (part.name.equals(name)) {
        return (Part<S, ?>) part;
      }
    }
    return null;
  }

  private static @Nullable Part<Instant, LocalDate> ofInstant(String name) {
    int at = name.indexOf('@');
    for (Part<?, ?> day : DATE_PARTS) {
      DatePart period = day.datePart;
      if (period != null && at >= 0 && day.name.equals(name.substring(0, at))) {
        try {
          return ofInstant(period, ZoneId.of(name.substring(at + 1)));
        } catch (DateTimeException unknownZone) {
          return null;
        }
      }
    }
    return null;
  }

  /** The names of the parts that values of {@code kind} have, zones left open. */
  static List<String> names(Kind<?> kind) {
    return kind == Kinds.INSTANT
        ? DATE_PARTS.stream().map(part -> part.name + "@ZONE").toList()
        : BY_KIND.getOrDefault(kind, List.of()).stream().map(Part::name).toList();
  }

  /** The name in descriptors: {@code currency}, {@code quarter}, {@code day@Asia/Shanghai}. */
  public String name() {
    return name;
  }

  /** The kind of the part. */
  public Kind<T> kind() {
    return kind;
  }

  /** The period that dates are cut to, or null where it is no part of a date. */
  public @Nullable DatePart datePart() {
    return datePart;
  }

  /** The zone whose clocks cut a moment into days, or null where it is no part of a moment. */
  public @Nullable ZoneId zone() {
    return zone;
  }

  @Nullable T of(S whole) {
    return extract.apply(whole);
  }
}

package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
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

package io.crmkit.kernel.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments, kept to the microsecond. */
final class InstantKind extends Kind<Instant> {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final Instant BEFORE = FIRST.minusSeconds(1);
  private static final Instant BEHIND = LAST.plusSeconds(1);

  InstantKind() {
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

  /** Microseconds; those of moments that are no canonical values, all as one behind the last. */
  @Override
  public long rank(Instant value) {
    Instant within = value.isBefore(FIRST) ? BEFORE : value.isAfter(LAST) ? BEHIND : value;
    return within.getEpochSecond() * 1_000_000 + within.getNano() / 1_000;
  }

  @Override
  public boolean ranksFully() {
    return true;
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
      throw new Refused("violation.instant", Kinds.shorten(text));
    }
  }

  @Override
  public boolean storedAsIs() {
    return true;
  }
}

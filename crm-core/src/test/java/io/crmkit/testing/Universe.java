package io.crmkit.testing;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.TextField;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@link Planet} and {@link Star} as the write pipeline makes them, for tests of stores.
 */
public final class Universe {
  private static final Extension<Planet> MORE = Extension.of(() -> Planet.TYPE);
  private static final Instant DAWN = Instant.parse("2027-03-01T08:00:00Z");

  /** A custom text that is unique. */
  public static final TextField<Planet> NICKNAME = MORE.text("nickname").unique().add();

  /** A custom number. */
  public static final NumberField<Planet, Long> RINGS = MORE.integer("rings").indexed().add();

  /** A custom reference. */
  public static final RefField<Planet, Star> SPONSOR = MORE.ref("sponsor", () -> Star.TYPE).add();

  /** The types. */
  public static final Collection<EntityType<?>> TYPES = List.of(Star.TYPE, Planet.TYPE);

  /** The shape without custom fields. */
  public static final Layout PLAIN = new Layout(TYPES, List.of(), Map.of());

  /** The shape with custom fields. */
  public static final Layout EXTENDED =
      new Layout(TYPES, List.of(NICKNAME, RINGS, SPONSOR), Map.of());

  private Universe() {}

  /** The identity of the n-th record of a type; a greater number was made later. */
  public static <E extends Entity<E>> Ref<E> ref(EntityType<E> type, long n) {
    return type.ref(0x0190_0000_0000_7000L | (n >> 32 << 16), 0x8000_0000_0000_0000L | n);
  }

  /** A new planet. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static Row planet(long n, Consumer<Draft<Planet>>... values) {
    return row(Planet.TYPE, n, List.of(values));
  }

  /** A new star, called by its number. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static Row star(long n, Consumer<Draft<Star>>... values) {
    List<Consumer<Draft<Star>>> all = new ArrayList<>();
    all.add(draft -> draft.set(Star.NAME, "star " + n));
    all.addAll(List.of(values));
    return row(Star.TYPE, n, all);
  }

  /** A new row, which must be valid. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <E extends Entity<E>> Row row(
      EntityType<E> type, long n, Consumer<Draft<E>>... values) {
    return row(type, n, List.of(values));
  }

  private static <E extends Entity<E>> Row row(
      EntityType<E> type, long n, List<Consumer<Draft<E>>> values) {
    Draft<E> draft = Draft.create(type, ref(type, n));
    values.forEach(each -> each.accept(draft));
    Instant now = DAWN.plusSeconds(n);
    return finished(draft, now);
  }

  /** The next version of a planet. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static Row changed(Row planet, Consumer<Draft<Planet>>... values) {
    return changed(Planet.TYPE, planet, List.of(values));
  }

  /** The next version of a row. */
  public static <E extends Entity<E>> Row changed(
      EntityType<E> type, Row before, List<Consumer<Draft<E>>> values) {
    Draft<E> draft = Draft.change(type.entity(before), EXTENDED);
    values.forEach(each -> each.accept(draft));
    return stamped(finished(draft, after(before)), before, null);
  }

  /** The next version of a row: in the bin. */
  public static Row deleted(Row before) {
    return stamped(before, before, DAWN);
  }

  /** The next version of a row: out of the bin. */
  public static Row restored(Row before) {
    return stamped(before, before, null);
  }

  private static Instant after(Row row) {
    return ((Instant) row.slot(EntityType.UPDATED_AT)).plusSeconds(1);
  }

  /** Another version even where nothing changed. */
  private static Row stamped(Row row, Row before, @Nullable Instant bin) {
    return row.stamped(
        before.slot(EntityType.CREATED_AT),
        before.slot(EntityType.CREATED_BY),
        after(before),
        "tester",
        bin,
        before.version() + 1);
  }

  private static Row finished(Draft<?> draft, Instant at) {
    List<Violation> violations = new ArrayList<>();
    Row row = draft.finish(EXTENDED, at, ZoneOffset.UTC, "tester", violations);
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
    return row;
  }
}

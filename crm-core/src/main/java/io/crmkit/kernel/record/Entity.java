package io.crmkit.kernel.record;

import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was when it was read: an immutable snapshot. Nothing is loaded later; a change
 * makes another snapshot.
 *
 * <p>Two snapshots are equal where identity, version and values are. Thread-safe.
 *
 * @param <E> the class of the record itself
 */
public abstract class Entity<E extends Entity<E>> {
  private final Snapshot snapshot;

  /** Takes what the library hands in. */
  protected Entity(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The type. */
  @SuppressWarnings("unchecked")
  public final EntityType<E> type() {
    return (EntityType<E>) snapshot.row().type();
  }

  /** The typed identity. */
  @SuppressWarnings("unchecked")
  public final Ref<E> ref() {
    return (Ref<E>) snapshot.row().ref();
  }

  /** The version, from 1, one more with each change. */
  public final long version() {
    return snapshot.row().version();
  }

  /** True where the record is deleted and can be restored. */
  public final boolean deleted() {
    return snapshot.row().deleted();
  }

  /**
   * The value of {@code field}; null where there is none or the reader may not see it. Of a text
   * that is masked for the reader, the mask: {@code ***1234} of a number to call, {@code
   * a***@example.com} of an address for mail, {@code A***} of other texts; a mask is never taken
   * for a value again. Other masked values are null here and {@code •••} in {@link #display}.
   */
  public final <T> @Nullable T get(Field<E, T> field) {
    Veil veil = snapshot.veil();
    if (!veil.hides(field)) {
      return field.of(snapshot.row());
    }
    return veil.masks(field) ? Mask.value(field, field.of(snapshot.row())) : null;
  }

  /** The value as text, or its mask; null where there is none or the reader may not see it. */
  public final <T> @Nullable String display(Field<E, T> field) {
    T value = field.of(snapshot.row());
    boolean hidden = snapshot.veil().hides(field);
    if (value == null || (hidden && !snapshot.veil().masks(field))) {
      return null;
    }
    if (!hidden) {
      return field.kind().format(value);
    }
    T mask = Mask.value(field, value);
    return mask == null ? Mask.DOTS : field.kind().format(mask);
  }

  /**
   * The value of {@code field}, which has to be there; a mask as in {@link #get}.
   *
   * @throws AccessDeniedException where the reader may not see it, be there one or not
   * @throws IllegalStateException where there is none
   */
  public final <T> T require(Field<E, T> field) {
    T value = get(field);
    if (value == null && snapshot.veil().hides(field)) {
      throw AccessDeniedException.hidden(field.type().name(), field.name());
    }
    if (value == null) {
      throw new IllegalStateException(
          field + " of " + ref() + " has no value here; use get for a value that may be missing");
    }
    return value;
  }

  /** What refusals call the record: its title as its reader sees it, else its reference. */
  public final String called() {
    TextField<E> title = type().title();
    String text = title == null ? null : display(title);
    return text == null ? ref().toString() : text;
  }

  /** A value as refusals tell it: {@code •••} where the reader may not see it. */
  public final @Nullable Object told(Field<E, ?> field) {
    return told(field, field.of(snapshot.row()));
  }

  /**
   * What follows from a value, as refusals tell it: {@code •••} where the reader may not see it.
   */
  public final @Nullable Object told(Field<E, ?> field, @Nullable Object what) {
    return sees(field) ? what : Mask.DOTS;
  }

  /** True where the reader may see the value of {@code field} unmasked, be there one or not. */
  public final boolean sees(Field<E, ?> field) {
    return !snapshot.veil().hides(field);
  }

  /**
   * A copy with another value, to be handed to {@code save}; checked there, not here.
   *
   * @param value the value, or null for none
   * @throws IllegalArgumentException where {@code field} is one of the system's own
   * @throws InvalidRequestException where the reader may not see the field
   */
  public final <T> E with(Field<E, T> field, @Nullable T value) {
    if (snapshot.veil().hides(field)) {
      throw new InvalidRequestException("request.hidden", field);
    }
    Row row = snapshot.row();
    @Nullable Object[] slots = row.copyOfSlots();
    Map<String, Object> extra = row.extra();
    if (field.slot() >= EntityType.FIRST_SLOT) {
      slots[field.slot()] = value;
    } else if (field.custom()) {
      extra = new TreeMap<>(extra);
      if (value == null) {
        extra.remove(field.name());
      } else {
        extra.put(field.name(), value);
      }
    } else {
      throw new IllegalArgumentException(field + " is set by the library itself; leave it out");
    }
    Row changed = new Row(row.ref(), row.version(), slots, extra);
    return type()
        .entity(new Snapshot(changed, snapshot.stored(), snapshot.veil(), snapshot.outcome()));
  }

  /** What the record is made of; for the library's own use. */
  public final Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    if (!(other instanceof Entity<?> that)) {
      return false;
    }
    Row mine = snapshot.row();
    Row its = that.snapshot.row();
    return mine == its
        || (mine.ref().equals(its.ref())
            && mine.version() == its.version()
            && mine.sameValues(its));
  }

  @Override
  public final int hashCode() {
    return 31 * snapshot.row().ref().hashCode() + Long.hashCode(version());
  }

  @Override
  public final String toString() {
    TextField<E> title = type().title();
    String shown = "";
    if (title != null && sees(title)) {
      shown = ", " + title.name() + '=' + (title.encrypted() ? "***" : get(title));
    }
    return getClass().getSimpleName() + '[' + ref() + ", v" + version() + shown + ']';
  }
}

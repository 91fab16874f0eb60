package io.crmkit.customer;

import io.crmkit.customer.ContactPoint.Kind;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the primary contact points of one kind of owner and the owner's single fields in step: see
 * {@link ContactPoint}.
 */
final class PointsInStep<O extends Entity<O>> {
  /** A field of the owner and the kind of point it is the primary one of. */
  private record Pair<O extends Entity<O>, T>(
      Kind kind, Field<ContactPoint, T> ofPoint, Field<O, T> ofOwner) {}

  static final PointsInStep<Customer> OF_CUSTOMERS =
      new PointsInStep<>(
          Customer.DEF,
          Customer.TYPE,
          ContactPoint.CUSTOMER,
          List.of(
              new Pair<>(Kind.PHONE, ContactPoint.PHONE, Customer.PHONE),
              new Pair<>(Kind.EMAIL, ContactPoint.EMAIL, Customer.EMAIL),
              new Pair<>(Kind.ADDRESS, ContactPoint.ADDRESS, Customer.ADDRESS)));

  static final PointsInStep<Contact> OF_CONTACTS =
      new PointsInStep<>(
          Contact.DEF,
          Contact.TYPE,
          ContactPoint.CONTACT,
          List.of(
              new Pair<>(Kind.PHONE, ContactPoint.PHONE, Contact.PHONE),
              new Pair<>(Kind.EMAIL, ContactPoint.EMAIL, Contact.EMAIL)));

  private final Definition<O> definition;
  private final EntityType<O> type;
  private final RefField<ContactPoint, O> owner;
  private final List<Pair<O, ?>> pairs;

  private PointsInStep(
      Definition<O> definition,
      EntityType<O> type,
      RefField<ContactPoint, O> owner,
      List<Pair<O, ?>> pairs) {
    this.definition = definition;
    this.type = type;
    this.owner = owner;
    this.pairs = pairs;
  }

  /** An owner has changed: its primary points follow. */
  void ownerChanged(Workspace space, @Nullable O before, @Nullable O after) {
    if (before != null && after != null && !after.deleted() && !before.deleted()) {
      pairs.forEach(pair -> follow(space, pair, before, after));
    }
  }

  private <T> void follow(Workspace space, Pair<O, T> pair, O before, O after) {
    T value = pair.ofOwner.of(after.snapshot().row());
    if (Objects.equals(pair.ofOwner.of(before.snapshot().row()), value)) {
      return;
    }
    Records<ContactPoint> points = points(space);
    for (ContactPoint point : points.where(primary(pair.kind, after.ref())).list()) {
      if (value == null) {
        points.delete(point);
      } else {
        points.update(point, d -> d.set(pair.ofPoint, value));
      }
    }
  }

  /** A point has changed: there is one primary of its kind, and the owner's field follows it. */
  void pointChanged(Workspace space, @Nullable ContactPoint before, @Nullable ContactPoint after) {
    boolean was = isPrimary(before);
    if (after != null && isPrimary(after)) {
      if (!was || !after.equals(before)) {
        pairOf(after).ifPresent(pair -> lead(space, pair, after));
        onlyOne(space, after);
      }
    } else if (was && before != null) {
      pairOf(before).ifPresent(pair -> leave(space, pair, before));
    }
  }

  private static boolean isPrimary(@Nullable ContactPoint point) {
    return point != null
        && !point.deleted()
        && Boolean.TRUE.equals(point.raw(ContactPoint.PRIMARY));
  }

  private Optional<Pair<O, ?>> pairOf(ContactPoint point) {
    Kind kind = point.raw(ContactPoint.KIND);
    for (Pair<O, ?> pair : pairs) {
      if (pair.kind == kind) {
        return Optional.of(pair);
      }
    }
    return Optional.empty();
  }

  private <T> void lead(Workspace space, Pair<O, T> pair, ContactPoint point) {
    T value = point.raw(pair.ofPoint);
    owner(space, point)
        .ifPresent(its -> owners(space).update(its, d -> d.setOrClear(pair.ofOwner, value)));
  }

  private <T> void leave(Workspace space, Pair<O, T> pair, ContactPoint point) {
    T value = point.raw(pair.ofPoint);
    owner(space, point)
        .filter(its -> Objects.equals(pair.ofOwner.of(its.snapshot().row()), value))
        .filter(its -> !points(space).where(primary(pair.kind, its.ref())).exists())
        .ifPresent(its -> owners(space).update(its, d -> d.clear(pair.ofOwner)));
  }

  private void onlyOne(Workspace space, ContactPoint point) {
    Ref<O> its = point.raw(owner);
    Kind kind = point.raw(ContactPoint.KIND);
    if (its != null && kind != null) {
      Records<ContactPoint> points = points(space);
      Condition<ContactPoint> others =
          primary(kind, its).and(ContactPoint.TYPE.id().expr().isNot(point.ref()));
      points
          .where(others)
          .list()
          .forEach(p -> points.update(p, d -> d.set(ContactPoint.PRIMARY, false)));
    }
  }

  private Optional<O> owner(Workspace space, ContactPoint point) {
    Ref<O> its = point.raw(owner);
    return its == null ? Optional.empty() : owners(space).find(its);
  }

  private Condition<ContactPoint> primary(Kind kind, Ref<O> of) {
    return owner.is(of).and(ContactPoint.KIND.is(kind)).and(ContactPoint.PRIMARY.is(true));
  }

  private Records<O> owners(Workspace space) {
    return space.own(definition, type);
  }

  private static Records<ContactPoint> points(Workspace space) {
    return space.own(ContactPoint.DEF, ContactPoint.TYPE);
  }
}

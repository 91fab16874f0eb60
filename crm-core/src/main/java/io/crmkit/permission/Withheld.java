package io.crmkit.permission;

import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records that are kept, with what is about them, from all who lack a permission, whatever is
 * granted to them or shared with them. Immutable.
 */
final class Withheld {
  private final @Nullable EntityType<?> said;
  private final String permission;
  private final Set<Ref<?>> records;

  /**
   * Says what is withheld.
   *
   * @param said the type of the records that say so, which are withheld as well
   */
  Withheld(@Nullable EntityType<?> said, String permission, Collection<Ref<?>> records) {
    this.said = said;
    this.permission = permission;
    this.records = Set.copyOf(records);
  }

  /** True where somebody with these scopes is kept from nothing. */
  boolean spares(Collection<Scope> scopes) {
    return records.isEmpty() || scopes.stream().anyMatch(scope -> scope.permits(permission));
  }

  /** What is withheld of a type by a layout; {@code never} for nothing. */
  <E extends Entity<E>> Condition<E> of(EntityType<E> type, Layout layout) {
    if (records.isEmpty()) {
      return Condition.never();
    }
    return type == said ? Condition.always() : of(type, layout, new HashSet<>());
  }

  /**
   * The records themselves, and what refers to them as that which it is about, directly or through
   * others, up to the record of another person.
   */
  private <E extends Entity<E>> Condition<E> of(
      EntityType<E> type, Layout layout, Set<EntityType<?>> way) {
    List<Condition<E>> any = new ArrayList<>();
    Set<Ref<E>> own = among(type);
    if (!own.isEmpty()) {
      any.add(type.id().expr().in(own));
    }
    if (type.person() == null && way.add(type)) {
      for (RefField<E, ?> field : CustomRecord.about(layout, type)) {
        about(field, layout, way, any);
      }
      type.links().forEach(link -> about(link, layout, way, any));
      way.remove(type);
    }
    return Condition.any(any);
  }

  private <E extends Entity<E>, X extends Entity<X>> void about(
      RefField<E, X> field, Layout layout, Set<EntityType<?>> way, List<Condition<E>> any) {
    EntityType<X> target = field.target();
    Set<Ref<X>> refs = among(target);
    if (!refs.isEmpty()) {
      any.add(field.in(refs));
    }
    if (target.person() == null) {
      Condition<X> its = of(target, layout, way);
      if (!Scope.isNever(its)) {
        any.add(field.matches(its));
        any.add(Scope.inTheBin(field));
      }
    }
  }

  private <E extends Entity<E>> void about(
      Link<E> link, Layout layout, Set<EntityType<?>> way, List<Condition<E>> any) {
    Set<EntityType<?>> types = new LinkedHashSet<>();
    records.forEach(record -> types.add(record.type()));
    for (EntityType<?> type : types) {
      Set<UUID> ids = new HashSet<>();
      among(type).forEach(record -> ids.add(record.id()));
      any.add(link.id().in(ids).and(link.type().is(type.name())));
    }
    for (EntityType<?> type : layout.types()) {
      if (type.person() == null && type.links().isEmpty() && type.linkable()) {
        about(link.to(type), layout, way, any);
      }
    }
  }

  private <E extends Entity<E>, X extends Entity<X>> void about(
      LinkTo<E, X> link, Layout layout, Set<EntityType<?>> way, List<Condition<E>> any) {
    Condition<X> its = of(link.target(), layout, way);
    if (!Scope.isNever(its)) {
      any.add(link.matches(its));
    }
  }

  @SuppressWarnings("unchecked") // of that type
  private <E extends Entity<E>> Set<Ref<E>> among(EntityType<E> type) {
    Set<Ref<E>> its = new HashSet<>();
    for (Ref<?> record : records) {
      if (record.type() == type) {
        its.add((Ref<E>) record);
      }
    }
    return its;
  }
}

package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.org.ActorCondition;
import io.crmkit.org.StandIn;
import io.crmkit.org.Territory;
import io.crmkit.org.User;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the roles and shares of one person reach:
 *
 * <pre>
 * allowed = (grants ∪ shares) ∖ denials
 * a grant = (own ∪ team ∪ unit ∪ unit and below ∪ territory ∪ part of what is allowed ∪ all) ∩ rule
 * </pre>
 */
final class Scope {
  private static final int MOST_LINKS = 2;

  private final Person person;
  private final People people;
  private final Layout layout;
  private final Set<String> onlyFor;
  private final Set<EntityType<?>> climbing = new HashSet<>();
  private final Map<List<Object>, Condition<?>> given = new HashMap<>();
  private int linked;

  private Scope(Person person, People people, Layout layout, Set<String> onlyFor) {
    this.person = person;
    this.onlyFor = onlyFor;
    this.people = people;
    this.layout = layout;
  }

  /** How far the person reaches. */
  static Scope of(Person person, People people, Layout layout) {
    return new Scope(person, people, layout, Set.of());
  }

  /** How far the person reaches through somebody who stands in for them. */
  static Scope of(Person person, People people, Layout layout, StandIn standIn) {
    return new Scope(person, people, layout, standIn.onlyFor());
  }

  /** True where it says anything of records of {@code type}. */
  boolean covers(EntityType<?> type) {
    return onlyFor.isEmpty() || onlyFor.contains(type.name());
  }

  Person person() {
    return person;
  }

  Layout layout() {
    return layout;
  }

  /** Where the person may do {@code operation}; {@code never} for nowhere. */
  <E extends Entity<E>> Condition<E> rows(EntityType<E> type, Operation operation) {
    if ((Reserved.isAboutRights(type) && administers())
        || (Reserved.isFoundation(type) && administersAll())) {
      return Condition.always();
    }
    List<Grant> allowing = new ArrayList<>();
    List<Grant> denying = new ArrayList<>();
    for (Model.Whole role : person.roles()) {
      for (Grant grant : role.about(type, operation)) {
        (grant.denies() ? denying : allowing).add(grant);
      }
    }
    Condition<E> allowed = reach(type, operation, allowing, true);
    if (isNever(allowed) || denying.isEmpty()) {
      return allowed;
    }
    Condition<E> denied = reach(type, operation, denying, false);
    return isAlways(denied)
        ? Condition.never()
        : isNever(denied) ? allowed : allowed.and(denied.not());
  }

  /** True where the person may decide about rights, those of their own level at the most. */
  boolean administers() {
    return administers(Set.of(Grant.ALL_TYPES, Role.TYPE.name()));
  }

  /** True where the person may decide about all rights. */
  boolean administersAll() {
    return administers(Set.of(Grant.ALL_TYPES));
  }

  /** Who stands in for somebody for some record types decides about nothing in their name. */
  private boolean administers(Set<String> types) {
    if (!onlyFor.isEmpty()) {
      return false;
    }
    boolean given = false;
    for (Model.Whole role : person.roles()) {
      for (Grant grant : role.grants()) {
        String named = grant.get(Grant.RECORD_TYPE);
        if (named != null
            && types.contains(named)
            && grant.get(Grant.OPERATION) == Operation.ADMINISTER
            && grant.get(Grant.LEVEL) == Level.ALL) {
          if (grant.denies()) {
            return false;
          }
          given = true;
        }
      }
    }
    return given;
  }

  static boolean isAbout(Grant grant, EntityType<?> type, Operation operation) {
    String named = grant.get(Grant.RECORD_TYPE);
    if (named == null || grant.get(Grant.OPERATION) != operation) {
      return false;
    }
    return switch (named) {
      case Grant.ALL_TYPES -> !Reserved.is(type) && mayBeMeant(type, operation);
      case Grant.REFERENCE_DATA -> Reserved.isReference(type) && mayBeMeant(type, operation);
      default -> named.equals(type.name());
    };
  }

  /** To write what rights rest on, a role has to name it. */
  private static boolean mayBeMeant(EntityType<?> type, Operation operation) {
    return switch (operation) {
      case READ, EXPORT, SEE_AUDIT, SEE_PERSONAL -> true;
      default -> !Reserved.isFoundation(type);
    };
  }

  /** Where any of the grants reaches, and for what is given, whatever is shared. */
  private <E extends Entity<E>> Condition<E> reach(
      EntityType<E> type, Operation operation, List<Grant> grants, boolean giving) {
    EnumSet<Level> plain = EnumSet.noneOf(Level.class);
    List<Condition<E>> any = new ArrayList<>();
    for (Grant grant : grants) {
      Level level = grant.require(Grant.LEVEL);
      if (level != Level.NONE && grant.get(Grant.RULE) == null) {
        plain.add(level);
      } else if (level != Level.NONE) {
        any.add(ruled(type, operation, grant, giving));
      }
    }
    any.add(levels(type, operation, plain, giving));
    if (giving) {
      any.add(shared(type, operation));
    }
    return union(any);
  }

  /** Where one grant reaches by itself. */
  <E extends Entity<E>> Condition<E> only(EntityType<E> type, Operation operation, Grant grant) {
    Level level = grant.require(Grant.LEVEL);
    if (level == Level.NONE) {
      return Condition.never();
    }
    return grant.get(Grant.RULE) == null
        ? levels(type, operation, EnumSet.of(level), !grant.denies())
        : ruled(type, operation, grant, !grant.denies());
  }

  /** A rule that cannot be read any more gives nothing and takes everything away. */
  private <E extends Entity<E>> Condition<E> ruled(
      EntityType<E> type, Operation operation, Grant grant, boolean giving) {
    try {
      Condition<E> rule = ActorCondition.of(type, grant.require(Grant.RULE), person.user(), layout);
      Condition<E> level = levels(type, operation, EnumSet.of(grant.require(Grant.LEVEL)), giving);
      return isAlways(level) ? rule : isNever(level) ? level : level.and(rule);
    } catch (CrmException | IllegalStateException unreadable) {
      return giving ? Condition.never() : Condition.always();
    }
  }

  private <E extends Entity<E>> Condition<E> levels(
      EntityType<E> type, Operation operation, EnumSet<Level> levels, boolean giving) {
    if (levels.contains(Level.ALL)) {
      return Condition.always();
    }
    if (levels.isEmpty()) {
      return Condition.never();
    }
    List<Condition<E>> any = new ArrayList<>();
    any.add(owned(type, levels));
    RefField<E, ?> territory = type.territory();
    if (territory != null && levels.contains(Level.TERRITORY)) {
      any.add(inTerritory(territory));
    }
    any.add(parts(type, operation, levels, giving));
    return union(any);
  }

  /** What a link leads to decides alone, but for denials: each denial of any whole counts. */
  private <E extends Entity<E>> Condition<E> parts(
      EntityType<E> type, Operation operation, EnumSet<Level> levels, boolean giving) {
    List<Condition<E>> any = new ArrayList<>();
    for (RefField<E, ?> whole : type.wholes()) {
      any.add(part(whole, operation, levels, giving));
    }
    Condition<E> parts = union(any);
    Link<E> link = type.wholeOfAnyType();
    if (link == null) {
      return parts;
    }
    Condition<E> linked =
        giving ? given(link, ofTheWhole(operation)) : linked(link, operation, levels, false);
    boolean free = giving && !isNever(parts);
    return union(List.of(free ? link.id().isMissing().and(parts) : parts, linked));
  }

  /** Many operations ask the same of what a link leads to. */
  @SuppressWarnings("unchecked") // put in under the same link
  private <E extends Entity<E>> Condition<E> given(Link<E> link, Operation operation) {
    EnumSet<Level> none = EnumSet.noneOf(Level.class);
    if (linked > 0 || !climbing.isEmpty()) {
      return linked(link, operation, none, true);
    }
    List<Object> key = List.of(link, operation);
    Condition<?> known = given.get(key);
    if (known == null) {
      known = linked(link, operation, none, true);
      given.put(key, known);
    }
    return (Condition<E>) known;
  }

  /** Of what hangs on something that hangs on something itself, nothing further is followed. */
  private <E extends Entity<E>> Condition<E> linked(
      Link<E> link, Operation operation, EnumSet<Level> levels, boolean giving) {
    if (linked == MOST_LINKS) {
      return Condition.never();
    }
    linked++;
    try {
      List<Condition<E>> any = new ArrayList<>();
      List<String> wholly = new ArrayList<>();
      for (EntityType<?> target : layout.types()) {
        if (target.linkable()) {
          any.add(linked(link.to(target), operation, levels, giving, wholly));
        }
      }
      any.add(wholly.isEmpty() ? Condition.never() : link.type().in(wholly));
      return union(any.stream().filter(each -> !isNever(each)).toList());
    } finally {
      linked--;
    }
  }

  private <E extends Entity<E>, X extends Entity<X>> Condition<E> linked(
      LinkTo<E, X> whole,
      Operation operation,
      EnumSet<Level> levels,
      boolean giving,
      List<String> wholly) {
    Condition<X> its = reach(whole.target(), operation, levels, giving);
    if (isAlways(its)) {
      wholly.add(whole.target().name());
      return Condition.never();
    }
    return isNever(its) ? Condition.never() : giving ? whole.matches(its) : denied(whole, its);
  }

  @SuppressWarnings("unchecked") // a territory is referred to by a reference to territories
  private <E extends Entity<E>> Condition<E> inTerritory(RefField<E, ?> field) {
    return field.target() == (EntityType<?>) Territory.TYPE
        ? ((RefField<E, Territory>) field).in(people.territories(person.user().ref()))
        : Condition.never();
  }

  @SuppressWarnings("unchecked") // a user is referred to by a reference to users
  private <E extends Entity<E>> Condition<E> owned(EntityType<E> type, EnumSet<Level> levels) {
    Set<Ref<User>> users = new HashSet<>();
    levels.forEach(level -> users.addAll(people.within(level, person.user().ref())));
    RefField<E, ?> owner = type.owner();
    if (owner != null && owner.target() == User.TYPE) {
      RefField<E, User> field = (RefField<E, User>) owner;
      return people.everybody(users) ? field.isPresent() : field.in(users);
    }
    return type == (EntityType<?>) User.TYPE
        ? (Condition<E>) (Condition<?>) User.TYPE.id().expr().in(users)
        : Condition.never();
  }

  /**
   * Who may see the whole may see its parts, and who may change it, change them; what is denied of
   * wholes is denied of their parts.
   */
  private <E extends Entity<E>, X extends Entity<X>> Condition<E> part(
      RefField<E, X> whole, Operation operation, EnumSet<Level> levels, boolean giving) {
    Condition<X> its = reach(whole.target(), operation, levels, giving);
    return isNever(its)
        ? Condition.never()
        : giving ? whole.matches(its) : whole.matches(its).or(inTheBin(whole));
  }

  /** Where what is granted reaches wholes of a type. */
  private <X extends Entity<X>> Condition<X> reach(
      EntityType<X> target, Operation operation, EnumSet<Level> levels, boolean giving) {
    if (!climbing.add(target)) {
      return Condition.never();
    }
    try {
      return giving
          ? rows(target, ofTheWhole(operation))
          : levels(target, operation, levels, false);
    } finally {
      climbing.remove(target);
    }
  }

  /** As of a field: of what is in the bin nobody can tell whether it is denied. */
  private static <E extends Entity<E>, X extends Entity<X>> Condition<E> denied(
      LinkTo<E, X> whole, Condition<X> its) {
    return whole.matches(its).or(whole.is().and(whole.matches(Condition.always()).not()));
  }

  /** No reference leads into the bin, so of what is there nobody can tell whether it is denied. */
  static <E extends Entity<E>, X extends Entity<X>> Condition<E> inTheBin(RefField<E, X> whole) {
    return whole.isPresent().and(whole.matches(Condition.always()).not());
  }

  /** Where one grant reaches records for what they say themselves, not as parts of others. */
  <E extends Entity<E>> Condition<E> itself(EntityType<E> type, Grant grant) {
    Level level = grant.require(Grant.LEVEL);
    if (level == Level.ALL) {
      return Condition.always();
    }
    EnumSet<Level> levels = EnumSet.of(level);
    RefField<E, ?> territory = type.territory();
    Condition<E> owned = owned(type, levels);
    return territory == null || level != Level.TERRITORY
        ? owned
        : union(List.of(owned, inTerritory(territory)));
  }

  static Operation ofTheWhole(Operation operation) {
    return switch (operation) {
      case READ, EXPORT, SEE_AUDIT -> operation;
      default -> Operation.UPDATE;
    };
  }

  private <E extends Entity<E>> Condition<E> shared(EntityType<E> type, Operation operation) {
    if (operation != Operation.READ && operation != Operation.UPDATE) {
      return Condition.never();
    }
    Set<Ref<E>> refs = new LinkedHashSet<>();
    for (Share share : person.shares()) {
      if (share.require(Share.RECORD_TYPE).equals(type.name())
          && (operation == Operation.READ || share.require(Share.ACCESS) == Share.Access.WRITE)) {
        refs.add(type.ref(share.require(Share.RECORD_ID)));
      }
    }
    return refs.isEmpty() ? Condition.never() : type.id().expr().in(refs);
  }

  static <E extends Entity<E>> Condition<E> union(List<Condition<E>> conditions) {
    for (Condition<E> condition : conditions) {
      if (isAlways(condition)) {
        return condition;
      }
    }
    return Condition.any(conditions);
  }

  static boolean isAlways(Condition<?> condition) {
    return condition instanceof Condition.All<?> all && all.conditions().isEmpty();
  }

  static boolean isNever(Condition<?> condition) {
    return condition instanceof Condition.Any<?> any && any.conditions().isEmpty();
  }

  /** What the person may do with a field. */
  FieldRight field(Field<?, ?> field) {
    return new FieldScope(person).of(field);
  }

  /** True where the person could give {@code grant}, since they have as much. */
  boolean covers(Grant grant) {
    return onlyFor.isEmpty() && new Covering(this).covers(grant);
  }

  /**
   * True where the person has a permission that a module brings, which is of no record type and so
   * not given to who stands in for some of them.
   */
  boolean permits(String permission) {
    if (!onlyFor.isEmpty()) {
      return false;
    }
    boolean given = false;
    for (Model.Whole role : person.roles()) {
      for (Grant grant : role.grants()) {
        String named = grant.get(Grant.PERMISSION);
        if (named != null && (named.equals(permission) || named.equals(Grant.ALL_TYPES))) {
          if (grant.denies()) {
            return false;
          }
          given = true;
        }
      }
    }
    return given;
  }
}

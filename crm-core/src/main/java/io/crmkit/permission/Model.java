package io.crmkit.permission;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of a tenant with all they include, and the organisation. Immutable. */
final class Model {
  /**
   * A role with the roles that it includes, directly or through others.
   *
   * @param role the role
   * @param grants what it and those give and take away
   * @param rules what it and those say about fields
   * @param named the grants by what they name, a type or several
   */
  record Whole(
      Role role, List<Grant> grants, List<FieldRule> rules, Map<String, List<Grant>> named) {
    static Whole of(Role role, List<Grant> grants, List<FieldRule> rules) {
      return new Whole(
          role,
          List.copyOf(grants),
          List.copyOf(rules),
          grants.stream()
              .filter(grant -> grant.get(Grant.RECORD_TYPE) != null)
              .collect(Collectors.groupingBy(grant -> grant.require(Grant.RECORD_TYPE))));
    }

    /** The grants that are about an operation on records of a type. */
    List<Grant> about(EntityType<?> type, Operation operation) {
      List<Grant> about = new ArrayList<>();
      for (String name : List.of(Grant.ALL_TYPES, Grant.REFERENCE_DATA, type.name())) {
        for (Grant grant : named.getOrDefault(name, List.of())) {
          if (Scope.isAbout(grant, type, operation)) {
            about.add(grant);
          }
        }
      }
      return about;
    }
  }

  private final Map<Ref<Role>, Whole> roles;
  private final People people;
  private final Withheld withheld;

  /**
   * Reads it.
   *
   * @param withheld what is kept from all who lack a permission
   */
  Model(Workspace space, Withheld withheld) {
    this.withheld = withheld;
    people = new People(Structure.of(space, space.today()));
    roles = roles(space);
  }

  /** The roles by identity, without those in the bin, as {@code space} sees them. */
  static Map<Ref<Role>, Whole> roles(Workspace space) {
    return roles(space, space.records(Role.TYPE).query());
  }

  /** These roles by identity. */
  static Map<Ref<Role>, Whole> roles(Workspace space, Query<Role> which) {
    Map<Ref<Role>, Whole> roles = new HashMap<>();
    Map<Ref<Role>, Role> all = new HashMap<>();
    which.list().forEach(role -> all.put(role.ref(), role));
    Map<Ref<Role>, List<Ref<Role>>> included = included(space);
    Map<Ref<Role>, List<Grant>> grants = new HashMap<>();
    for (Grant grant : space.records(Grant.TYPE).query().list()) {
      grants.computeIfAbsent(grant.require(Grant.ROLE), role -> new ArrayList<>()).add(grant);
    }
    Map<Ref<Role>, List<FieldRule>> rules = new HashMap<>();
    for (FieldRule rule : space.records(FieldRule.TYPE).query().list()) {
      rules.computeIfAbsent(rule.require(FieldRule.ROLE), role -> new ArrayList<>()).add(rule);
    }
    for (Role role : all.values()) {
      List<Grant> itsGrants = new ArrayList<>();
      List<FieldRule> itsRules = new ArrayList<>();
      for (Ref<Role> part : closure(role.ref(), included)) {
        if (all.containsKey(part)) {
          itsGrants.addAll(grants.getOrDefault(part, List.of()));
          itsRules.addAll(rules.getOrDefault(part, List.of()));
        }
      }
      roles.put(role.ref(), Whole.of(role, itsGrants, itsRules));
    }
    return roles;
  }

  /** Which roles each role includes itself. */
  static Map<Ref<Role>, List<Ref<Role>>> included(Workspace space) {
    Map<Ref<Role>, List<Ref<Role>>> included = new HashMap<>();
    for (RoleInclusion inclusion : space.records(RoleInclusion.TYPE).query().list()) {
      included
          .computeIfAbsent(inclusion.require(RoleInclusion.ROLE), role -> new ArrayList<>())
          .add(inclusion.require(RoleInclusion.INCLUDES));
    }
    return included;
  }

  /** A role and all it includes, directly or through others. */
  static Set<Ref<Role>> closure(Ref<Role> role, Map<Ref<Role>, List<Ref<Role>>> included) {
    Set<Ref<Role>> all = new LinkedHashSet<>(Set.of(role));
    List<Ref<Role>> level = List.of(role);
    while (!level.isEmpty()) {
      List<Ref<Role>> next = new ArrayList<>();
      for (Ref<Role> one : level) {
        included.getOrDefault(one, List.of()).stream().filter(all::add).forEach(next::add);
      }
      level = next;
    }
    return all;
  }

  /** What is kept from all who lack a permission. */
  Withheld withheld() {
    return withheld;
  }

  People people() {
    return people;
  }

  /** The roles by identity, without those in the bin. */
  Map<Ref<Role>, Whole> roles() {
    return roles;
  }
}

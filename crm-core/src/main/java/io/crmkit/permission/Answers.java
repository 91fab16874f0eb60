package io.crmkit.permission;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers who may do what, and why, from what is stored at the moment. */
final class Answers {
  private final RolePolicy policy;
  private final Workspace all;
  private final Workspace asker;
  private final CallContext who;
  private final Moment now;
  private final Model model;
  private final Map<Ref<?>, Optional<Row>> seen = new HashMap<>();

  Answers(RolePolicy policy, CallContext who, Workspace asker) {
    this.policy = policy;
    this.all = policy.authority(who.tenant()).space();
    this.asker = asker;
    this.who = who;
    this.now = policy.now(all);
    this.model = new Model(all, policy.withheld(all));
  }

  private Lookup lookup() {
    return ref -> seen.computeIfAbsent(ref, this::find).orElse(null);
  }

  private <E extends Entity<E>> Optional<Row> find(Ref<E> ref) {
    return all.records(ref.type()).find(ref).map(record -> record.snapshot().row());
  }

  /** Those of them that the asker sees. */
  <E extends Entity<E>> List<User> whoCan(Operation operation, E record) {
    return who(
        person -> {
          Rights rights = rights(person);
          return rights.of(record.type()).allows(operation)
              && rights
                  .of(record.type())
                  .rows(operation)
                  .predicate(lookup())
                  .test(record.snapshot().stored());
        });
  }

  List<User> whoCan(String permission) {
    return who(person -> rights(person).permits(permission));
  }

  private Rights rights(Person person) {
    return policy.isAdministrator(person.user().require(User.USERNAME))
        ? Rights.EVERYTHING
        : Rights.of(
            List.of(Scope.of(person, model.people(), all.layout())),
            model.withheld(),
            all.layout());
  }

  private List<User> who(Predicate<Person> may) {
    Set<Ref<User>> found = new LinkedHashSet<>();
    for (Person person : Person.all(all, model, now)) {
      if (may.test(person)) {
        found.add(person.user().ref());
      }
    }
    List<User> users = new ArrayList<>();
    Map<Ref<User>, User> visible = asker.records(User.TYPE).find(found);
    found.forEach(ref -> Optional.ofNullable(visible.get(ref)).ifPresent(users::add));
    return users;
  }

  <E extends Entity<E>> Explanation explain(String username, Operation operation, E record) {
    Localised doing = word("permission.operation." + operation);
    if (policy.isAdministrator(username)) {
      return new Explanation(
          true, "permission.explain.administrator", List.of(username, doing, record.ref()));
    }
    Optional<Person> known = Person.of(all, model, username, now);
    if (known.isEmpty()) {
      return new Explanation(
          false, "permission.explain.nobody", List.of(username, doing, record.ref()));
    }
    Scope own = Scope.of(known.get(), model.people(), all.layout());
    Explanation alone = explain(own, List.of(own), operation, record, doing);
    String absent = username.equals(who.actor()) ? who.onBehalfOf() : null;
    return alone.allowed() || absent == null
        ? alone
        : forAbsent(own, absent, operation, record, doing).orElse(alone);
  }

  /** What somebody may do by standing in for another, where that allows it. */
  private <E extends Entity<E>> Optional<Explanation> forAbsent(
      Scope own, String absent, Operation operation, E record, Localised doing) {
    User deputy = own.person().user();
    Optional<Person> person = Person.of(all, model, absent, now);
    return person
        .flatMap(other -> model.people().standIn(deputy.ref(), other.user().ref()))
        .filter(standIn -> standIn.covers(record.type()))
        .map(standIn -> Scope.of(person.get(), model.people(), all.layout(), standIn))
        .map(theirs -> explain(theirs, List.of(own, theirs), operation, record, doing))
        .filter(Explanation::allowed)
        .map(
            why ->
                new Explanation(
                    true,
                    "permission.explain.deputy",
                    List.of(deputy.require(User.USERNAME), doing, record.ref(), absent, why)));
  }

  private <E extends Entity<E>> Explanation explain(
      Scope scope, List<Scope> together, Operation operation, E record, Localised doing) {
    String username = scope.person().user().require(User.USERNAME);
    Row row = record.snapshot().stored();
    if (!model.withheld().spares(together)
        && model.withheld().of(record.type(), all.layout()).predicate(lookup()).test(row)) {
      return new Explanation(
          false, "permission.explain.withheld", List.of(username, doing, record.ref()));
    }
    @Nullable Explanation allowed = null;
    @Nullable Level nearest = null;
    for (Model.Whole role : scope.person().roles()) {
      for (Grant grant : role.about(record.type(), operation)) {
        if (scope.only(record.type(), operation, grant).predicate(lookup()).test(row)) {
          if (grant.denies()) {
            return granted("denied", username, doing, record, role, reach(grant));
          }
          Level level = grant.require(Grant.LEVEL);
          if (!scope.itself(record.type(), grant).predicate(lookup()).test(row)) {
            Explanation part =
                granted("part", username, doing, record, role, ofTheWhole(operation));
            allowed = allowed == null ? part : allowed;
          } else if (nearest == null || level.compareTo(nearest) < 0) {
            allowed = granted("granted", username, doing, record, role, reach(grant));
            nearest = level;
          }
        }
      }
    }
    return allowed != null
        ? allowed
        : withoutGrant(scope.person(), scope, operation, record, doing);
  }

  private static Explanation granted(
      String how,
      String username,
      Localised doing,
      Entity<?> record,
      Model.Whole role,
      Localised reach) {
    return new Explanation(
        !how.equals("denied"),
        "permission.explain." + how,
        List.of(username, doing, record.ref(), (Localised) role.role()::label, reach));
  }

  private static Localised ofTheWhole(Operation operation) {
    return word("permission.operation." + Scope.ofTheWhole(operation));
  }

  private <E extends Entity<E>> Explanation withoutGrant(
      Person person, Scope scope, Operation operation, E record, Localised doing) {
    String username = person.user().require(User.USERNAME);
    for (Share share : person.shares()) {
      if (share.require(Share.RECORD_ID).equals(record.ref().id())
          && (operation == Operation.READ
              || (operation == Operation.UPDATE
                  && share.require(Share.ACCESS) == Share.Access.WRITE))) {
        Instant until = share.get(Share.EXPIRES_AT);
        return new Explanation(
            true,
            until == null ? "permission.explain.shared" : "permission.explain.shared_until",
            List.of(
                username,
                doing,
                record.ref(),
                share.require(Share.TYPE.createdBy()),
                until == null ? "" : until.toString()));
      }
    }
    Condition<E> rows = scope.rows(record.type(), operation);
    if (rows.predicate(lookup()).test(record.snapshot().stored())) {
      return new Explanation(
          true, "permission.explain.administers", List.of(username, doing, record.ref()));
    }
    Localised roles =
        locale ->
            String.join(
                ", ", person.roles().stream().map(role -> role.role().label(locale)).toList());
    return person.roles().isEmpty()
        ? new Explanation(
            false, "permission.explain.no_roles", List.of(username, doing, record.ref()))
        : new Explanation(
            false,
            "permission.explain.out_of_reach",
            List.of(username, doing, record.ref(), roles));
  }

  private static Localised reach(Grant grant) {
    Localised level = word("permission.level." + grant.require(Grant.LEVEL));
    if (grant.get(Grant.RULE) == null) {
      return level;
    }
    String rule = String.valueOf(grant.get(Grant.RULE));
    return locale -> Messages.text(locale, "permission.level.rule", level.in(locale), rule);
  }

  private static Localised word(String key) {
    return locale -> Messages.text(locale, key);
  }
}

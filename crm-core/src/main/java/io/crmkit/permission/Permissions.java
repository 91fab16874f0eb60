package io.crmkit.permission;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Team;
import io.crmkit.org.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Roles and what they grant, shares of single records, and answers to who may do what and why;
 * itself the roles. To change roles needs the right to {@linkplain Operation#ADMINISTER administer}
 * roles, and nobody gives what they do not have.
 */
public final class Permissions extends Records<Role> {
  /** The roles as {@code space} sees them. */
  public Permissions(Workspace space) {
    super(space, Role.TYPE);
  }

  /**
   * A role by its code.
   *
   * @throws NotFoundException where there is none that the actor can see
   */
  public Role role(String code) {
    return where(Role.CODE.is(code))
        .first()
        .orElseThrow(() -> NotFoundException.named("role", code, codes()));
  }

  boolean knows(String type) {
    return space().layout().types().stream().anyMatch(known -> known.name().equals(type));
  }

  boolean knowsPermission(String permission) {
    return space().permissions().contains(permission);
  }

  private List<String> codes() {
    return query().list().stream().map(role -> role.require(Role.CODE)).toList();
  }

  /** Defines a role. */
  public Role define(String code, String english, @Nullable String chinese) {
    return create(
        draft ->
            draft
                .set(Role.CODE, code)
                .set(Role.LABEL_EN, english)
                .setOrClear(Role.LABEL_ZH, chinese));
  }

  /**
   * Defines the roles of a sales company that are not there yet: {@code employee}, {@code seller},
   * {@code sales_manager}, {@code service_agent}, {@code marketing}, {@code administrator}, {@code
   * auditor}, {@code partner} and {@code customer}.
   *
   * @return those that were defined
   */
  public List<Role> installStandardRoles() {
    return space().call(work -> new StandardRoles(new Permissions(work)).install());
  }

  /** What roles grant. */
  public Records<Grant> grants() {
    return space().records(Grant.TYPE);
  }

  /** What roles may do with fields. */
  public Records<FieldRule> fieldRules() {
    return space().records(FieldRule.TYPE);
  }

  /** Which roles people have. */
  public Records<RoleAssignment> assignments() {
    return space().records(RoleAssignment.TYPE);
  }

  /** Grants operations on records of a type. */
  public List<Grant> grant(Role role, EntityType<?> type, Level level, Operation... operations) {
    return grant(role, type.name(), level, operations);
  }

  /**
   * Grants operations on records of a type.
   *
   * @param type its name, {@link Grant#ALL_TYPES} or {@link Grant#REFERENCE_DATA}
   */
  public List<Grant> grant(Role role, String type, Level level, Operation... operations) {
    return grants(role, Grant.Effect.ALLOW, type, level, operations);
  }

  /** Takes operations on records of a type away, whatever else grants them. */
  public List<Grant> deny(Role role, String type, Level level, Operation... operations) {
    return grants(role, Grant.Effect.DENY, type, level, operations);
  }

  private List<Grant> grants(
      Role role, Grant.Effect effect, String type, Level level, Operation... operations) {
    List<Consumer<Draft<Grant>>> all = new ArrayList<>();
    for (Operation operation : operations) {
      all.add(
          draft ->
              draft
                  .set(Grant.ROLE, role)
                  .set(Grant.EFFECT, effect)
                  .set(Grant.RECORD_TYPE, type)
                  .set(Grant.OPERATION, operation)
                  .set(Grant.LEVEL, level));
    }
    return grants().createAll(all);
  }

  /**
   * Grants an operation on those records of a type that meet a rule.
   *
   * @param rule see {@link Grant#RULE}
   */
  public Grant grantWhere(Role role, EntityType<?> type, Operation operation, String rule) {
    return grants()
        .create(
            draft ->
                draft
                    .set(Grant.ROLE, role)
                    .set(Grant.RECORD_TYPE, type.name())
                    .set(Grant.OPERATION, operation)
                    .set(Grant.LEVEL, Level.ALL)
                    .parse(Grant.RULE, rule));
  }

  /** Grants a permission that a module brings, or all of them: {@code "*"}. */
  public Grant grantPermission(Role role, String permission) {
    return grants().create(draft -> draft.set(Grant.ROLE, role).set(Grant.PERMISSION, permission));
  }

  /** Says what a role may do with a field. */
  public FieldRule restrict(Role role, Field<?, ?> field, FieldRight right) {
    return restrict(role, field.type().name(), field.name(), right);
  }

  /**
   * Says what a role may do with fields.
   *
   * @param type the name of a record type, or {@link Grant#ALL_TYPES}
   * @param field the name of a field, or {@link FieldRule#PERSONAL}
   */
  public FieldRule restrict(Role role, String type, String field, FieldRight right) {
    return rule(role, Grant.Effect.ALLOW, type, field, right);
  }

  /** Says what nobody with a role may go beyond, whatever their other roles give. */
  public FieldRule limit(Role role, Field<?, ?> field, FieldRight right) {
    return limit(role, field.type().name(), field.name(), right);
  }

  /**
   * Says what nobody with a role may go beyond, whatever their other roles give.
   *
   * @param type the name of a record type, or {@link Grant#ALL_TYPES}
   * @param field the name of a field, or {@link FieldRule#PERSONAL}
   */
  public FieldRule limit(Role role, String type, String field, FieldRight right) {
    return rule(role, Grant.Effect.DENY, type, field, right);
  }

  private FieldRule rule(
      Role role, Grant.Effect effect, String type, String field, FieldRight right) {
    return fieldRules()
        .create(
            draft ->
                draft
                    .set(FieldRule.ROLE, role)
                    .set(FieldRule.EFFECT, effect)
                    .set(FieldRule.RECORD_TYPE, type)
                    .set(FieldRule.FIELD, field)
                    .set(FieldRule.RIGHT, right));
  }

  /** Gives a role all that another one has. */
  public RoleInclusion include(Role role, Role other) {
    return space()
        .records(RoleInclusion.TYPE)
        .create(draft -> draft.set(RoleInclusion.ROLE, role).set(RoleInclusion.INCLUDES, other));
  }

  /** Gives somebody a role for good. */
  public RoleAssignment assign(User user, Role role) {
    return assign(user, role, null, null);
  }

  /**
   * Gives somebody a role for a time.
   *
   * @param since the first day; null where they always had it
   * @param until the last day; null where it lasts
   */
  public RoleAssignment assign(
      User user, Role role, @Nullable LocalDate since, @Nullable LocalDate until) {
    return assignments()
        .create(
            draft ->
                draft
                    .set(RoleAssignment.USER, user)
                    .set(RoleAssignment.ROLE, role)
                    .setOrClear(RoleAssignment.SINCE, since)
                    .setOrClear(RoleAssignment.UNTIL, until));
  }

  /** Takes a role from somebody, from now on. */
  public void withdraw(User user, Role role) {
    space()
        .run(
            work -> {
              Records<RoleAssignment> all = work.records(RoleAssignment.TYPE);
              all.where(RoleAssignment.USER.is(user), RoleAssignment.ROLE.is(role))
                  .list()
                  .forEach(all::delete);
            });
  }

  /** Lets a user see or change a record for good. */
  public <E extends Entity<E>> Share share(E record, User with, Share.Access access) {
    return share(record, with, access, null, null);
  }

  /**
   * Lets a user see or change a record. Needs the right to share it, and to change it where others
   * shall.
   *
   * @param until the moment it ends; null where it lasts
   * @param reason why, or null
   * @throws NotFoundException where the actor does not see the record
   */
  public <E extends Entity<E>> Share share(
      E record, User with, Share.Access access, @Nullable Instant until, @Nullable String reason) {
    return share(record, draft -> draft.set(Share.WITH_USER, with), access, until, reason);
  }

  /** As the other, where nothing but the identity of the user is known. */
  public <E extends Entity<E>> Share share(
      E record,
      Ref<User> with,
      Share.Access access,
      @Nullable Instant until,
      @Nullable String reason) {
    return share(record, draft -> draft.set(Share.WITH_USER, with), access, until, reason);
  }

  /** Lets the people of a unit and all units below it see or change a record. */
  public <E extends Entity<E>> Share share(
      E record,
      OrgUnit with,
      Share.Access access,
      @Nullable Instant until,
      @Nullable String reason) {
    return share(record, draft -> draft.set(Share.WITH_UNIT, with), access, until, reason);
  }

  /** Lets the members of a team see or change a record. */
  public <E extends Entity<E>> Share share(
      E record, Team with, Share.Access access, @Nullable Instant until, @Nullable String reason) {
    return share(record, draft -> draft.set(Share.WITH_TEAM, with), access, until, reason);
  }

  private <E extends Entity<E>> Share share(
      E record,
      Consumer<Draft<Share>> with,
      Share.Access access,
      @Nullable Instant until,
      @Nullable String reason) {
    return space()
        .call(
            work -> {
              E current = work.records(record.type()).get(record.ref());
              work.require(Operation.SHARE, current);
              if (access == Share.Access.WRITE) {
                work.require(Operation.UPDATE, current);
              }
              return work.own(Share.DEF, Share.TYPE)
                  .create(
                      draft -> {
                        draft
                            .unlock(Share.DEF)
                            .set(Share.RECORD_TYPE, record.type().name())
                            .set(Share.RECORD_ID, record.ref().id())
                            .set(Share.ACCESS, access)
                            .setOrClear(Share.EXPIRES_AT, until)
                            .setOrClear(Share.REASON, reason);
                        with.accept(draft);
                      });
            });
  }

  /** Ends a share: for who made it, and for who may share the record. */
  public <E extends Entity<E>> void unshare(E record, Share share) {
    space()
        .run(
            work -> {
              E current = work.records(record.type()).get(record.ref());
              Records<Share> shares = work.own(Share.DEF, Share.TYPE);
              Share now = shares.get(share.ref());
              if (!now.require(Share.RECORD_ID).equals(current.ref().id())) {
                throw NotFoundException.record(share.ref());
              }
              if (!now.require(Share.TYPE.createdBy()).equals(work.context().actor())) {
                work.require(Operation.SHARE, current);
              }
              shares.delete(now);
            });
  }

  /** With whom a record that the actor sees is shared at the moment, in the order of sharing. */
  public <E extends Entity<E>> List<Share> sharesOf(E record) {
    E current = space().records(record.type()).get(record.ref());
    return space()
        .own(Share.DEF, Share.TYPE)
        .where(
            Share.RECORD_ID.is(current.ref().id()),
            Share.RECORD_TYPE.is(current.type().name()),
            Share.EXPIRES_AT.isMissing().or(Share.EXPIRES_AT.moreThan(space().now())))
        .list();
  }

  /** What the actor may do, for those who build screens. */
  public Mine mine() {
    List<Mine.OfType> types = new ArrayList<>();
    for (EntityType<?> type : space().layout().types()) {
      types.add(mine(type));
    }
    Set<String> permissions = new TreeSet<>();
    for (String permission : space().permissions()) {
      if (space().permits(permission)) {
        permissions.add(permission);
      }
    }
    return new Mine(
        types.stream().filter(its -> !its.operations().isEmpty()).toList(), permissions);
  }

  private <E extends Entity<E>> Mine.OfType mine(EntityType<E> type) {
    EnumSet<Operation> operations = EnumSet.noneOf(Operation.class);
    for (Operation operation : Operation.values()) {
      if (space().may(operation, type)) {
        operations.add(operation);
      }
    }
    Map<String, FieldRight> fields = new TreeMap<>();
    for (Field<E, ?> field : space().layout().fields(type)) {
      FieldRight right = space().right(field);
      if (right == FieldRight.MASKED || right == FieldRight.READ_ONLY) {
        fields.put(field.name(), right);
      } else if (right == FieldRight.WRITE) {
        fields.put(field.name(), field.managed() ? FieldRight.READ_ONLY : right);
      }
    }
    return new Mine.OfType(type.name(), operations, fields);
  }

  /** The users who may do something to a record that the actor sees and may share. */
  public <E extends Entity<E>> List<User> whoCan(Operation operation, E record) {
    E current = space().records(record.type()).get(record.ref());
    if (!administers()) {
      space().require(Operation.SHARE, current);
    }
    return answers().whoCan(operation, current);
  }

  /**
   * The users who have a permission that a module brings; for those who decide about roles.
   *
   * @throws NotFoundException where no module brings it; names those there are
   */
  public List<User> whoCan(String permission) {
    space().require(Operation.ADMINISTER, Role.TYPE);
    if (!knowsPermission(permission)) {
      throw NotFoundException.named(
          "permission", permission, space().permissions().stream().sorted().toList());
    }
    return answers().whoCan(permission);
  }

  /** Why the actor may do something to a record that they see, or may not. */
  public <E extends Entity<E>> Explanation explain(Operation operation, E record) {
    return explain(space().context().actor(), operation, record);
  }

  /**
   * Why somebody may do something to a record that the actor sees, or may not. About others it is
   * told to those who decide about roles.
   */
  public <E extends Entity<E>> Explanation explain(String username, Operation operation, E record) {
    if (!username.equals(space().context().actor())) {
      space().require(Operation.ADMINISTER, Role.TYPE);
    }
    E current = space().records(record.type()).get(record.ref());
    return answers().explain(username, operation, current);
  }

  /** What two roles, with all they include, grant differently. */
  public RoleDiff roleDiff(Role first, Role second) {
    Map<Ref<Role>, Model.Whole> roles = Model.roles(space());
    return RoleDiff.between(whole(roles, first), whole(roles, second));
  }

  private static Model.Whole whole(Map<Ref<Role>, Model.Whole> roles, Role role) {
    Model.Whole whole = roles.get(role.ref());
    if (whole == null) {
      throw NotFoundException.record(role.ref());
    }
    return whole;
  }

  private boolean administers() {
    return space().may(Operation.ADMINISTER, Role.TYPE);
  }

  private Answers answers() {
    CallContext context = space().context();
    return new Answers(space().module(PermissionModule.class).roles(), context, space());
  }
}

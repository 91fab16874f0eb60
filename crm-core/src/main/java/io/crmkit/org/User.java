package io.crmkit.org;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;

/** A person who works with the CRM; the host decides how they log in. */
public final class User extends Entity<User> {
  static final Definition<User> DEF = Definition.of("user", User::new);

  /**
   * The name of the actor in whose name sessions are opened. It stays when a user is erased: who
   * did what must remain provable.
   */
  public static final TextField<User> USERNAME =
      DEF.text("username").required().max(200).unique().immutable().notPersonal().add();

  /** The name that people read. */
  public static final TextField<User> FULL_NAME =
      DEF.text("full_name").required().max(200).searchable().provided().add();

  /** The address for mail. */
  public static final TextField<User> EMAIL = DEF.email("email").provided().add();

  /** The number to call. */
  public static final TextField<User> PHONE = DEF.phone("phone").provided().add();

  /**
   * The unit of their primary membership today. Set, it transfers them from today on, somebody new
   * from the day they joined; {@link Membership} knows all other days and units.
   */
  public static final RefField<User, OrgUnit> UNIT = DEF.ref("unit", () -> OrgUnit.TYPE).add();

  /**
   * The person they report to today. Set, it holds from today on, for somebody new from the day
   * they joined; {@link ReportingLine} knows all other days.
   */
  public static final RefField<User, User> MANAGER = DEF.ref("manager", () -> User.TYPE).add();

  /** Their first day; missing where it is not known: then what is said of them has always been. */
  public static final DateField<User> JOINED_ON = DEF.date("joined_on").immutable().add();

  /** The first day on which they do not work here any more. */
  public static final DateField<User> LEFT_ON = DEF.date("left_on").indexed().managed().add();

  /** Who takes over what they are responsible for. */
  public static final RefField<User, User> SUCCESSOR =
      DEF.ref("successor", () -> User.TYPE).managed().add();

  /**
   * The record, such as a customer, in whose name somebody acts who does not work here: the rules
   * of roles limit them to what is theirs, see {@code {"actor":"acts_for_id"}}.
   *
   * <pre>{@code
   * organization.create(u -> User.ACTS_FOR.set(u.set(User.USERNAME, "kim"), customer.ref()));
   * }</pre>
   */
  public static final Link<User> ACTS_FOR = DEF.link("acts_for");

  /** Works here now. */
  public static final ValueField<User, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The type. */
  public static final EntityType<User> TYPE = DEF.person().seal();

  private User(Snapshot snapshot) {
    super(snapshot);
  }
}

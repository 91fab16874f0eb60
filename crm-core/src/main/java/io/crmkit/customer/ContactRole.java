package io.crmkit.customer;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.Turns;
import java.time.LocalDate;

/**
 * The role that a contact plays at a customer, from one day to another; nobody plays the same one
 * twice on a day.
 */
public final class ContactRole extends Entity<ContactRole> {
  static final Definition<ContactRole> DEF = Definition.of("contact_role", ContactRole::new);

  /** Who. */
  public static final RefField<ContactRole, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).required().immutable().add();

  /** At which customer. */
  public static final RefField<ContactRole, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().immutable().add();

  /** Which role: a code of {@code contact_role}. */
  public static final TextField<ContactRole> ROLE =
      DEF.code("role", "contact_role").required().immutable().add();

  /** The first day. */
  public static final DateField<ContactRole> SINCE = DEF.date("since").required().add();

  /** The last day; missing while it lasts. */
  public static final DateField<ContactRole> UNTIL = DEF.date("until").add();

  static final Period<ContactRole> PERIOD = DEF.period(SINCE, UNTIL);

  static final Turns<ContactRole> TURNS = DEF.turns(CONTACT, CUSTOMER, ROLE);

  /** The type. */
  public static final EntityType<ContactRole> TYPE = DEF.partOf(CUSTOMER, CONTACT).seal();

  private ContactRole(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the roles that are played on {@code day}. */
  public static Condition<ContactRole> on(LocalDate day) {
    return PERIOD.on(day);
  }
}

package io.crmkit.sales;

import io.crmkit.customer.Contact;
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
 * The role that a contact plays in the buying centre of a deal, from one day to another, with what
 * influence and what attitude to us. Nobody plays the same one twice on a day.
 */
public final class DealRole extends Entity<DealRole> {
  static final Definition<DealRole> DEF = Definition.of("deal_role", DealRole::new);

  /** In which deal. */
  public static final RefField<DealRole, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).required().immutable().add();

  /** Who. */
  public static final RefField<DealRole, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).required().immutable().add();

  /** Which role: a code of {@code contact_role}. */
  public static final TextField<DealRole> ROLE =
      DEF.code("role", "contact_role").required().immutable().add();

  /** How much they decide: a code of {@code influence}. */
  public static final TextField<DealRole> INFLUENCE =
      DEF.code("influence", "influence").personal().add();

  /** What they think of us: a code of {@code attitude}. */
  public static final TextField<DealRole> ATTITUDE =
      DEF.code("attitude", "attitude").personal().add();

  /** The first day. */
  public static final DateField<DealRole> SINCE = DEF.date("since").required().add();

  /** The last day; missing while it lasts. */
  public static final DateField<DealRole> UNTIL = DEF.date("until").add();

  static final Period<DealRole> PERIOD = DEF.period(SINCE, UNTIL);

  static final Turns<DealRole> TURNS = DEF.turns(CONTACT, OPPORTUNITY, ROLE);

  /** The type. */
  public static final EntityType<DealRole> TYPE = DEF.partOf(OPPORTUNITY).seal();

  private DealRole(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the roles that are played on {@code day}. */
  public static Condition<DealRole> on(LocalDate day) {
    return PERIOD.on(day);
  }
}

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
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Trees;
import java.time.LocalDate;

/**
 * The place of a contact in the customer's own organisation from one day to another: to whom they
 * report, in which department, with what influence and what attitude to us. On no day does anybody
 * report to themselves, directly or through others.
 */
public final class Position extends Entity<Position> {
  static final Definition<Position> DEF = Definition.of("position", Position::new);

  /** Who. */
  public static final RefField<Position, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).required().immutable().add();

  /** At which customer. */
  public static final RefField<Position, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().immutable().add();

  /** What they are called there. */
  public static final TextField<Position> TITLE = DEF.text("title").max(200).personal().add();

  /** In which department. */
  public static final TextField<Position> DEPARTMENT =
      DEF.text("department").max(200).searchable().personal().add();

  /** To whom they report; missing at the top. */
  public static final RefField<Position, Contact> REPORTS_TO =
      DEF.ref("reports_to", () -> Contact.TYPE).add();

  /** How much they decide: a code of {@code influence}. */
  public static final TextField<Position> INFLUENCE =
      DEF.code("influence", "influence").personal().add();

  /** What they think of us: a code of {@code attitude}. */
  public static final TextField<Position> ATTITUDE =
      DEF.code("attitude", "attitude").personal().add();

  /** The first day. */
  public static final DateField<Position> SINCE = DEF.date("since").required().add();

  /** The last day; missing while it lasts. */
  public static final DateField<Position> UNTIL = DEF.date("until").add();

  private static final Period<Position> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<Position> TYPE = DEF.partOf(CUSTOMER, CONTACT).seal();

  private Position(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the positions that are held on {@code day}. */
  public static Condition<Position> on(LocalDate day) {
    return PERIOD.on(day);
  }

  static Hooks.Guard<Position> withoutCycles() {
    return Trees.withoutCycles(CONTACT, REPORTS_TO, PERIOD, REPORTS_TO.isPresent());
  }
}

package io.crmkit.customer;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Trees;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is to another from one day to another: its subsidiary, its partner. Kinds that
 * mean belonging make groups; in these nobody stands above itself on any day. A relation is a part
 * of the first customer: while the other one is in the bin it stays, as {@link Customer#PARENT}
 * does.
 */
public final class CustomerRelation extends Entity<CustomerRelation> {
  /** The kind of a company that another one owns. */
  public static final String SUBSIDIARY = "subsidiary";

  /** The kinds that mean belonging: what they say rolls up. */
  public static final List<String> BELONGING = List.of(SUBSIDIARY, "branch");

  static final Definition<CustomerRelation> DEF =
      Definition.of("customer_relation", CustomerRelation::new);

  /** Who is it: the subsidiary. */
  public static final RefField<CustomerRelation, Customer> FROM =
      DEF.ref("from_customer", () -> Customer.TYPE).required().immutable().add();

  /** To whom: the parent company. */
  public static final RefField<CustomerRelation, Customer> TO =
      DEF.ref("to_customer", () -> Customer.TYPE).required().immutable().add();

  /** What it is: a code of {@code customer_relation}. */
  public static final TextField<CustomerRelation> KIND =
      DEF.code("kind", "customer_relation").required().immutable().add();

  /** The share that is held, in percent; missing where nobody knows. */
  public static final NumberField<CustomerRelation, BigDecimal> SHARE =
      DEF.decimal("share").atLeast(BigDecimal.ZERO).atMost(BigDecimal.valueOf(100)).add();

  /** The first day; missing where it has always been so. */
  public static final DateField<CustomerRelation> SINCE = DEF.date("since").add();

  /** The last day; missing while it lasts. */
  public static final DateField<CustomerRelation> UNTIL = DEF.date("until").add();

  /** Where today stands; what begins or ends is noticed by a job. */
  public static final ChoiceField<CustomerRelation, Phase> PHASE =
      DEF.choice("phase", Phase.class).indexed().managed().add();

  private static final Period<CustomerRelation> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<CustomerRelation> TYPE = DEF.partOf(FROM).seal();

  static final Phase.Dated<CustomerRelation> DATED =
      new Phase.Dated<>(DEF, TYPE, SINCE, UNTIL, PHASE);

  private CustomerRelation(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches what is so on {@code day}. */
  public static Condition<CustomerRelation> on(LocalDate day) {
    return PERIOD.on(day);
  }

  /** Matches the relations that make groups. */
  public static Condition<CustomerRelation> belonging() {
    return KIND.in(BELONGING);
  }

  static Hooks.Guard<CustomerRelation> withoutCycles() {
    return Trees.withoutCycles(FROM, TO, PERIOD, belonging());
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<CustomerRelation, T> field) {
    return field.of(snapshot().row());
  }
}

package io.crmkit.customer;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is classed from one day to another by one code table, and why. The periods of one
 * customer and table follow each other without overlap; who made a record says who decided. Written
 * by {@link Customers#classify}.
 */
public final class Classification extends Entity<Classification> {
  /** The scheme of {@link Customer#LEVEL}. */
  public static final String LEVEL = "customer_level";

  static final Definition<Classification> DEF =
      Definition.of("classification", Classification::new);

  /** Who. */
  public static final RefField<Classification, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().managed().add();

  /** By which code table. */
  public static final TextField<Classification> SCHEME =
      DEF.text("scheme").required().max(48).managed().notPersonal().add();

  /**
   * The code; missing where the customer is in no class. Seen by those who may see {@link
   * Customer#LEVEL}.
   */
  public static final TextField<Classification> VALUE =
      DEF.text("value").managed().personal().copyOf(() -> Customer.LEVEL).add();

  /** The first day; missing where it has always been so. */
  public static final DateField<Classification> SINCE = DEF.date("since").managed().add();

  /** The last day: that before the next period; missing in the last. */
  public static final DateField<Classification> UNTIL = DEF.date("until").managed().add();

  /** True in the last period; missing in the others. */
  public static final ValueField<Classification, Boolean> LAST = DEF.yesNo("last").managed().add();

  /** Where today stands; what has begun is put into force by a job. */
  public static final ChoiceField<Classification, Phase> PHASE =
      DEF.choice("phase", Phase.class).indexed().managed().add();

  /** Why. */
  public static final TextField<Classification> REASON =
      DEF.text("reason").max(1000).managed().personal().add();

  private static final Period<Classification> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<Classification> TYPE =
      DEF.partOf(CUSTOMER)
          .unique("begin", CUSTOMER, SCHEME, SINCE)
          .unique("end", CUSTOMER, SCHEME, LAST)
          .seal();

  static final Phase.Dated<Classification> DATED =
      new Phase.Dated<>(DEF, TYPE, SINCE, UNTIL, PHASE);

  private Classification(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches how customers are classed on {@code day}. */
  public static Condition<Classification> on(LocalDate day) {
    return PERIOD.on(day);
  }

  static Condition<Classification> notOver(LocalDate day) {
    return PERIOD.notOver(day);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Classification, T> field) {
    return field.of(snapshot().row());
  }
}

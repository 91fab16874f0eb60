package io.crmkit.org;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.Turns;
import java.time.LocalDate;
import java.util.Objects;

/**
 * From one day to another somebody acts for a user who is away. A user has at most one deputy on a
 * day; on no day does somebody stand in for themselves, be it through others.
 */
public final class Deputy extends Entity<Deputy> {
  static final Definition<Deputy> DEF = Definition.of("deputy", Deputy::new);

  /** Who is away. */
  public static final RefField<Deputy, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** Who acts for them. */
  public static final RefField<Deputy, User> DEPUTY =
      DEF.ref("deputy", () -> User.TYPE).required().immutable().add();

  /** The first day. */
  public static final DateField<Deputy> SINCE = DEF.date("since").required().add();

  /** The last day; missing while the end is not known. */
  public static final DateField<Deputy> UNTIL = DEF.date("until").add();

  /** The names of the record types that the deputy may act on; missing where there is no limit. */
  public static final TagsField<Deputy> ONLY_FOR = DEF.tags("only_for").notPersonal().add();

  static final Period<Deputy> PERIOD = DEF.period(SINCE, UNTIL);

  static final Turns<Deputy> TURNS = DEF.turns(USER);

  /** The type. */
  public static final EntityType<Deputy> TYPE =
      DEF.partOf(USER)
          .rule(
              "not_oneself",
              DEPUTY,
              deputy -> !Objects.equals(deputy.get(USER), deputy.get(DEPUTY)))
          .seal();

  private Deputy(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches those who act for somebody on {@code day}. */
  public static Condition<Deputy> on(LocalDate day) {
    return PERIOD.on(day);
  }
}

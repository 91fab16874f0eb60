package io.crmkit.permission;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import java.util.Set;

/**
 * A right that a role gives or takes away: an operation on records of a type, as far as a level
 * reaches, or a permission that a module brings.
 */
public final class Grant extends Entity<Grant> {
  /** All record types, those aside that are about rights or are facts of the audit. */
  public static final String ALL_TYPES = "*";

  /** The record types whose records nobody owns and that are parts of nothing. */
  public static final String REFERENCE_DATA = "*reference";

  /** Whether a right is given or taken away. */
  public enum Effect {
    /** Gives it. */
    ALLOW,
    /** Takes it away, whatever else gives it. */
    DENY
  }

  private static final Definition<Grant> DEF = Definition.of("grant", Grant::new);

  /** The role. */
  public static final RefField<Grant, Role> ROLE =
      DEF.ref("role", () -> Role.TYPE).required().immutable().add();

  /** Whether it gives or takes away. */
  public static final ChoiceField<Grant, Effect> EFFECT =
      DEF.choice("effect", Effect.class).required().defaultTo(Effect.ALLOW).add();

  /** The name of a record type, {@link #ALL_TYPES} or {@link #REFERENCE_DATA}. */
  public static final TextField<Grant> RECORD_TYPE = DEF.text("record_type").max(48).add();

  /** What may be done to records of the type. */
  public static final ChoiceField<Grant, Operation> OPERATION =
      DEF.choice("operation", Operation.class).add();

  /** To which of them. */
  public static final ChoiceField<Grant, Level> LEVEL = DEF.choice("level", Level.class).add();

  /**
   * What those have to meet besides: a condition as {@link io.crmkit.kernel.query.ConditionJson}
   * reads it, with {@code {"actor":"field"}} in place of a value that the actor's own user record
   * has, {@code {"actor":"user"}} for the actor.
   */
  public static final ValueField<Grant, Json> RULE = DEF.json("rule").add();

  /** A permission that a module brings, instead of an operation. */
  public static final TextField<Grant> PERMISSION = DEF.text("permission").max(100).add();

  /** The type. */
  public static final EntityType<Grant> TYPE =
      DEF.rule("whole", OPERATION, Grant::isWhole).rule("level_all", LEVEL, Grant::hasLevel).seal();

  private static final Set<Operation> OF_THE_TYPE =
      Set.of(Operation.IMPORT, Operation.MASS_UPDATE, Operation.SEE_PERSONAL, Operation.ADMINISTER);

  private Grant(Snapshot snapshot) {
    super(snapshot);
  }

  boolean denies() {
    return require(EFFECT) == Effect.DENY;
  }

  private boolean isWhole() {
    boolean named = get(PERMISSION) != null;
    boolean type = get(RECORD_TYPE) != null;
    boolean operation = get(OPERATION) != null;
    boolean level = get(LEVEL) != null;
    return named ? !type && !operation && !level && get(RULE) == null : type && operation && level;
  }

  private boolean hasLevel() {
    Operation operation = get(OPERATION);
    Level level = get(LEVEL);
    return operation == null
        || !OF_THE_TYPE.contains(operation)
        || ((level == Level.ALL || level == Level.NONE) && get(RULE) == null);
  }
}

package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/**
 * What a role may do with a field, or with all fields about persons. A field without a rule may be
 * written; one about a person is hidden without the right to see what is personal.
 */
public final class FieldRule extends Entity<FieldRule> {
  /** In place of the name of a field: all that say something about a person. */
  public static final String PERSONAL = "*personal";

  private static final Definition<FieldRule> DEF = Definition.of("field_rule", FieldRule::new);

  /** The role. */
  public static final RefField<FieldRule, Role> ROLE =
      DEF.ref("role", () -> Role.TYPE).required().immutable().add();

  /** Whether it says what the role may, or what nobody with the role may go beyond. */
  public static final ChoiceField<FieldRule, Grant.Effect> EFFECT =
      DEF.choice("effect", Grant.Effect.class).required().defaultTo(Grant.Effect.ALLOW).add();

  /** The name of a record type, or {@link Grant#ALL_TYPES}. */
  public static final TextField<FieldRule> RECORD_TYPE =
      DEF.text("record_type").required().max(48).add();

  /** The name of a field, or {@link #PERSONAL}. */
  public static final TextField<FieldRule> FIELD = DEF.text("field").required().max(48).add();

  /** What may be done with it. */
  public static final ChoiceField<FieldRule, FieldRight> RIGHT =
      DEF.choice("right", FieldRight.class).required().add();

  /** The type. */
  public static final EntityType<FieldRule> TYPE =
      DEF.unique("field", ROLE, RECORD_TYPE, FIELD, EFFECT).seal();

  private FieldRule(Snapshot snapshot) {
    super(snapshot);
  }

  boolean denies() {
    return require(EFFECT) == Grant.Effect.DENY;
  }

  boolean isAbout(Field<?, ?> field) {
    String type = require(RECORD_TYPE);
    String name = require(FIELD);
    return (type.equals(Grant.ALL_TYPES) || type.equals(field.type().name()))
        && (name.equals(PERSONAL) ? field.personal() : name.equals(field.name()));
  }
}

package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;

/** A custom field that an administrator defined. */
public final class FieldDefinition extends Entity<FieldDefinition> {
  /** The kinds that custom fields can have. */
  public enum FieldKind {
    /** Text of limited length. */
    TEXT,
    /** Text of any length. */
    LONG_TEXT,
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** A web address. */
    URL,
    /** A whole number. */
    INTEGER,
    /** An exact decimal. */
    DECIMAL,
    /** An amount in a currency. */
    MONEY,
    /** Yes or no. */
    YES_NO,
    /** A calendar date. */
    DATE,
    /** A moment. */
    INSTANT,
    /** One of the {@link #OPTIONS}. */
    CHOICE,
    /** A code of the {@link #CODE_TABLE}. */
    CODE,
    /** A reference to a record of the {@link #TARGET} type. */
    REF,
    /** A set of short labels. */
    TAGS,
    /** A postal address. */
    ADDRESS,
    /** A JSON document. */
    JSON
  }

  private static final Definition<FieldDefinition> DEF =
      Definition.of("field_definition", FieldDefinition::new);

  /** The name of the record type. */
  public static final TextField<FieldDefinition> RECORD_TYPE =
      DEF.text("record_type").required().max(48).immutable().add();

  /** The name of the field. */
  public static final TextField<FieldDefinition> NAME =
      DEF.text("name").required().max(48).immutable().add();

  /** The kind of its values. */
  public static final ChoiceField<FieldDefinition, FieldKind> KIND =
      DEF.choice("kind", FieldKind.class).required().immutable().add();

  /** A value has to be given. */
  public static final ValueField<FieldDefinition, Boolean> REQUIRED = DEF.yesNo("required").add();

  /** No two records have the same value. */
  public static final ValueField<FieldDefinition, Boolean> UNIQUE =
      DEF.yesNo("is_unique").defaultTo(false).immutable().add();

  /** Filters and sorting have to stay fast. */
  public static final ValueField<FieldDefinition, Boolean> INDEXED = DEF.yesNo("indexed").add();

  /** Full text search looks there. */
  public static final ValueField<FieldDefinition, Boolean> SEARCHABLE =
      DEF.yesNo("searchable").add();

  /** Says something about a person. */
  public static final ValueField<FieldDefinition, Boolean> PERSONAL = DEF.yesNo("personal").add();

  /** Kept encrypted. */
  public static final ValueField<FieldDefinition, Boolean> ENCRYPTED =
      DEF.yesNo("encrypted").immutable().add();

  /** The greatest number of characters. */
  public static final NumberField<FieldDefinition, Long> MAX_LENGTH =
      DEF.integer("max_length").atLeast(1L).atMost(1000L).add();

  /** What a new record gets where nothing is given, in the text form of the kind. */
  public static final TextField<FieldDefinition> DEFAULT_VALUE =
      DEF.text("default_value").max(1000).add();

  /** The smallest value of a number, date or moment, in its text form. */
  public static final TextField<FieldDefinition> LEAST = DEF.text("least").max(50).add();

  /** The greatest value of a number, date or moment, in its text form. */
  public static final TextField<FieldDefinition> GREATEST = DEF.text("greatest").max(50).add();

  /** The codes of a choice; it may gain some, but not lose any. */
  public static final TagsField<FieldDefinition> OPTIONS = DEF.tags("options").add();

  /** The code table of a code. */
  public static final TextField<FieldDefinition> CODE_TABLE = DEF.text("code_table").max(48).add();

  /** The type that a reference refers to. */
  public static final TextField<FieldDefinition> TARGET =
      DEF.text("target").max(48).immutable().add();

  /** The label in English. */
  public static final TextField<FieldDefinition> LABEL_EN = DEF.text("label_en").max(100).add();

  /** The label in Chinese. */
  public static final TextField<FieldDefinition> LABEL_ZH = DEF.text("label_zh").max(100).add();

  /** The type. */
  public static final EntityType<FieldDefinition> TYPE =
      DEF.unique("field", RECORD_TYPE, NAME)
          .rule(
              "options",
              OPTIONS,
              d -> d.require(KIND) != FieldKind.CHOICE || d.get(OPTIONS) != null)
          .rule(
              "code_table",
              CODE_TABLE,
              d -> d.require(KIND) != FieldKind.CODE || d.get(CODE_TABLE) != null)
          .rule("target", TARGET, d -> d.require(KIND) != FieldKind.REF || d.get(TARGET) != null)
          .seal();

  private FieldDefinition(Snapshot snapshot) {
    super(snapshot);
  }
}

package io.crmkit.custom;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/** What one text of one record is in another language. */
public final class Translation extends Entity<Translation> {
  static final Definition<Translation> DEF = Definition.of("translation", Translation::new);

  /** The name of the record's type. */
  public static final TextField<Translation> RECORD_TYPE =
      DEF.text("record_type").required().max(48).immutable().managed().add();

  /** The record. */
  public static final ValueField<Translation, UUID> RECORD =
      DEF.uuid("record").required().immutable().managed().indexed().add();

  /** The name of the field. */
  public static final TextField<Translation> FIELD =
      DEF.text("field").required().max(48).immutable().managed().add();

  /** The language: a tag such as {@code de} or {@code zh-TW}. */
  public static final TextField<Translation> LANGUAGE =
      DEF.text("language").required().max(35).immutable().managed().add();

  /** The text in that language. */
  public static final TextField<Translation> TEXT =
      DEF.longText("text").required().searchable().managed().add();

  /** The type. */
  public static final EntityType<Translation> TYPE =
      DEF.unique("translation", RECORD, FIELD, LANGUAGE).seal();

  private Translation(Snapshot snapshot) {
    super(snapshot);
  }
}

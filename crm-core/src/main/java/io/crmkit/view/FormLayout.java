package io.crmkit.view;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;

/** How an administrator wants the form of a record type to be laid out. */
public final class FormLayout extends Entity<FormLayout> {
  static final Definition<FormLayout> DEF = Definition.of("form_layout", FormLayout::new);

  /** The name of the record type. */
  public static final TextField<FormLayout> RECORD_TYPE =
      DEF.text("record_type").required().max(48).unique().immutable().managed().add();

  /** The sections in order: an array of objects with labels by language and names of fields. */
  public static final ValueField<FormLayout, Json> SECTIONS =
      DEF.json("sections").required().managed().add();

  /** The type. */
  public static final EntityType<FormLayout> TYPE = DEF.seal();

  private FormLayout(Snapshot snapshot) {
    super(snapshot);
  }
}

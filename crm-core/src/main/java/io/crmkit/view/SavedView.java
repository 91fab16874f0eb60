package io.crmkit.view;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;

/**
 * A question about the records of one type that somebody keeps: a condition, an order and the
 * columns to show. It gives nobody a right: whoever opens it sees what they may see.
 */
public final class SavedView extends Entity<SavedView> {
  static final Definition<SavedView> DEF = Definition.of("saved_view", SavedView::new).namedOnly();

  /** The name. */
  public static final TextField<SavedView> NAME =
      DEF.text("name").required().max(200).searchable().add();

  /** The name of the record type. */
  public static final TextField<SavedView> RECORD_TYPE =
      DEF.text("record_type").required().max(48).indexed().immutable().managed().add();

  /** What the records meet, in the JSON form of conditions; all records where it is missing. */
  public static final TextField<SavedView> CONDITION = DEF.longText("condition").managed().add();

  /** The order, such as {@code "closes_on desc"}; that of their making where it is missing. */
  public static final TextField<SavedView> SORT = DEF.text("sort").max(1000).managed().add();

  /** The paths to show, in order; the readable fields of the type where it is missing. */
  public static final ValueField<SavedView, Json> COLUMNS = DEF.json("columns").managed().add();

  /** Everybody who may read the record type may open it. */
  public static final ValueField<SavedView, Boolean> SHARED =
      DEF.yesNo("shared").required().defaultTo(false).add();

  /** Labels to find it by. */
  public static final TagsField<SavedView> TAGS = DEF.tags("tags").add();

  /** The type. */
  public static final EntityType<SavedView> TYPE = DEF.seal();

  private SavedView(Snapshot snapshot) {
    super(snapshot);
  }
}

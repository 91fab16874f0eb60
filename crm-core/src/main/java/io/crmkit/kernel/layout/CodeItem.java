package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A code that a tenant added to a code table. */
public final class CodeItem extends Entity<CodeItem> {
  private static final Definition<CodeItem> DEF = Definition.of("code_item", CodeItem::new);

  /** The code table. */
  public static final TextField<CodeItem> TABLE =
      DEF.text("code_table").required().max(48).immutable().add();

  /** The code. */
  public static final TextField<CodeItem> CODE =
      DEF.text("code").required().max(100).immutable().add();

  /** The label in English. */
  public static final TextField<CodeItem> LABEL_EN = DEF.text("label_en").max(100).add();

  /** The label in Chinese. */
  public static final TextField<CodeItem> LABEL_ZH = DEF.text("label_zh").max(100).add();

  /** The type. */
  public static final EntityType<CodeItem> TYPE = DEF.unique("code", TABLE, CODE).seal();

  private CodeItem(Snapshot snapshot) {
    super(snapshot);
  }
}

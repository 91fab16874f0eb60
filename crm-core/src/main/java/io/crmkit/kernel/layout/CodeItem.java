package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code that a tenant added to a code table, or what the tenant says of one that a module brought.
 */
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

  /** The code of the same table that it is a part of. */
  public static final TextField<CodeItem> PARENT = DEF.text("parent_code").max(100).add();

  /** Where it stands: the lower first, those without behind, in the order they were made. */
  public static final NumberField<CodeItem, Long> POSITION = DEF.integer("position").add();

  /** New records may be given it. */
  public static final ValueField<CodeItem, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The first day that records may be given it. */
  public static final DateField<CodeItem> SINCE = DEF.date("since").add();

  /** The last day that records may be given it. */
  public static final DateField<CodeItem> UNTIL = DEF.date("until").add();

  /** The code that took its place, where it was merged into another. */
  public static final TextField<CodeItem> MERGED_INTO = DEF.text("merged_into").max(100).add();

  static {
    DEF.period(SINCE, UNTIL);
  }

  /** The type. */
  public static final EntityType<CodeItem> TYPE = DEF.unique("code", TABLE, CODE).seal();

  private CodeItem(Snapshot snapshot) {
    super(snapshot);
  }

  /** The code that it makes of the one that a module brought, or of none. */
  Code over(@Nullable Code shipped) {
    Map<String, String> labels = new HashMap<>(shipped == null ? Map.of() : shipped.labels());
    put(labels, Locale.ENGLISH, get(LABEL_EN));
    put(labels, Locale.CHINESE, get(LABEL_ZH));
    String parent = get(PARENT);
    return new Code(
        require(CODE),
        parent == null && shipped != null ? shipped.parent() : parent,
        labels,
        require(ACTIVE),
        get(SINCE),
        get(UNTIL));
  }

  private static void put(Map<String, String> labels, Locale locale, @Nullable String label) {
    if (label != null) {
      labels.put(locale.getLanguage(), label);
    }
  }
}

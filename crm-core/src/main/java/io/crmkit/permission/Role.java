package io.crmkit.permission;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.util.Locale;

/** A bundle of rights that people are given together, such as what a seller may do. */
public final class Role extends Entity<Role> {
  static final Definition<Role> DEF = Definition.of("role", Role::new);

  /** The code, for example {@code "seller"}. */
  public static final TextField<Role> CODE =
      DEF.text("code").required().max(50).unique().immutable().add();

  /** The name in English. */
  public static final TextField<Role> LABEL_EN = DEF.text("label_en").required().max(100).add();

  /** The name in Chinese. */
  public static final TextField<Role> LABEL_ZH = DEF.text("label_zh").max(100).add();

  /** What it is for. */
  public static final TextField<Role> DESCRIPTION = DEF.text("description").max(500).add();

  /** The type. */
  public static final EntityType<Role> TYPE = DEF.seal();

  private Role(Snapshot snapshot) {
    super(snapshot);
  }

  /** The name in the language of {@code locale}, else in English. */
  public String label(Locale locale) {
    String chinese = get(LABEL_ZH);
    return chinese != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? chinese
        : require(LABEL_EN);
  }
}

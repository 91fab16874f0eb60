package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A record type that an administrator defined. */
public final class TypeDefinition extends Entity<TypeDefinition> {
  private static final Definition<TypeDefinition> DEF =
      Definition.of("type_definition", TypeDefinition::new);

  /** The name of the type. */
  public static final TextField<TypeDefinition> NAME =
      DEF.text("name").required().max(48).unique().immutable().add();

  /** The label in English. */
  public static final TextField<TypeDefinition> LABEL_EN = DEF.text("label_en").max(100).add();

  /** The label in Chinese. */
  public static final TextField<TypeDefinition> LABEL_ZH = DEF.text("label_zh").max(100).add();

  /** The type. */
  public static final EntityType<TypeDefinition> TYPE = DEF.seal();

  private TypeDefinition(Snapshot snapshot) {
    super(snapshot);
  }
}

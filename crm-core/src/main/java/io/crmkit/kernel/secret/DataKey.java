package io.crmkit.kernel.secret;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/**
 * A key of a tenant, wrapped by the host's {@link KeyRing}. Written by the library alone and read
 * through no session.
 */
public final class DataKey extends Entity<DataKey> {
  private static final Definition<DataKey> DEF = Definition.of("data_key", DataKey::new).journal();

  /** The number by which ciphertexts name it, from 1. */
  public static final NumberField<DataKey, Long> NUMBER =
      DEF.integer("number").required().unique().managed().add();

  /** The key, wrapped. */
  public static final TextField<DataKey> WRAPPED =
      DEF.longText("wrapped").required().managed().add();

  /** From when it is used to encrypt: by then every node knows it. */
  public static final InstantField<DataKey> USED_FROM =
      DEF.instant("used_from").required().managed().add();

  /** The type. */
  public static final EntityType<DataKey> TYPE = DEF.seal();

  private DataKey(Snapshot snapshot) {
    super(snapshot);
  }
}

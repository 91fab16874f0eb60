package io.crmkit.permission;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/**
 * Is another one after every change of who may do what. Made anew and not changed, so that it is
 * neither audited nor announced: its identity is the version.
 */
final class PermissionMark extends Entity<PermissionMark> {
  static final Definition<PermissionMark> DEF =
      Definition.of("permission_mark", PermissionMark::new).journal();

  /** What has changed. */
  static final TextField<PermissionMark> NAME =
      DEF.text("name").required().max(50).unique().immutable().managed().add();

  static final EntityType<PermissionMark> TYPE = DEF.seal();

  private PermissionMark(Snapshot snapshot) {
    super(snapshot);
  }
}

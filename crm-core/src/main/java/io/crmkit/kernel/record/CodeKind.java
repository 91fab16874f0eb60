package io.crmkit.kernel.record;

/** A code of one of the tenant's code tables. */
final class CodeKind extends TextKind {
  private final String table;

  CodeKind(String table) {
    super("code:" + table, Storage.TEXT);
    this.table = table;
  }

  /** The name of the code table. */
  String table() {
    return table;
  }
}

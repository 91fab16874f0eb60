package io.crmkit.kernel.error;

import java.util.Arrays;

/** The actor lacks a right. Names what was needed, never a value that the actor may not see. */
public final class AccessDeniedException extends CrmException {
  private static final long serialVersionUID = 1L;

  private final String[] about;

  /** Names the actor first, where it is known. */
  private AccessDeniedException(String code, int named, Object... arguments) {
    super(code, null, arguments);
    this.about = Arrays.stream(arguments).skip(named).map(String::valueOf).toArray(String[]::new);
  }

  /** The right that was lacking: its code and what it is about, without the actor. */
  public String right() {
    return code() + ' ' + String.join(" ", about);
  }

  /** The actor may not do {@code operation} on records of {@code type}. */
  public static AccessDeniedException operation(String actor, Object operation, String type) {
    return new AccessDeniedException("denied.operation", 1, actor, operation, type);
  }

  /** The actor lacks a right that a module brings. */
  public static AccessDeniedException permission(String actor, String permission) {
    return new AccessDeniedException("denied.permission", 1, actor, permission);
  }

  /** The actor may not read or mention {@code type.field}. */
  public static AccessDeniedException field(String actor, String type, String field) {
    return new AccessDeniedException("denied.field", 1, actor, type, field);
  }

  /** Whoever has read a record may not see its {@code type.field}. */
  public static AccessDeniedException hidden(String type, String field) {
    return new AccessDeniedException("denied.hidden", 0, type, field);
  }

  /** The actor may see but not write {@code type.field}. */
  public static AccessDeniedException fieldWrite(String actor, String type, String field) {
    return new AccessDeniedException("denied.field_write", 1, actor, type, field);
  }
}

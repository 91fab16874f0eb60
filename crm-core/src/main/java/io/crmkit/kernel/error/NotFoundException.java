package io.crmkit.kernel.error;

/** No such record, or none that the actor may see: the two cannot be told apart. */
public final class NotFoundException extends CrmException {
  private static final long serialVersionUID = 1L;

  private NotFoundException(String code, Object... arguments) {
    super(code, null, arguments);
  }

  /** The record is absent or invisible. */
  public static NotFoundException record(Object record) {
    return new NotFoundException("not_found", record);
  }

  /** A name that nothing answers to, for example of a stage; {@code known} lists what exists. */
  public static NotFoundException named(String what, String name, Object known) {
    return new NotFoundException("not_found.named", what, name, known);
  }
}

package io.crmkit.kernel.error;

/** No such record, or none that the actor may see: the two cannot be told apart. */
public final class NotFoundException extends CrmException {
  private static final long serialVersionUID = 1L;

  private static final String OF = " of ";

  private NotFoundException(String code, Object... arguments) {
    super(code, null, arguments);
  }

  /** The record is absent or invisible. */
  public static NotFoundException record(Object record) {
    return new NotFoundException("not_found", record);
  }

  /**
   * A name that nothing answers to.
   *
   * @param what for example {@code "stage"} or {@code "code of industry"}; said in the language of
   *     the reader where there is a sentence {@code not_found.what.stage}
   * @param known what exists
   */
  public static NotFoundException named(String what, String name, Object known) {
    return new NotFoundException("not_found.named", noun(what), name, known);
  }

  private static Localised noun(String what) {
    int of = what.indexOf(OF);
    String head = of < 0 ? what : what.substring(0, of) + OF.stripTrailing();
    String key = "not_found.what." + head.replace(' ', '_');
    return locale ->
        !Messages.knows(locale, key)
            ? what
            : Messages.text(locale, key, of < 0 ? "" : what.substring(of + OF.length()));
  }
}

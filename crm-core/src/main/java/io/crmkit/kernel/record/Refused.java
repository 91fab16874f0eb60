package io.crmkit.kernel.record;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Kind} refuses a value. The write pipeline turns it into a violation that names the
 * field, so it carries no stack trace.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<@Nullable Object> arguments;

  /**
   * @param code the code of the violation, for example {@code "violation.email"}
   * @param arguments what its sentence mentions after the field
   */
  public Refused(String code, @Nullable Object... arguments) {
    super(code, null, false, false);
    this.code = code;
    this.arguments = Arrays.asList(arguments.clone());
  }

  /** The code of the violation. */
  public String code() {
    return code;
  }

  /** What the sentence mentions after the field. */
  public List<@Nullable Object> arguments() {
    return arguments;
  }
}

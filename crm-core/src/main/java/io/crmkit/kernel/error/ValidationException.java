package io.crmkit.kernel.error;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values were refused. Carries every violation found, not the first; nothing was written. */
public final class ValidationException extends CrmException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * @param violations at least one
   */
  public ValidationException(List<Violation> violations) {
    super(
        "validation",
        null,
        violations.size(),
        violations.stream().map(Violation::toString).collect(Collectors.joining(" ")));
    this.violations = List.copyOf(violations);
  }

  /** Everything wrong, in the order of the fields. */
  public List<Violation> violations() {
    return violations;
  }

  @Override
  public String message(Locale locale) {
    return Messages.text(
        locale,
        code(),
        violations.size(),
        violations.stream().map(v -> v.message(locale)).collect(Collectors.joining(" ")));
  }
}

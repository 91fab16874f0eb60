package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with several records. */
final class Batch {
  private final List<Violation> violations = new ArrayList<>();

  void collect(Runnable verb) {
    try {
      verb.run();
    } catch (ValidationException invalid) {
      violations.addAll(invalid.violations());
    }
  }

  void throwIfAny() {
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }
}

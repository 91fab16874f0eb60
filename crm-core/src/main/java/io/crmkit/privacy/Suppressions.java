package io.crmkit.privacy;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps people who were erased from being entered again, be it by hand or by an import. */
final class Suppressions {
  private Suppressions() {}

  static void add(Workspace unit, Set<String> fingerprints) {
    for (String fingerprint : fingerprints) {
      unit.own(Suppression.DEF, Suppression.TYPE)
          .create(draft -> draft.unlock(Suppression.DEF).set(Suppression.FINGERPRINT, fingerprint));
    }
  }

  static <E extends Entity<E>> void check(
      Workspace unit, EntityType<E> type, @Nullable E before, E after) {
    Set<String> marks = Marks.of(after, unit.layout());
    if (before != null && !marks.isEmpty()) {
      marks.removeAll(Marks.of(before, unit.layout()));
    }
    if (marks.isEmpty()) {
      return;
    }
    Erasing all = PrivacyModule.all(unit);
    List<String> fingerprints = new ArrayList<>();
    for (String mark : marks) {
      String fingerprint = all.fingerprint(mark);
      if (fingerprint == null) {
        return; // nobody was ever erased here
      }
      fingerprints.add(fingerprint);
    }
    if (!fingerprints.isEmpty()
        && unit.own(Suppression.DEF, Suppression.TYPE)
            .where(Suppression.FINGERPRINT.in(fingerprints))
            .exists()) {
      throw new ValidationException(
          List.of(Violation.of(type.name(), null, "violation.suppressed")));
    }
  }
}

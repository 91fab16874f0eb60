package io.crmkit.examples.bench.access;

import io.crmkit.kernel.access.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy that all sides are given: every actor has one role, which lets them do {@code
 * permissions} things to what the people of their own unit and those below own. Each actor is in a
 * unit of their own, all of which are below one.
 *
 * @param permissions how many the role has: 5, or 50
 * @param actors how many actors there are, and units
 */
record Plan(int permissions, int actors) {
  private static final List<String> TYPES =
      List.of(
          "product",
          "contact",
          "opportunity",
          "contact_role",
          "stage_change",
          "pipeline",
          "stage",
          "team",
          "territory",
          "customer");
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.READ, Operation.CREATE, Operation.DELETE, Operation.EXPORT, Operation.UPDATE);

  /** Something that the role may do. */
  record Granted(String type, Operation operation) {}

  /** What the role may do; the last of it is what is asked for. */
  List<Granted> granted() {
    List<Granted> granted = new ArrayList<>();
    for (String type : TYPES) {
      for (Operation operation : OPERATIONS) {
        granted.add(new Granted(type, operation));
      }
    }
    return granted.subList(granted.size() - permissions, granted.size());
  }

  /** The actor who asks. */
  int me() {
    return actors / 2;
  }

  /** Somebody else, whose records are not theirs to change. */
  int other() {
    return actors / 2 + 1;
  }

  static String actor(int number) {
    return "a" + number;
  }

  static String unit(int number) {
    return "unit" + number;
  }
}

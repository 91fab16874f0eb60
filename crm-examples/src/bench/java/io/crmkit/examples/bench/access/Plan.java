package io.crmkit.examples.bench.access;

import io.crmkit.kernel.access.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A policy that all sides are given: of twenty roles every actor has {@code held}, each of which
 * lets them do {@code permissions} things, all different, to what the people of their own unit and
 * those below own. Each actor is in a unit of their own, all of which are below one.
 *
 * @param permissions how many each role has: 5, or 50
 * @param held how many roles each actor has: the first
 * @param actors how many actors there are, and units
 */
record Plan(int permissions, int held, int actors) {
  /** How many roles there are. */
  static final int ROLES = 20;

  private static final List<String> TYPES =
      List.of(
          "contact",
          "opportunity",
          "contact_role",
          "stage_change",
          "product",
          "pipeline",
          "stage",
          "team",
          "territory",
          "team_member",
          "territory_member",
          "deputy",
          "user",
          "org_unit",
          "membership",
          "placement",
          "reporting_line",
          "code_item",
          "field_definition",
          "customer");
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.READ,
          Operation.CREATE,
          Operation.DELETE,
          Operation.RESTORE,
          Operation.EXPORT,
          Operation.ASSIGN,
          Operation.SHARE,
          Operation.MERGE,
          Operation.SEE_AUDIT,
          Operation.UPDATE);

  /** Something that a role may do. */
  record Granted(String type, Operation operation) {}

  /** What the actors ask for, which the last of their roles grants last. */
  static Granted asked() {
    return new Granted("customer", Operation.UPDATE);
  }

  /** What a role may do. */
  List<Granted> granted(int role) {
    List<Granted> all = new ArrayList<>();
    for (String type : TYPES) {
      for (Operation operation : OPERATIONS) {
        all.add(new Granted(type, operation));
      }
    }
    Collections.swap(all, held * permissions - 1, all.size() - 1);
    int from = role * permissions % all.size();
    return all.subList(from, from + permissions);
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

  static String role(int number) {
    return "role" + number;
  }

  static String unit(int number) {
    return "unit" + number;
  }
}

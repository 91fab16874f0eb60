package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What two roles grant differently, each with all it includes: one line for each grant and field
 * rule, such as {@code allow read customer own}.
 *
 * @param onlyFirst what the first has alone
 * @param onlySecond what the second has alone
 */
public record RoleDiff(List<String> onlyFirst, List<String> onlySecond) {
  /** Copies the lists. */
  public RoleDiff {
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  static RoleDiff between(Model.Whole first, Model.Whole second) {
    TreeSet<String> one = lines(first);
    TreeSet<String> other = lines(second);
    List<String> onlyOne = new ArrayList<>(one);
    onlyOne.removeAll(other);
    List<String> onlyOther = new ArrayList<>(other);
    onlyOther.removeAll(one);
    return new RoleDiff(onlyOne, onlyOther);
  }

  private static TreeSet<String> lines(Model.Whole role) {
    TreeSet<String> lines = new TreeSet<>();
    for (Grant grant : role.grants()) {
      String effect = grant.denies() ? "deny " : "allow ";
      String permission = grant.get(Grant.PERMISSION);
      if (permission != null) {
        lines.add(effect + permission);
        continue;
      }
      Operation operation = grant.require(Grant.OPERATION);
      String rule = grant.get(Grant.RULE) == null ? "" : " where " + grant.get(Grant.RULE);
      lines.add(
          effect
              + operation
              + ' '
              + grant.require(Grant.RECORD_TYPE)
              + ' '
              + grant.require(Grant.LEVEL)
              + rule);
    }
    for (FieldRule rule : role.rules()) {
      FieldRight right = rule.require(FieldRule.RIGHT);
      lines.add(
          (rule.denies() ? "at most " : "field ")
              + rule.require(FieldRule.RECORD_TYPE)
              + '.'
              + rule.require(FieldRule.FIELD)
              + ' '
              + right);
    }
    return lines;
  }

  /** True where they grant the same. */
  public boolean isEmpty() {
    return onlyFirst.isEmpty() && onlySecond.isEmpty();
  }
}

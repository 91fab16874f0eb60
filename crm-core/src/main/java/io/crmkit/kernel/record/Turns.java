package io.crmkit.kernel.record;

import java.util.List;

/**
 * In which turn a record came to be in force, or to be so on more days, among those that say the
 * same. Made by {@link Definition#turns}; counted where overlaps are refused.
 *
 * @param turn the managed number, from 1; each is the greatest so far of its group
 * @param group the fields in which records are alike that say the same
 */
public record Turns<E extends Entity<E>>(NumberField<E, Long> turn, List<Field<E, ?>> group) {
  /** Copies the fields. */
  public Turns {
    group = List.copyOf(group);
  }
}

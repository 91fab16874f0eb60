package io.crmkit.examples.bench.sql;

import java.util.List;
import java.util.UUID;

/** What an actor sees. */
enum Scope {
  /** The opportunities of one owner. */
  NARROW,
  /** Those of half of the owners. */
  BROAD;

  /** The owners whose opportunities are seen. */
  List<UUID> owners(List<UUID> all) {
    int half = all.size() / 2;
    return this == NARROW ? List.of(all.get(half)) : all.subList(0, half);
  }

  /** How far into the list a deep page begins. */
  int depth(int rows, int owners) {
    return this == NARROW ? rows / owners / 2 : rows / 4;
  }
}

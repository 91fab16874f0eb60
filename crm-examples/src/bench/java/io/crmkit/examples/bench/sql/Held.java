package io.crmkit.examples.bench.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An opportunity as its side knows it. */
final class Held {
  private static final List<String> STAGES = List.of("qualification", "proposal", "negotiation");

  private final UUID id;
  private long version;
  private String stage;

  private Held(UUID id, long version, String stage) {
    this.id = id;
    this.version = version;
    this.stage = stage;
  }

  /** Those of some opportunities, as {@code source} reads them. */
  static Turns<Held> all(List<UUID> ids, JdbcSide source) throws SQLException {
    List<Held> all = new ArrayList<>();
    for (UUID id : ids) {
      all.add(source.held(id));
    }
    return new Turns<>(all);
  }

  static Held of(UUID id, long version, String stage) {
    return new Held(id, version, stage);
  }

  /** The stage behind another, and behind the last one the first. */
  static String after(String stage) {
    return STAGES.get((STAGES.indexOf(stage) + 1) % STAGES.size());
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String stage() {
    return stage;
  }

  String nextStage() {
    return after(stage);
  }

  void changed() {
    version++;
  }

  void moved() {
    changed();
    stage = nextStage();
  }
}

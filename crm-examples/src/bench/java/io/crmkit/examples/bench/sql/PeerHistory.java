package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stage change as Hibernate writes it. */
@Entity
@Table(name = "peer_stage_change")
class PeerHistory extends PeerFact {
  @Nullable UUID opportunity;

  @Column(name = "from_stage")
  @Nullable String fromStage;

  @Column(name = "to_stage")
  String toStage = "";

  @Column(name = "to_category")
  String toCategory = "open";

  BigDecimal probability = new BigDecimal("0.4");
}

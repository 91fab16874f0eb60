package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What the entities of Hibernate have in common that never change. */
@MappedSuperclass
abstract class PeerFact {
  @Id UUID id = new UUID(0, 0);
  String tenant = Scene.TENANT;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "created_by")
  String createdBy = Scene.ACTOR;
}

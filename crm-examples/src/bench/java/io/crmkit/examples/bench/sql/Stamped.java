package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the entities of Hibernate have in common that change. */
@MappedSuperclass
abstract class Stamped {
  @Id UUID id = new UUID(0, 0);

  /** Null until written, by which Hibernate tells what is new. */
  @Version @Nullable Long version;

  String tenant = Scene.TENANT;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "created_by")
  String createdBy = Scene.ACTOR;

  @Column(name = "updated_at")
  Instant updatedAt = Instant.EPOCH;

  @Column(name = "updated_by")
  String updatedBy = Scene.ACTOR;

  void stamp(UUID its, Instant now) {
    id = its;
    createdAt = now;
    updatedAt = now;
  }
}

package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit row as Hibernate writes it. */
@Entity
@Table(name = "peer_audit")
class PeerAudit extends PeerFact {
  @Column(name = "record_type")
  String recordType = "";

  @Column(name = "record_id")
  @Nullable UUID recordId;

  String event = "";
  String changes = "{}";
}

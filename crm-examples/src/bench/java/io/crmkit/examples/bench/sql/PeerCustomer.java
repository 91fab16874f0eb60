package io.crmkit.examples.bench.sql;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as Hibernate writes it. */
@Entity
@Table(name = "peer_customer")
class PeerCustomer extends Stamped {
  String name = "";
  String kind = "company";
  @Nullable String level;
  @Nullable UUID owner;
  @Nullable String email;
  @Nullable String phone;
}

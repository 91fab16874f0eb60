package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A contact as Hibernate writes it. */
@Entity
@Table(name = "peer_contact")
class PeerContact extends Stamped {
  String name = "";

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer")
  @Nullable PeerCustomer customer;

  @Column(name = "job_title")
  @Nullable String jobTitle;

  @Nullable String email;
  @Nullable String phone;
}

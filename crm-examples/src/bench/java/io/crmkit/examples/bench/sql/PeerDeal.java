package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An opportunity as Hibernate changes it: only the columns that changed. */
@Entity
@DynamicUpdate
@Table(name = "peer_opportunity")
class PeerDeal extends Stamped {
  String title = "";
  @Nullable UUID customer;
  @Nullable UUID owner;
  @Nullable BigDecimal amount;

  @Column(name = "amount__currency")
  @Nullable String currency;

  @Column(name = "closes_on")
  @Nullable LocalDate closesOn;

  @Nullable UUID pipeline;
  String stage = "";

  @Column(name = "stage_category")
  String category = "";

  @Column(name = "stage_since")
  @Nullable Instant stageSince;

  @Nullable BigDecimal probability;

  @Column(name = "next_step")
  @Nullable String nextStep;
}

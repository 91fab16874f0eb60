package io.crmkit.examples.bench.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An opportunity of our table as Hibernate reads it. */
@Entity
@Table(name = "crm_opportunity")
@IdClass(SeenDeal.Key.class)
class SeenDeal {
  /** Its key. */
  record Key(String tenant, UUID id) implements Serializable {}

  @Id String tenant = "";
  @Id UUID id = new UUID(0, 0);
  @Version long version;

  @Column(name = "created_at")
  @Nullable Instant createdAt;

  @Column(name = "created_by")
  @Nullable String createdBy;

  @Column(name = "updated_at")
  @Nullable Instant updatedAt;

  @Column(name = "updated_by")
  @Nullable String updatedBy;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  String title = "";
  @Nullable UUID customer;
  @Nullable UUID contact;
  @Nullable UUID product;
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

  @Column(name = "opened_on")
  @Nullable LocalDate openedOn;

  @Column(name = "closed_on")
  @Nullable LocalDate closedOn;

  @Column(name = "close_reason")
  @Nullable String closeReason;

  @Nullable String source;

  @Column(name = "next_step")
  @Nullable String nextStep;

  @Nullable String tags;

  @Column(name = "external_id")
  @Nullable String externalId;
}

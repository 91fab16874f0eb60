-- What the library keeps for itself, and records of types without a class, on PostgreSQL.
-- ${prefix} is what the names of all tables begin with, ${schema} the schema with a dot, or nothing.
-- Every statement can be run again. Made from the definitions; once released, it is not changed any more.

-- schema_history
create table if not exists ${schema}"${prefix}schema_history" (
  "script" varchar(100) collate "C" not null,
  "version" bigint not null,
  "step" bigint not null,
  "checksum" varchar(64) collate "C" not null,
  "applied_at" timestamptz(6) not null,
  "applied_by" varchar(255) collate "C" not null,
  "statement" text collate "C",
  primary key ("script", "version", "step")
);

-- schema_lock
create table if not exists ${schema}"${prefix}schema_lock" (
  "id" bigint not null,
  "owner" varchar(100) collate "C",
  "lease_until" timestamptz(6),
  "version" bigint not null,
  primary key ("id")
);

-- custom_slot
create table if not exists ${schema}"${prefix}custom_slot" (
  "tenant" varchar(64) collate "C" not null,
  "record_type" varchar(48) collate "C" not null,
  "field" varchar(48) collate "C" not null,
  "slot" varchar(48) collate "C",
  "state" varchar(16) collate "C" not null,
  "changed_at" timestamptz(6) not null,
  primary key ("tenant", "record_type", "field")
);
create unique index if not exists "${prefix}custom_slot_slot_uq" on ${schema}"${prefix}custom_slot" ("tenant", "record_type", "slot");

-- custom_key
create table if not exists ${schema}"${prefix}custom_key" (
  "tenant" varchar(64) collate "C" not null,
  "record_type" varchar(48) collate "C" not null,
  "key_name" varchar(48) collate "C" not null,
  "key_value" varchar(255) collate "C" not null,
  "record_id" uuid not null,
  primary key ("tenant", "record_type", "key_name", "key_value")
);
create index if not exists "${prefix}custom_key_record_ix" on ${schema}"${prefix}custom_key" ("tenant", "record_type", "record_id");

-- work_token
create table if not exists ${schema}"${prefix}work_token" (
  "tenant" varchar(64) collate "C" not null,
  "token" uuid not null,
  "created_at" timestamptz(6) not null,
  primary key ("tenant", "token")
);

-- custom_record
create table if not exists ${schema}"${prefix}custom_record" (
  "tenant" varchar(64) collate "C" not null,
  "record_type" varchar(48) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "history__key" varchar(255) collate "C",
  "live" boolean,
  "cf_t1" varchar(255) collate "C",
  "cf_t2" varchar(255) collate "C",
  "cf_t3" varchar(255) collate "C",
  "cf_t4" varchar(255) collate "C",
  "cf_t5" varchar(255) collate "C",
  "cf_n1" numeric(28,8),
  "cf_n2" numeric(28,8),
  "cf_n3" numeric(28,8),
  "cf_d1" timestamptz(6),
  "cf_d2" timestamptz(6),
  "cf" jsonb,
  primary key ("tenant", "record_type", "id")
);
create index if not exists "${prefix}custom_record_cf_t1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}custom_record_cf_t2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}custom_record_cf_t3_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}custom_record_cf_t4_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}custom_record_cf_t5_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}custom_record_cf_n1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}custom_record_cf_n2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}custom_record_cf_n3_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}custom_record_cf_d1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}custom_record_cf_d2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_d2", "id") where "cf_d2" is not null;

-- What the library keeps for itself, and records of types without a class, on H2.
-- ${prefix} is what the names of all tables begin with, ${schema} the schema with a dot, or nothing.
-- Every statement can be run again. Made from the definitions; once released, it is not changed any more.
-- So that short texts stay in their rows: set max_length_inplace_lob 4096;

-- schema_history
create table if not exists ${schema}"${prefix}schema_history" (
  "script" varchar(200) not null,
  "version" bigint not null,
  "step" bigint not null,
  "checksum" varchar(128) not null,
  "applied_at" timestamp(6) with time zone not null,
  "applied_by" varchar(510) not null,
  "statement" clob,
  primary key ("script", "version", "step")
);

-- schema_lock
create table if not exists ${schema}"${prefix}schema_lock" (
  "id" bigint not null,
  "owner" varchar(200),
  "lease_until" timestamp(6) with time zone,
  "version" bigint not null,
  primary key ("id")
);

-- custom_slot
create table if not exists ${schema}"${prefix}custom_slot" (
  "tenant" varchar(128) not null,
  "record_type" varchar(96) not null,
  "field" varchar(96) not null,
  "slot" varchar(96),
  "state" varchar(32) not null,
  "changed_at" timestamp(6) with time zone not null,
  primary key ("tenant", "record_type", "field")
);
create unique index if not exists "${prefix}custom_slot_slot_uq" on ${schema}"${prefix}custom_slot" ("tenant", "record_type", "slot");

-- custom_key
create table if not exists ${schema}"${prefix}custom_key" (
  "tenant" varchar(128) not null,
  "record_type" varchar(96) not null,
  "key_name" varchar(96) not null,
  "key_value" varchar(510) not null,
  "record_id" uuid not null,
  primary key ("tenant", "record_type", "key_name", "key_value")
);
create index if not exists "${prefix}custom_key_record_ix" on ${schema}"${prefix}custom_key" ("tenant", "record_type", "record_id");

-- work_token
create table if not exists ${schema}"${prefix}work_token" (
  "tenant" varchar(128) not null,
  "token" uuid not null,
  "created_at" timestamp(6) with time zone not null,
  primary key ("tenant", "token")
);

-- custom_record
create table if not exists ${schema}"${prefix}custom_record" (
  "tenant" varchar(128) not null,
  "record_type" varchar(96) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "history__key" varchar(510),
  "live" boolean,
  "cf_t1" varchar(510),
  "cf_t2" varchar(510),
  "cf_t3" varchar(510),
  "cf_t4" varchar(510),
  "cf_t5" varchar(510),
  "cf_n1" decimal(28,8),
  "cf_n2" decimal(28,8),
  "cf_n3" decimal(28,8),
  "cf_d1" timestamp(6) with time zone,
  "cf_d2" timestamp(6) with time zone,
  "cf" varchar(1048576),
  primary key ("tenant", "record_type", "id")
);
create index if not exists "${prefix}custom_record_cf_t1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t1", "id");
create index if not exists "${prefix}custom_record_cf_t2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t2", "id");
create index if not exists "${prefix}custom_record_cf_t3_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t3", "id");
create index if not exists "${prefix}custom_record_cf_t4_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t4", "id");
create index if not exists "${prefix}custom_record_cf_t5_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_t5", "id");
create index if not exists "${prefix}custom_record_cf_n1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n1", "id");
create index if not exists "${prefix}custom_record_cf_n2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n2", "id");
create index if not exists "${prefix}custom_record_cf_n3_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_n3", "id");
create index if not exists "${prefix}custom_record_cf_d1_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_d1", "id");
create index if not exists "${prefix}custom_record_cf_d2_ix" on ${schema}"${prefix}custom_record" ("tenant", "record_type", "cf_d2", "id");

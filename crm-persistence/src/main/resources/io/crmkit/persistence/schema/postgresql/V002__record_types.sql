-- The record types of the library, on PostgreSQL.
-- ${prefix} is what the names of all tables begin with, ${schema} the schema with a dot, or nothing.
-- Every statement can be run again. Made from the definitions; once released, it is not changed any more.

-- audit_entry
create table if not exists ${schema}"${prefix}audit_entry" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "record_type" varchar(48) collate "C",
  "record_id" uuid,
  "record_version" bigint,
  "event" varchar(255) collate "C",
  "work" uuid,
  "on_behalf_of" varchar(255) collate "C",
  "origin" varchar(255) collate "C",
  "reason" varchar(1000) collate "C",
  "changes" text collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}audit_entry_record_id_ix" on ${schema}"${prefix}audit_entry" ("tenant", "record_id", "id");

-- access_entry
create table if not exists ${schema}"${prefix}access_entry" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "kind" varchar(255) collate "C",
  "record_type" varchar(48) collate "C",
  "record_id" uuid,
  "shape" text collate "C",
  "records" bigint,
  "work" uuid,
  "on_behalf_of" varchar(255) collate "C",
  "origin" varchar(255) collate "C",
  "reason" varchar(1000) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}access_entry_record_id_ix" on ${schema}"${prefix}access_entry" ("tenant", "record_id", "id");

-- audit_seal
create table if not exists ${schema}"${prefix}audit_seal" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "number" bigint,
  "sealed" bigint,
  "behind" uuid,
  "up_to" uuid,
  "facts" text collate "C",
  "head" varchar(64) collate "C",
  "key" varchar(100) collate "C",
  "mac" varchar(64) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}audit_seal_number_uq" on ${schema}"${prefix}audit_seal" ("tenant", "number", "live");

-- outbox_entry
create table if not exists ${schema}"${prefix}outbox_entry" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "event" varchar(255) collate "C",
  "record_type" varchar(48) collate "C",
  "record_id" uuid,
  "record_version" bigint,
  "work" uuid,
  "facts" text collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);

-- type_definition
create table if not exists ${schema}"${prefix}type_definition" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(48) collate "C",
  "label_en" varchar(100) collate "C",
  "label_zh" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}type_definition_cf_t1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}type_definition_cf_t2_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}type_definition_cf_t3_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}type_definition_cf_t4_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}type_definition_cf_t5_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}type_definition_cf_n1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}type_definition_cf_n2_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}type_definition_cf_n3_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}type_definition_cf_d1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}type_definition_cf_d2_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}type_definition_name_uq" on ${schema}"${prefix}type_definition" ("tenant", "name", "live");

-- field_definition
create table if not exists ${schema}"${prefix}field_definition" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "record_type" varchar(48) collate "C",
  "name" varchar(48) collate "C",
  "kind" varchar(255) collate "C",
  "required" boolean,
  "is_unique" boolean,
  "indexed" boolean,
  "searchable" boolean,
  "personal" boolean,
  "encrypted" boolean,
  "max_length" bigint,
  "default_value" varchar(1000) collate "C",
  "least" varchar(50) collate "C",
  "greatest" varchar(50) collate "C",
  "options" text collate "C",
  "code_table" varchar(48) collate "C",
  "target" varchar(48) collate "C",
  "label_en" varchar(100) collate "C",
  "label_zh" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}field_definition_cf_t1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}field_definition_cf_t2_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}field_definition_cf_t3_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}field_definition_cf_t4_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}field_definition_cf_t5_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}field_definition_cf_n1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}field_definition_cf_n2_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}field_definition_cf_n3_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}field_definition_cf_d1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}field_definition_cf_d2_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}field_definition_field_uq" on ${schema}"${prefix}field_definition" ("tenant", "record_type", "name", "live");

-- code_item
create table if not exists ${schema}"${prefix}code_item" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code_table" varchar(48) collate "C",
  "code" varchar(100) collate "C",
  "label_en" varchar(100) collate "C",
  "label_zh" varchar(100) collate "C",
  "parent_code" varchar(100) collate "C",
  "position" bigint,
  "active" boolean,
  "since" date,
  "until" date,
  "merged_into" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}code_item_cf_t1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}code_item_cf_t2_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}code_item_cf_t3_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}code_item_cf_t4_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}code_item_cf_t5_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}code_item_cf_n1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}code_item_cf_n2_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}code_item_cf_n3_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}code_item_cf_d1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}code_item_cf_d2_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}code_item_code_uq" on ${schema}"${prefix}code_item" ("tenant", "code_table", "code", "live");

-- translation
create table if not exists ${schema}"${prefix}translation" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "record_type" varchar(48) collate "C",
  "record" uuid,
  "field" varchar(48) collate "C",
  "language" varchar(35) collate "C",
  "text" text collate "C",
  "history__key" varchar(255) collate "C",
  "text__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}translation_record_ix" on ${schema}"${prefix}translation" ("tenant", "record", "id");
create index if not exists "${prefix}translation_cf_t1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}translation_cf_t2_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}translation_cf_t3_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}translation_cf_t4_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}translation_cf_t5_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}translation_cf_n1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}translation_cf_n2_ix" on ${schema}"${prefix}translation" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}translation_cf_n3_ix" on ${schema}"${prefix}translation" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}translation_cf_d1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}translation_cf_d2_ix" on ${schema}"${prefix}translation" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}translation_translation_uq" on ${schema}"${prefix}translation" ("tenant", "record", "field", "language", "live");

-- org_unit
create table if not exists ${schema}"${prefix}org_unit" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "code" varchar(50) collate "C",
  "kind" varchar(255) collate "C",
  "parent" uuid,
  "manager" uuid,
  "opened_on" date,
  "closed_on" date,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}org_unit_parent_ix" on ${schema}"${prefix}org_unit" ("tenant", "parent", "id");
create index if not exists "${prefix}org_unit_manager_ix" on ${schema}"${prefix}org_unit" ("tenant", "manager", "id");
create index if not exists "${prefix}org_unit_cf_t1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}org_unit_cf_t2_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}org_unit_cf_t3_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}org_unit_cf_t4_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}org_unit_cf_t5_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}org_unit_cf_n1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}org_unit_cf_n2_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}org_unit_cf_n3_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}org_unit_cf_d1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}org_unit_cf_d2_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}org_unit_code_uq" on ${schema}"${prefix}org_unit" ("tenant", "code", "live");

-- user
create table if not exists ${schema}"${prefix}user" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "username" varchar(200) collate "C",
  "full_name" varchar(200) collate "C",
  "email" varchar(255) collate "C",
  "phone" varchar(255) collate "C",
  "unit" uuid,
  "manager" uuid,
  "joined_on" date,
  "left_on" date,
  "successor" uuid,
  "acts_for_type" varchar(48) collate "C",
  "acts_for_id" uuid,
  "active" boolean,
  "history__key" varchar(255) collate "C",
  "full_name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}user_unit_ix" on ${schema}"${prefix}user" ("tenant", "unit", "id");
create index if not exists "${prefix}user_manager_ix" on ${schema}"${prefix}user" ("tenant", "manager", "id");
create index if not exists "${prefix}user_left_on_ix" on ${schema}"${prefix}user" ("tenant", "left_on", "id");
create index if not exists "${prefix}user_successor_ix" on ${schema}"${prefix}user" ("tenant", "successor", "id");
create index if not exists "${prefix}user_acts_for_id_ix" on ${schema}"${prefix}user" ("tenant", "acts_for_id", "id");
create index if not exists "${prefix}user_cf_t1_ix" on ${schema}"${prefix}user" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}user_cf_t2_ix" on ${schema}"${prefix}user" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}user_cf_t3_ix" on ${schema}"${prefix}user" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}user_cf_t4_ix" on ${schema}"${prefix}user" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}user_cf_t5_ix" on ${schema}"${prefix}user" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}user_cf_n1_ix" on ${schema}"${prefix}user" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}user_cf_n2_ix" on ${schema}"${prefix}user" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}user_cf_n3_ix" on ${schema}"${prefix}user" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}user_cf_d1_ix" on ${schema}"${prefix}user" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}user_cf_d2_ix" on ${schema}"${prefix}user" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}user_username_uq" on ${schema}"${prefix}user" ("tenant", "username", "live");

-- placement
create table if not exists ${schema}"${prefix}placement" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "unit" uuid,
  "parent" uuid,
  "since" date,
  "until" date,
  "reason" varchar(1000) collate "C",
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}placement_unit_ix" on ${schema}"${prefix}placement" ("tenant", "unit", "id");
create index if not exists "${prefix}placement_parent_ix" on ${schema}"${prefix}placement" ("tenant", "parent", "id");
create index if not exists "${prefix}placement_due_on_ix" on ${schema}"${prefix}placement" ("tenant", "due_on", "id");
create index if not exists "${prefix}placement_cf_t1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}placement_cf_t2_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}placement_cf_t3_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}placement_cf_t4_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}placement_cf_t5_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}placement_cf_n1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}placement_cf_n2_ix" on ${schema}"${prefix}placement" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}placement_cf_n3_ix" on ${schema}"${prefix}placement" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}placement_cf_d1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}placement_cf_d2_ix" on ${schema}"${prefix}placement" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- membership
create table if not exists ${schema}"${prefix}membership" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "user" uuid,
  "unit" uuid,
  "primary" boolean,
  "job_title" varchar(200) collate "C",
  "since" date,
  "until" date,
  "reason" varchar(1000) collate "C",
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}membership_user_ix" on ${schema}"${prefix}membership" ("tenant", "user", "id");
create index if not exists "${prefix}membership_unit_ix" on ${schema}"${prefix}membership" ("tenant", "unit", "id");
create index if not exists "${prefix}membership_due_on_ix" on ${schema}"${prefix}membership" ("tenant", "due_on", "id");
create index if not exists "${prefix}membership_cf_t1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}membership_cf_t2_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}membership_cf_t3_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}membership_cf_t4_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}membership_cf_t5_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}membership_cf_n1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}membership_cf_n2_ix" on ${schema}"${prefix}membership" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}membership_cf_n3_ix" on ${schema}"${prefix}membership" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}membership_cf_d1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}membership_cf_d2_ix" on ${schema}"${prefix}membership" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- reporting_line
create table if not exists ${schema}"${prefix}reporting_line" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "user" uuid,
  "manager" uuid,
  "since" date,
  "until" date,
  "reason" varchar(1000) collate "C",
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}reporting_line_user_ix" on ${schema}"${prefix}reporting_line" ("tenant", "user", "id");
create index if not exists "${prefix}reporting_line_manager_ix" on ${schema}"${prefix}reporting_line" ("tenant", "manager", "id");
create index if not exists "${prefix}reporting_line_due_on_ix" on ${schema}"${prefix}reporting_line" ("tenant", "due_on", "id");
create index if not exists "${prefix}reporting_line_cf_t1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}reporting_line_cf_t2_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}reporting_line_cf_t3_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}reporting_line_cf_t4_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}reporting_line_cf_t5_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}reporting_line_cf_n1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}reporting_line_cf_n2_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}reporting_line_cf_n3_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}reporting_line_cf_d1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}reporting_line_cf_d2_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- team
create table if not exists ${schema}"${prefix}team" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "leader" uuid,
  "unit" uuid,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}team_leader_ix" on ${schema}"${prefix}team" ("tenant", "leader", "id");
create index if not exists "${prefix}team_unit_ix" on ${schema}"${prefix}team" ("tenant", "unit", "id");
create index if not exists "${prefix}team_cf_t1_ix" on ${schema}"${prefix}team" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}team_cf_t2_ix" on ${schema}"${prefix}team" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}team_cf_t3_ix" on ${schema}"${prefix}team" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}team_cf_t4_ix" on ${schema}"${prefix}team" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}team_cf_t5_ix" on ${schema}"${prefix}team" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}team_cf_n1_ix" on ${schema}"${prefix}team" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}team_cf_n2_ix" on ${schema}"${prefix}team" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}team_cf_n3_ix" on ${schema}"${prefix}team" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}team_cf_d1_ix" on ${schema}"${prefix}team" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}team_cf_d2_ix" on ${schema}"${prefix}team" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}team_name_uq" on ${schema}"${prefix}team" ("tenant", "name", "live");

-- team_member
create table if not exists ${schema}"${prefix}team_member" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "team" uuid,
  "user" uuid,
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}team_member_team_ix" on ${schema}"${prefix}team_member" ("tenant", "team", "id");
create index if not exists "${prefix}team_member_user_ix" on ${schema}"${prefix}team_member" ("tenant", "user", "id");
create index if not exists "${prefix}team_member_cf_t1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}team_member_cf_t2_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}team_member_cf_t3_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}team_member_cf_t4_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}team_member_cf_t5_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}team_member_cf_n1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}team_member_cf_n2_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}team_member_cf_n3_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}team_member_cf_d1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}team_member_cf_d2_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}team_member_turn_uq" on ${schema}"${prefix}team_member" ("tenant", "user", "team", "turn", "live");

-- territory
create table if not exists ${schema}"${prefix}territory" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "name" varchar(200) collate "C",
  "parent" uuid,
  "manager" uuid,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}territory_parent_ix" on ${schema}"${prefix}territory" ("tenant", "parent", "id");
create index if not exists "${prefix}territory_manager_ix" on ${schema}"${prefix}territory" ("tenant", "manager", "id");
create index if not exists "${prefix}territory_cf_t1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}territory_cf_t2_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}territory_cf_t3_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}territory_cf_t4_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}territory_cf_t5_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}territory_cf_n1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}territory_cf_n2_ix" on ${schema}"${prefix}territory" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}territory_cf_n3_ix" on ${schema}"${prefix}territory" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}territory_cf_d1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}territory_cf_d2_ix" on ${schema}"${prefix}territory" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}territory_code_uq" on ${schema}"${prefix}territory" ("tenant", "code", "live");

-- territory_member
create table if not exists ${schema}"${prefix}territory_member" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "territory" uuid,
  "user" uuid,
  "role" varchar(255) collate "C",
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}territory_member_territory_ix" on ${schema}"${prefix}territory_member" ("tenant", "territory", "id");
create index if not exists "${prefix}territory_member_user_ix" on ${schema}"${prefix}territory_member" ("tenant", "user", "id");
create index if not exists "${prefix}territory_member_cf_t1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}territory_member_cf_t2_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}territory_member_cf_t3_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}territory_member_cf_t4_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}territory_member_cf_t5_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}territory_member_cf_n1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}territory_member_cf_n2_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}territory_member_cf_n3_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}territory_member_cf_d1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}territory_member_cf_d2_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}territory_member_turn_uq" on ${schema}"${prefix}territory_member" ("tenant", "user", "territory", "turn", "live");

-- deputy
create table if not exists ${schema}"${prefix}deputy" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "user" uuid,
  "deputy" uuid,
  "since" date,
  "until" date,
  "only_for" text collate "C",
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}deputy_user_ix" on ${schema}"${prefix}deputy" ("tenant", "user", "id");
create index if not exists "${prefix}deputy_deputy_ix" on ${schema}"${prefix}deputy" ("tenant", "deputy", "id");
create index if not exists "${prefix}deputy_cf_t1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}deputy_cf_t2_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}deputy_cf_t3_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}deputy_cf_t4_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}deputy_cf_t5_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}deputy_cf_n1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}deputy_cf_n2_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}deputy_cf_n3_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}deputy_cf_d1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}deputy_cf_d2_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}deputy_turn_uq" on ${schema}"${prefix}deputy" ("tenant", "user", "turn", "live");

-- role
create table if not exists ${schema}"${prefix}role" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "label_en" varchar(100) collate "C",
  "label_zh" varchar(100) collate "C",
  "description" varchar(500) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_cf_t1_ix" on ${schema}"${prefix}role" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}role_cf_t2_ix" on ${schema}"${prefix}role" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}role_cf_t3_ix" on ${schema}"${prefix}role" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}role_cf_t4_ix" on ${schema}"${prefix}role" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}role_cf_t5_ix" on ${schema}"${prefix}role" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}role_cf_n1_ix" on ${schema}"${prefix}role" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}role_cf_n2_ix" on ${schema}"${prefix}role" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}role_cf_n3_ix" on ${schema}"${prefix}role" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}role_cf_d1_ix" on ${schema}"${prefix}role" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}role_cf_d2_ix" on ${schema}"${prefix}role" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}role_code_uq" on ${schema}"${prefix}role" ("tenant", "code", "live");

-- role_inclusion
create table if not exists ${schema}"${prefix}role_inclusion" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "role" uuid,
  "includes" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_inclusion_role_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "role", "id");
create index if not exists "${prefix}role_inclusion_includes_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "includes", "id");
create index if not exists "${prefix}role_inclusion_cf_t1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}role_inclusion_cf_t2_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}role_inclusion_cf_t3_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}role_inclusion_cf_t4_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}role_inclusion_cf_t5_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}role_inclusion_cf_n1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}role_inclusion_cf_n2_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}role_inclusion_cf_n3_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}role_inclusion_cf_d1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}role_inclusion_cf_d2_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}role_inclusion_pair_uq" on ${schema}"${prefix}role_inclusion" ("tenant", "role", "includes", "live");

-- grant
create table if not exists ${schema}"${prefix}grant" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "role" uuid,
  "effect" varchar(255) collate "C",
  "record_type" varchar(48) collate "C",
  "operation" varchar(255) collate "C",
  "level" varchar(255) collate "C",
  "rule" text collate "C",
  "permission" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}grant_role_ix" on ${schema}"${prefix}grant" ("tenant", "role", "id");
create index if not exists "${prefix}grant_cf_t1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}grant_cf_t2_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}grant_cf_t3_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}grant_cf_t4_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}grant_cf_t5_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}grant_cf_n1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}grant_cf_n2_ix" on ${schema}"${prefix}grant" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}grant_cf_n3_ix" on ${schema}"${prefix}grant" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}grant_cf_d1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}grant_cf_d2_ix" on ${schema}"${prefix}grant" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- field_rule
create table if not exists ${schema}"${prefix}field_rule" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "role" uuid,
  "effect" varchar(255) collate "C",
  "record_type" varchar(48) collate "C",
  "field" varchar(48) collate "C",
  "right" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}field_rule_role_ix" on ${schema}"${prefix}field_rule" ("tenant", "role", "id");
create index if not exists "${prefix}field_rule_cf_t1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}field_rule_cf_t2_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}field_rule_cf_t3_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}field_rule_cf_t4_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}field_rule_cf_t5_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}field_rule_cf_n1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}field_rule_cf_n2_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}field_rule_cf_n3_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}field_rule_cf_d1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}field_rule_cf_d2_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}field_rule_field_uq" on ${schema}"${prefix}field_rule" ("tenant", "role", "record_type", "field", "effect", "live");

-- role_assignment
create table if not exists ${schema}"${prefix}role_assignment" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "user" uuid,
  "role" uuid,
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_assignment_user_ix" on ${schema}"${prefix}role_assignment" ("tenant", "user", "id");
create index if not exists "${prefix}role_assignment_role_ix" on ${schema}"${prefix}role_assignment" ("tenant", "role", "id");
create index if not exists "${prefix}role_assignment_cf_t1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}role_assignment_cf_t2_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}role_assignment_cf_t3_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}role_assignment_cf_t4_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}role_assignment_cf_t5_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}role_assignment_cf_n1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}role_assignment_cf_n2_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}role_assignment_cf_n3_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}role_assignment_cf_d1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}role_assignment_cf_d2_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- share
create table if not exists ${schema}"${prefix}share" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "record_type" varchar(48) collate "C",
  "record_id" uuid,
  "with_user" uuid,
  "with_unit" uuid,
  "with_team" uuid,
  "access" varchar(255) collate "C",
  "expires_at" timestamptz(6),
  "reason" varchar(500) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}share_record_id_ix" on ${schema}"${prefix}share" ("tenant", "record_id", "id");
create index if not exists "${prefix}share_with_user_ix" on ${schema}"${prefix}share" ("tenant", "with_user", "id");
create index if not exists "${prefix}share_with_unit_ix" on ${schema}"${prefix}share" ("tenant", "with_unit", "id");
create index if not exists "${prefix}share_with_team_ix" on ${schema}"${prefix}share" ("tenant", "with_team", "id");
create index if not exists "${prefix}share_cf_t1_ix" on ${schema}"${prefix}share" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}share_cf_t2_ix" on ${schema}"${prefix}share" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}share_cf_t3_ix" on ${schema}"${prefix}share" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}share_cf_t4_ix" on ${schema}"${prefix}share" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}share_cf_t5_ix" on ${schema}"${prefix}share" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}share_cf_n1_ix" on ${schema}"${prefix}share" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}share_cf_n2_ix" on ${schema}"${prefix}share" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}share_cf_n3_ix" on ${schema}"${prefix}share" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}share_cf_d1_ix" on ${schema}"${prefix}share" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}share_cf_d2_ix" on ${schema}"${prefix}share" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- permission_mark
create table if not exists ${schema}"${prefix}permission_mark" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(50) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}permission_mark_name_uq" on ${schema}"${prefix}permission_mark" ("tenant", "name", "live");

-- number_series
create table if not exists ${schema}"${prefix}number_series" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "pattern" varchar(50) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}number_series_cf_t1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}number_series_cf_t2_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}number_series_cf_t3_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}number_series_cf_t4_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}number_series_cf_t5_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}number_series_cf_n1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}number_series_cf_n2_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}number_series_cf_n3_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}number_series_cf_d1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}number_series_cf_d2_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}number_series_code_uq" on ${schema}"${prefix}number_series" ("tenant", "code", "live");

-- number_counter
create table if not exists ${schema}"${prefix}number_counter" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "series" uuid,
  "year" bigint,
  "next" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}number_counter_series_ix" on ${schema}"${prefix}number_counter" ("tenant", "series", "id");
create index if not exists "${prefix}number_counter_cf_t1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}number_counter_cf_t2_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}number_counter_cf_t3_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}number_counter_cf_t4_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}number_counter_cf_t5_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}number_counter_cf_n1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}number_counter_cf_n2_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}number_counter_cf_n3_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}number_counter_cf_d1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}number_counter_cf_d2_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}number_counter_series_year_uq" on ${schema}"${prefix}number_counter" ("tenant", "series", "year", "live");

-- company_currency
create table if not exists ${schema}"${prefix}company_currency" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "currency" varchar(3) collate "C",
  "setting" varchar(10) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}company_currency_cf_t1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}company_currency_cf_t2_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}company_currency_cf_t3_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}company_currency_cf_t4_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}company_currency_cf_t5_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}company_currency_cf_n1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}company_currency_cf_n2_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}company_currency_cf_n3_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}company_currency_cf_d1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}company_currency_cf_d2_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}company_currency_setting_uq" on ${schema}"${prefix}company_currency" ("tenant", "setting", "live");

-- exchange_rate
create table if not exists ${schema}"${prefix}exchange_rate" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "from_currency" varchar(3) collate "C",
  "to_currency" varchar(3) collate "C",
  "rate_day" date,
  "rate" numeric(28,8),
  "basis" varchar(255) collate "C",
  "source" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}exchange_rate_cf_t1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}exchange_rate_cf_t2_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}exchange_rate_cf_t3_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}exchange_rate_cf_t4_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}exchange_rate_cf_t5_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}exchange_rate_cf_n1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}exchange_rate_cf_n2_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}exchange_rate_cf_n3_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}exchange_rate_cf_d1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}exchange_rate_cf_d2_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}exchange_rate_rate_uq" on ${schema}"${prefix}exchange_rate" ("tenant", "basis", "from_currency", "to_currency", "rate_day", "live");
create index if not exists "${prefix}exchange_rate_basis_rate_day_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "basis", "rate_day", "id");

-- business_calendar
create table if not exists ${schema}"${prefix}business_calendar" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "name" varchar(200) collate "C",
  "zone" varchar(50) collate "C",
  "since" date,
  "until" date,
  "revision" bigint,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}business_calendar_cf_t1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}business_calendar_cf_t2_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}business_calendar_cf_t3_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}business_calendar_cf_t4_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}business_calendar_cf_t5_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}business_calendar_cf_n1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}business_calendar_cf_n2_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}business_calendar_cf_n3_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}business_calendar_cf_d1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}business_calendar_cf_d2_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}business_calendar_code_uq" on ${schema}"${prefix}business_calendar" ("tenant", "code", "live");

-- shift
create table if not exists ${schema}"${prefix}shift" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "calendar" uuid,
  "weekday" varchar(255) collate "C",
  "begins" varchar(5) collate "C",
  "ends" varchar(5) collate "C",
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shift_calendar_ix" on ${schema}"${prefix}shift" ("tenant", "calendar", "id");
create index if not exists "${prefix}shift_cf_t1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}shift_cf_t2_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}shift_cf_t3_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}shift_cf_t4_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}shift_cf_t5_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}shift_cf_n1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}shift_cf_n2_ix" on ${schema}"${prefix}shift" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}shift_cf_n3_ix" on ${schema}"${prefix}shift" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}shift_cf_d1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}shift_cf_d2_ix" on ${schema}"${prefix}shift" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- holiday
create table if not exists ${schema}"${prefix}holiday" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "calendar" uuid,
  "day" date,
  "name" varchar(200) collate "C",
  "hours" varchar(200) collate "C",
  "worked_as" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}holiday_calendar_ix" on ${schema}"${prefix}holiday" ("tenant", "calendar", "id");
create index if not exists "${prefix}holiday_day_ix" on ${schema}"${prefix}holiday" ("tenant", "day", "id");
create index if not exists "${prefix}holiday_cf_t1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}holiday_cf_t2_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}holiday_cf_t3_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}holiday_cf_t4_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}holiday_cf_t5_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}holiday_cf_n1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}holiday_cf_n2_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}holiday_cf_n3_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}holiday_cf_d1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}holiday_cf_d2_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}holiday_day_uq" on ${schema}"${prefix}holiday" ("tenant", "calendar", "day", "live");

-- consent_entry
create table if not exists ${schema}"${prefix}consent_entry" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject_type" varchar(48) collate "C",
  "subject_id" uuid,
  "purpose" varchar(255) collate "C",
  "granted" boolean,
  "legal_basis" varchar(255) collate "C",
  "source" varchar(255) collate "C",
  "since" timestamptz(6),
  "text_version" varchar(255) collate "C",
  "expires_at" timestamptz(6),
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}consent_entry_subject_id_ix" on ${schema}"${prefix}consent_entry" ("tenant", "subject_id", "id");

-- legal_hold
create table if not exists ${schema}"${prefix}legal_hold" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject_type" varchar(48) collate "C",
  "subject_id" uuid,
  "reason" varchar(500) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}legal_hold_subject_id_ix" on ${schema}"${prefix}legal_hold" ("tenant", "subject_id", "id");
create index if not exists "${prefix}legal_hold_cf_t1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}legal_hold_cf_t2_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}legal_hold_cf_t3_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}legal_hold_cf_t4_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}legal_hold_cf_t5_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}legal_hold_cf_n1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}legal_hold_cf_n2_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}legal_hold_cf_n3_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}legal_hold_cf_d1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}legal_hold_cf_d2_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- suppression
create table if not exists ${schema}"${prefix}suppression" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "fingerprint" varchar(64) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}suppression_fingerprint_ix" on ${schema}"${prefix}suppression" ("tenant", "fingerprint", "id");

-- erasure
create table if not exists ${schema}"${prefix}erasure" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject_type" varchar(48) collate "C",
  "subject_id" uuid,
  "ground" varchar(200) collate "C",
  "retention_rule" varchar(100) collate "C",
  "state" varchar(255) collate "C",
  "done_at" timestamptz(6),
  "resumes_at" timestamptz(6),
  "counts" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}erasure_subject_id_ix" on ${schema}"${prefix}erasure" ("tenant", "subject_id", "id");
create index if not exists "${prefix}erasure_state_ix" on ${schema}"${prefix}erasure" ("tenant", "state", "id");
create index if not exists "${prefix}erasure_resumes_at_ix" on ${schema}"${prefix}erasure" ("tenant", "resumes_at", "id");
create index if not exists "${prefix}erasure_cf_t1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}erasure_cf_t2_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}erasure_cf_t3_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}erasure_cf_t4_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}erasure_cf_t5_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}erasure_cf_n1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}erasure_cf_n2_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}erasure_cf_n3_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}erasure_cf_d1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}erasure_cf_d2_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- retention_rule
create table if not exists ${schema}"${prefix}retention_rule" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(100) collate "C",
  "record_type" varchar(48) collate "C",
  "condition" text collate "C",
  "days" bigint,
  "action" varchar(255) collate "C",
  "active" boolean,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}retention_rule_cf_t1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}retention_rule_cf_t2_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}retention_rule_cf_t3_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}retention_rule_cf_t4_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}retention_rule_cf_t5_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}retention_rule_cf_n1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}retention_rule_cf_n2_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}retention_rule_cf_n3_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}retention_rule_cf_d1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}retention_rule_cf_d2_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}retention_rule_name_uq" on ${schema}"${prefix}retention_rule" ("tenant", "name", "live");

-- restriction
create table if not exists ${schema}"${prefix}restriction" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject_type" varchar(48) collate "C",
  "subject_id" uuid,
  "reason" varchar(500) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}restriction_cf_t1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}restriction_cf_t2_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}restriction_cf_t3_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}restriction_cf_t4_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}restriction_cf_t5_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}restriction_cf_n1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}restriction_cf_n2_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}restriction_cf_n3_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}restriction_cf_d1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}restriction_cf_d2_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}restriction_once_uq" on ${schema}"${prefix}restriction" ("tenant", "subject_id", "subject_type", "live");

-- customer
create table if not exists ${schema}"${prefix}customer" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "kind" varchar(255) collate "C",
  "external_id" varchar(100) collate "C",
  "level" varchar(255) collate "C",
  "level_since" date,
  "customer_group" varchar(255) collate "C",
  "industry" varchar(255) collate "C",
  "sales_region" varchar(255) collate "C",
  "tags" text collate "C",
  "owner" uuid,
  "territory" uuid,
  "parent" uuid,
  "email" varchar(255) collate "C",
  "phone" varchar(255) collate "C",
  "website" varchar(255) collate "C",
  "address" text collate "C",
  "annual_revenue" numeric(28,8),
  "annual_revenue__currency" varchar(3) collate "C",
  "employees" bigint,
  "founded" bigint,
  "credit_limit" numeric(28,8),
  "credit_limit__currency" varchar(3) collate "C",
  "sex" varchar(255) collate "C",
  "birthday" date,
  "occupation" varchar(255) collate "C",
  "hobbies" text collate "C",
  "background" text collate "C",
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
  "email__search" text collate "C",
  "phone__search" text collate "C",
  "address__country" varchar(255) collate "C",
  "address__region" varchar(255) collate "C",
  "address__city" varchar(255) collate "C",
  "background__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}customer_name_ix" on ${schema}"${prefix}customer" ("tenant", "name", "id");
create index if not exists "${prefix}customer_level_ix" on ${schema}"${prefix}customer" ("tenant", "level", "id");
create index if not exists "${prefix}customer_customer_group_ix" on ${schema}"${prefix}customer" ("tenant", "customer_group", "id");
create index if not exists "${prefix}customer_industry_ix" on ${schema}"${prefix}customer" ("tenant", "industry", "id");
create index if not exists "${prefix}customer_sales_region_ix" on ${schema}"${prefix}customer" ("tenant", "sales_region", "id");
create index if not exists "${prefix}customer_owner_ix" on ${schema}"${prefix}customer" ("tenant", "owner", "id");
create index if not exists "${prefix}customer_territory_ix" on ${schema}"${prefix}customer" ("tenant", "territory", "id");
create index if not exists "${prefix}customer_parent_ix" on ${schema}"${prefix}customer" ("tenant", "parent", "id");
create index if not exists "${prefix}customer_email_ix" on ${schema}"${prefix}customer" ("tenant", "email", "id");
create index if not exists "${prefix}customer_phone_ix" on ${schema}"${prefix}customer" ("tenant", "phone", "id");
create index if not exists "${prefix}customer_cf_t1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}customer_cf_t2_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}customer_cf_t3_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}customer_cf_t4_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}customer_cf_t5_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}customer_cf_n1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}customer_cf_n2_ix" on ${schema}"${prefix}customer" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}customer_cf_n3_ix" on ${schema}"${prefix}customer" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}customer_cf_d1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}customer_cf_d2_ix" on ${schema}"${prefix}customer" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}customer_external_id_uq" on ${schema}"${prefix}customer" ("tenant", "external_id", "live");

-- contact
create table if not exists ${schema}"${prefix}contact" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "customer" uuid,
  "owner" uuid,
  "job_title" varchar(255) collate "C",
  "email" varchar(255) collate "C",
  "phone" varchar(255) collate "C",
  "mobile" varchar(255) collate "C",
  "sex" varchar(255) collate "C",
  "birthday" date,
  "hobbies" text collate "C",
  "notes" text collate "C",
  "external_id" varchar(100) collate "C",
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
  "email__search" text collate "C",
  "phone__search" text collate "C",
  "mobile__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_name_ix" on ${schema}"${prefix}contact" ("tenant", "name", "id");
create index if not exists "${prefix}contact_customer_ix" on ${schema}"${prefix}contact" ("tenant", "customer", "id");
create index if not exists "${prefix}contact_owner_ix" on ${schema}"${prefix}contact" ("tenant", "owner", "id");
create index if not exists "${prefix}contact_email_ix" on ${schema}"${prefix}contact" ("tenant", "email", "id");
create index if not exists "${prefix}contact_phone_ix" on ${schema}"${prefix}contact" ("tenant", "phone", "id");
create index if not exists "${prefix}contact_mobile_ix" on ${schema}"${prefix}contact" ("tenant", "mobile", "id");
create index if not exists "${prefix}contact_cf_t1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}contact_cf_t2_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}contact_cf_t3_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}contact_cf_t4_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}contact_cf_t5_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}contact_cf_n1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}contact_cf_n2_ix" on ${schema}"${prefix}contact" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}contact_cf_n3_ix" on ${schema}"${prefix}contact" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}contact_cf_d1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}contact_cf_d2_ix" on ${schema}"${prefix}contact" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}contact_external_id_uq" on ${schema}"${prefix}contact" ("tenant", "external_id", "live");

-- contact_role
create table if not exists ${schema}"${prefix}contact_role" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "contact" uuid,
  "customer" uuid,
  "role" varchar(255) collate "C",
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_role_contact_ix" on ${schema}"${prefix}contact_role" ("tenant", "contact", "id");
create index if not exists "${prefix}contact_role_customer_ix" on ${schema}"${prefix}contact_role" ("tenant", "customer", "id");
create index if not exists "${prefix}contact_role_cf_t1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}contact_role_cf_t2_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}contact_role_cf_t3_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}contact_role_cf_t4_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}contact_role_cf_t5_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}contact_role_cf_n1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}contact_role_cf_n2_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}contact_role_cf_n3_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}contact_role_cf_d1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}contact_role_cf_d2_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}contact_role_turn_uq" on ${schema}"${prefix}contact_role" ("tenant", "contact", "customer", "role", "turn", "live");

-- contact_point
create table if not exists ${schema}"${prefix}contact_point" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "customer" uuid,
  "contact" uuid,
  "kind" varchar(255) collate "C",
  "phone" varchar(255) collate "C",
  "email" varchar(255) collate "C",
  "address" text collate "C",
  "purpose" varchar(255) collate "C",
  "primary" boolean,
  "since" date,
  "until" date,
  "history__key" varchar(255) collate "C",
  "phone__search" text collate "C",
  "email__search" text collate "C",
  "address__country" varchar(255) collate "C",
  "address__region" varchar(255) collate "C",
  "address__city" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_point_customer_ix" on ${schema}"${prefix}contact_point" ("tenant", "customer", "id");
create index if not exists "${prefix}contact_point_contact_ix" on ${schema}"${prefix}contact_point" ("tenant", "contact", "id");
create index if not exists "${prefix}contact_point_phone_ix" on ${schema}"${prefix}contact_point" ("tenant", "phone", "id");
create index if not exists "${prefix}contact_point_email_ix" on ${schema}"${prefix}contact_point" ("tenant", "email", "id");
create index if not exists "${prefix}contact_point_cf_t1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}contact_point_cf_t2_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}contact_point_cf_t3_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}contact_point_cf_t4_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}contact_point_cf_t5_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}contact_point_cf_n1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}contact_point_cf_n2_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}contact_point_cf_n3_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}contact_point_cf_d1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}contact_point_cf_d2_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- classification
create table if not exists ${schema}"${prefix}classification" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "customer" uuid,
  "scheme" varchar(48) collate "C",
  "value" varchar(255) collate "C",
  "since" date,
  "until" date,
  "last" boolean,
  "phase" varchar(255) collate "C",
  "reason" varchar(1000) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}classification_customer_ix" on ${schema}"${prefix}classification" ("tenant", "customer", "id");
create index if not exists "${prefix}classification_phase_ix" on ${schema}"${prefix}classification" ("tenant", "phase", "id");
create index if not exists "${prefix}classification_cf_t1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}classification_cf_t2_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}classification_cf_t3_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}classification_cf_t4_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}classification_cf_t5_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}classification_cf_n1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}classification_cf_n2_ix" on ${schema}"${prefix}classification" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}classification_cf_n3_ix" on ${schema}"${prefix}classification" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}classification_cf_d1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}classification_cf_d2_ix" on ${schema}"${prefix}classification" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}classification_begin_uq" on ${schema}"${prefix}classification" ("tenant", "customer", "scheme", "since", "live");
create unique index if not exists "${prefix}classification_end_uq" on ${schema}"${prefix}classification" ("tenant", "customer", "scheme", "last", "live");

-- customer_relation
create table if not exists ${schema}"${prefix}customer_relation" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "from_customer" uuid,
  "to_customer" uuid,
  "kind" varchar(255) collate "C",
  "share" numeric(28,8),
  "since" date,
  "until" date,
  "phase" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}customer_relation_from_customer_ix" on ${schema}"${prefix}customer_relation" ("tenant", "from_customer", "id");
create index if not exists "${prefix}customer_relation_to_customer_ix" on ${schema}"${prefix}customer_relation" ("tenant", "to_customer", "id");
create index if not exists "${prefix}customer_relation_phase_ix" on ${schema}"${prefix}customer_relation" ("tenant", "phase", "id");
create index if not exists "${prefix}customer_relation_cf_t1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}customer_relation_cf_t2_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}customer_relation_cf_t3_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}customer_relation_cf_t4_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}customer_relation_cf_t5_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}customer_relation_cf_n1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}customer_relation_cf_n2_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}customer_relation_cf_n3_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}customer_relation_cf_d1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}customer_relation_cf_d2_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- position
create table if not exists ${schema}"${prefix}position" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "contact" uuid,
  "customer" uuid,
  "title" varchar(200) collate "C",
  "department" varchar(200) collate "C",
  "reports_to" uuid,
  "influence" varchar(255) collate "C",
  "attitude" varchar(255) collate "C",
  "since" date,
  "until" date,
  "history__key" varchar(255) collate "C",
  "department__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}position_contact_ix" on ${schema}"${prefix}position" ("tenant", "contact", "id");
create index if not exists "${prefix}position_customer_ix" on ${schema}"${prefix}position" ("tenant", "customer", "id");
create index if not exists "${prefix}position_reports_to_ix" on ${schema}"${prefix}position" ("tenant", "reports_to", "id");
create index if not exists "${prefix}position_cf_t1_ix" on ${schema}"${prefix}position" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}position_cf_t2_ix" on ${schema}"${prefix}position" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}position_cf_t3_ix" on ${schema}"${prefix}position" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}position_cf_t4_ix" on ${schema}"${prefix}position" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}position_cf_t5_ix" on ${schema}"${prefix}position" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}position_cf_n1_ix" on ${schema}"${prefix}position" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}position_cf_n2_ix" on ${schema}"${prefix}position" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}position_cf_n3_ix" on ${schema}"${prefix}position" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}position_cf_d1_ix" on ${schema}"${prefix}position" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}position_cf_d2_ix" on ${schema}"${prefix}position" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- product_category
create table if not exists ${schema}"${prefix}product_category" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "code" varchar(50) collate "C",
  "parent" uuid,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}product_category_name_ix" on ${schema}"${prefix}product_category" ("tenant", "name", "id");
create index if not exists "${prefix}product_category_parent_ix" on ${schema}"${prefix}product_category" ("tenant", "parent", "id");
create index if not exists "${prefix}product_category_cf_t1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}product_category_cf_t2_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}product_category_cf_t3_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}product_category_cf_t4_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}product_category_cf_t5_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}product_category_cf_n1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}product_category_cf_n2_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}product_category_cf_n3_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}product_category_cf_d1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}product_category_cf_d2_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}product_category_code_uq" on ${schema}"${prefix}product_category" ("tenant", "code", "live");

-- product
create table if not exists ${schema}"${prefix}product" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "code" varchar(50) collate "C",
  "external_id" varchar(100) collate "C",
  "kind" varchar(255) collate "C",
  "category" uuid,
  "family" varchar(100) collate "C",
  "list_price" numeric(28,8),
  "list_price__currency" varchar(3) collate "C",
  "tax_category" varchar(255) collate "C",
  "unit" varchar(255) collate "C",
  "description" text collate "C",
  "active" boolean,
  "since" date,
  "until" date,
  "successor" uuid,
  "refreshed_at" timestamptz(6),
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
  "code__search" text collate "C",
  "description__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}product_name_ix" on ${schema}"${prefix}product" ("tenant", "name", "id");
create index if not exists "${prefix}product_category_ix" on ${schema}"${prefix}product" ("tenant", "category", "id");
create index if not exists "${prefix}product_family_ix" on ${schema}"${prefix}product" ("tenant", "family", "id");
create index if not exists "${prefix}product_successor_ix" on ${schema}"${prefix}product" ("tenant", "successor", "id");
create index if not exists "${prefix}product_cf_t1_ix" on ${schema}"${prefix}product" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}product_cf_t2_ix" on ${schema}"${prefix}product" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}product_cf_t3_ix" on ${schema}"${prefix}product" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}product_cf_t4_ix" on ${schema}"${prefix}product" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}product_cf_t5_ix" on ${schema}"${prefix}product" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}product_cf_n1_ix" on ${schema}"${prefix}product" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}product_cf_n2_ix" on ${schema}"${prefix}product" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}product_cf_n3_ix" on ${schema}"${prefix}product" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}product_cf_d1_ix" on ${schema}"${prefix}product" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}product_cf_d2_ix" on ${schema}"${prefix}product" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}product_code_uq" on ${schema}"${prefix}product" ("tenant", "code", "live");
create unique index if not exists "${prefix}product_external_id_uq" on ${schema}"${prefix}product" ("tenant", "external_id", "live");

-- unit_conversion
create table if not exists ${schema}"${prefix}unit_conversion" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "product" uuid,
  "unit" varchar(255) collate "C",
  "factor" numeric(28,8),
  "of_unit" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}unit_conversion_product_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "product", "id");
create index if not exists "${prefix}unit_conversion_cf_t1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}unit_conversion_cf_t2_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}unit_conversion_cf_t3_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}unit_conversion_cf_t4_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}unit_conversion_cf_t5_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}unit_conversion_cf_n1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}unit_conversion_cf_n2_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}unit_conversion_cf_n3_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}unit_conversion_cf_d1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}unit_conversion_cf_d2_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}unit_conversion_conversion_uq" on ${schema}"${prefix}unit_conversion" ("tenant", "product", "unit", "of_unit", "live");

-- price_list
create table if not exists ${schema}"${prefix}price_list" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "code" varchar(50) collate "C",
  "currency" varchar(3) collate "C",
  "customer_group" varchar(255) collate "C",
  "customer" uuid,
  "since" date,
  "until" date,
  "priority" bigint,
  "tax_included" boolean,
  "on_top" boolean,
  "round_to" numeric(28,8),
  "rounding" varchar(255) collate "C",
  "active" boolean,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}price_list_name_ix" on ${schema}"${prefix}price_list" ("tenant", "name", "id");
create index if not exists "${prefix}price_list_currency_ix" on ${schema}"${prefix}price_list" ("tenant", "currency", "id");
create index if not exists "${prefix}price_list_customer_group_ix" on ${schema}"${prefix}price_list" ("tenant", "customer_group", "id");
create index if not exists "${prefix}price_list_customer_ix" on ${schema}"${prefix}price_list" ("tenant", "customer", "id");
create index if not exists "${prefix}price_list_cf_t1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}price_list_cf_t2_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}price_list_cf_t3_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}price_list_cf_t4_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}price_list_cf_t5_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}price_list_cf_n1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}price_list_cf_n2_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}price_list_cf_n3_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}price_list_cf_d1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}price_list_cf_d2_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}price_list_code_uq" on ${schema}"${prefix}price_list" ("tenant", "code", "live");

-- price_list_item
create table if not exists ${schema}"${prefix}price_list_item" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "list" uuid,
  "product" uuid,
  "category" uuid,
  "unit" varchar(255) collate "C",
  "from_quantity" numeric(28,8),
  "kind" varchar(255) collate "C",
  "price" numeric(28,8),
  "price__currency" varchar(3) collate "C",
  "percentage" numeric(28,8),
  "factor" numeric(28,8),
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}price_list_item_list_ix" on ${schema}"${prefix}price_list_item" ("tenant", "list", "id");
create index if not exists "${prefix}price_list_item_product_ix" on ${schema}"${prefix}price_list_item" ("tenant", "product", "id");
create index if not exists "${prefix}price_list_item_category_ix" on ${schema}"${prefix}price_list_item" ("tenant", "category", "id");
create index if not exists "${prefix}price_list_item_cf_t1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}price_list_item_cf_t2_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}price_list_item_cf_t3_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}price_list_item_cf_t4_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}price_list_item_cf_t5_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}price_list_item_cf_n1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}price_list_item_cf_n2_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}price_list_item_cf_n3_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}price_list_item_cf_d1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}price_list_item_cf_d2_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- attachment
create table if not exists ${schema}"${prefix}attachment" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(255) collate "C",
  "about_type" varchar(48) collate "C",
  "about_id" uuid,
  "customer" uuid,
  "media_type" varchar(127) collate "C",
  "size" bigint,
  "sha_256" varchar(64) collate "C",
  "content" uuid,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}attachment_about_id_ix" on ${schema}"${prefix}attachment" ("tenant", "about_id", "id");
create index if not exists "${prefix}attachment_customer_ix" on ${schema}"${prefix}attachment" ("tenant", "customer", "id");
create index if not exists "${prefix}attachment_content_ix" on ${schema}"${prefix}attachment" ("tenant", "content", "id");
create index if not exists "${prefix}attachment_cf_t1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}attachment_cf_t2_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}attachment_cf_t3_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}attachment_cf_t4_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}attachment_cf_t5_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}attachment_cf_n1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}attachment_cf_n2_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}attachment_cf_n3_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}attachment_cf_d1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}attachment_cf_d2_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- attachment_chunk
create table if not exists ${schema}"${prefix}attachment_chunk" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "content" varchar(36) collate "C",
  "position" bigint,
  "data" text collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}attachment_chunk_place_uq" on ${schema}"${prefix}attachment_chunk" ("tenant", "content", "position", "live");
create index if not exists "${prefix}attachment_chunk_content_position_ix" on ${schema}"${prefix}attachment_chunk" ("tenant", "content", "position", "id");

-- interaction
create table if not exists ${schema}"${prefix}interaction" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject" varchar(200) collate "C",
  "kind" varchar(255) collate "C",
  "direction" varchar(255) collate "C",
  "at" timestamptz(6),
  "minutes" bigint,
  "text" text collate "C",
  "customer" uuid,
  "about_type" varchar(48) collate "C",
  "about_id" uuid,
  "owner" uuid,
  "history__key" varchar(255) collate "C",
  "subject__search" text collate "C",
  "text__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}interaction_at_ix" on ${schema}"${prefix}interaction" ("tenant", "at", "id");
create index if not exists "${prefix}interaction_customer_ix" on ${schema}"${prefix}interaction" ("tenant", "customer", "id");
create index if not exists "${prefix}interaction_about_id_ix" on ${schema}"${prefix}interaction" ("tenant", "about_id", "id");
create index if not exists "${prefix}interaction_owner_ix" on ${schema}"${prefix}interaction" ("tenant", "owner", "id");
create index if not exists "${prefix}interaction_cf_t1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}interaction_cf_t2_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}interaction_cf_t3_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}interaction_cf_t4_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}interaction_cf_t5_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}interaction_cf_n1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}interaction_cf_n2_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}interaction_cf_n3_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}interaction_cf_d1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}interaction_cf_d2_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}interaction_customer_at_ix" on ${schema}"${prefix}interaction" ("tenant", "customer", "at", "id");

-- interaction_party
create table if not exists ${schema}"${prefix}interaction_party" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "interaction" uuid,
  "contact" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}interaction_party_interaction_ix" on ${schema}"${prefix}interaction_party" ("tenant", "interaction", "id");
create index if not exists "${prefix}interaction_party_contact_ix" on ${schema}"${prefix}interaction_party" ("tenant", "contact", "id");
create index if not exists "${prefix}interaction_party_cf_t1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}interaction_party_cf_t2_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}interaction_party_cf_t3_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}interaction_party_cf_t4_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}interaction_party_cf_t5_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}interaction_party_cf_n1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}interaction_party_cf_n2_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}interaction_party_cf_n3_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}interaction_party_cf_d1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}interaction_party_cf_d2_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}interaction_party_once_uq" on ${schema}"${prefix}interaction_party" ("tenant", "interaction", "contact", "live");

-- task
create table if not exists ${schema}"${prefix}task" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "subject" varchar(200) collate "C",
  "text" text collate "C",
  "due_on" date,
  "priority" varchar(255) collate "C",
  "state" varchar(255) collate "C",
  "closed_at" timestamptz(6),
  "customer" uuid,
  "about_type" varchar(48) collate "C",
  "about_id" uuid,
  "owner" uuid,
  "history__key" varchar(255) collate "C",
  "subject__search" text collate "C",
  "text__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}task_due_on_ix" on ${schema}"${prefix}task" ("tenant", "due_on", "id");
create index if not exists "${prefix}task_state_ix" on ${schema}"${prefix}task" ("tenant", "state", "id");
create index if not exists "${prefix}task_customer_ix" on ${schema}"${prefix}task" ("tenant", "customer", "id");
create index if not exists "${prefix}task_about_id_ix" on ${schema}"${prefix}task" ("tenant", "about_id", "id");
create index if not exists "${prefix}task_owner_ix" on ${schema}"${prefix}task" ("tenant", "owner", "id");
create index if not exists "${prefix}task_cf_t1_ix" on ${schema}"${prefix}task" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}task_cf_t2_ix" on ${schema}"${prefix}task" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}task_cf_t3_ix" on ${schema}"${prefix}task" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}task_cf_t4_ix" on ${schema}"${prefix}task" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}task_cf_t5_ix" on ${schema}"${prefix}task" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}task_cf_n1_ix" on ${schema}"${prefix}task" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}task_cf_n2_ix" on ${schema}"${prefix}task" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}task_cf_n3_ix" on ${schema}"${prefix}task" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}task_cf_d1_ix" on ${schema}"${prefix}task" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}task_cf_d2_ix" on ${schema}"${prefix}task" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}task_owner_due_on_ix" on ${schema}"${prefix}task" ("tenant", "owner", "due_on", "id");

-- pipeline
create table if not exists ${schema}"${prefix}pipeline" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "name" varchar(100) collate "C",
  "revision" bigint,
  "current" boolean,
  "rollback" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}pipeline_code_ix" on ${schema}"${prefix}pipeline" ("tenant", "code", "id");
create index if not exists "${prefix}pipeline_cf_t1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}pipeline_cf_t2_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}pipeline_cf_t3_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}pipeline_cf_t4_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}pipeline_cf_t5_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}pipeline_cf_n1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}pipeline_cf_n2_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}pipeline_cf_n3_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}pipeline_cf_d1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}pipeline_cf_d2_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}pipeline_revision_uq" on ${schema}"${prefix}pipeline" ("tenant", "code", "revision", "live");

-- stage
create table if not exists ${schema}"${prefix}stage" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "pipeline" uuid,
  "code" varchar(50) collate "C",
  "name" varchar(100) collate "C",
  "position" bigint,
  "category" varchar(255) collate "C",
  "probability" numeric(28,8),
  "requires" text collate "C",
  "leads_to" text collate "C",
  "guard" text collate "C",
  "guard_sentence" varchar(500) collate "C",
  "exit_criteria" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}stage_pipeline_ix" on ${schema}"${prefix}stage" ("tenant", "pipeline", "id");
create index if not exists "${prefix}stage_cf_t1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}stage_cf_t2_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}stage_cf_t3_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}stage_cf_t4_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}stage_cf_t5_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}stage_cf_n1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}stage_cf_n2_ix" on ${schema}"${prefix}stage" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}stage_cf_n3_ix" on ${schema}"${prefix}stage" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}stage_cf_d1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}stage_cf_d2_ix" on ${schema}"${prefix}stage" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}stage_code_uq" on ${schema}"${prefix}stage" ("tenant", "pipeline", "code", "live");

-- opportunity
create table if not exists ${schema}"${prefix}opportunity" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "title" varchar(200) collate "C",
  "customer" uuid,
  "contact" uuid,
  "product" uuid,
  "owner" uuid,
  "amount" numeric(28,8),
  "amount__currency" varchar(3) collate "C",
  "closes_on" date,
  "pipeline" uuid,
  "stage" varchar(50) collate "C",
  "stage_category" varchar(255) collate "C",
  "stage_since" timestamptz(6),
  "probability" numeric(28,8),
  "opened_on" date,
  "closed_on" date,
  "close_reason" varchar(500) collate "C",
  "confirmed" text collate "C",
  "source" varchar(255) collate "C",
  "next_step" varchar(500) collate "C",
  "tags" text collate "C",
  "external_id" varchar(100) collate "C",
  "history__key" varchar(255) collate "C",
  "title__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}opportunity_customer_ix" on ${schema}"${prefix}opportunity" ("tenant", "customer", "id");
create index if not exists "${prefix}opportunity_contact_ix" on ${schema}"${prefix}opportunity" ("tenant", "contact", "id");
create index if not exists "${prefix}opportunity_product_ix" on ${schema}"${prefix}opportunity" ("tenant", "product", "id");
create index if not exists "${prefix}opportunity_owner_ix" on ${schema}"${prefix}opportunity" ("tenant", "owner", "id");
create index if not exists "${prefix}opportunity_closes_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "closes_on", "id");
create index if not exists "${prefix}opportunity_pipeline_ix" on ${schema}"${prefix}opportunity" ("tenant", "pipeline", "id");
create index if not exists "${prefix}opportunity_stage_ix" on ${schema}"${prefix}opportunity" ("tenant", "stage", "id");
create index if not exists "${prefix}opportunity_stage_category_ix" on ${schema}"${prefix}opportunity" ("tenant", "stage_category", "id");
create index if not exists "${prefix}opportunity_closed_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "closed_on", "id");
create index if not exists "${prefix}opportunity_cf_t1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}opportunity_cf_t2_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}opportunity_cf_t3_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}opportunity_cf_t4_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}opportunity_cf_t5_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}opportunity_cf_n1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}opportunity_cf_n2_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}opportunity_cf_n3_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}opportunity_cf_d1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}opportunity_cf_d2_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}opportunity_external_id_uq" on ${schema}"${prefix}opportunity" ("tenant", "external_id", "live");
create index if not exists "${prefix}opportunity_owner_closes_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "owner", "closes_on", "id");

-- stage_change
create table if not exists ${schema}"${prefix}stage_change" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "opportunity" uuid,
  "pipeline" uuid,
  "from_stage" varchar(50) collate "C",
  "to_stage" varchar(50) collate "C",
  "to_category" varchar(255) collate "C",
  "at" timestamptz(6),
  "amount" numeric(28,8),
  "amount__currency" varchar(3) collate "C",
  "probability" numeric(28,8),
  "reason" varchar(1000) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}stage_change_opportunity_ix" on ${schema}"${prefix}stage_change" ("tenant", "opportunity", "id");
create index if not exists "${prefix}stage_change_pipeline_ix" on ${schema}"${prefix}stage_change" ("tenant", "pipeline", "id");
create index if not exists "${prefix}stage_change_at_ix" on ${schema}"${prefix}stage_change" ("tenant", "at", "id");

-- deal_role
create table if not exists ${schema}"${prefix}deal_role" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "opportunity" uuid,
  "contact" uuid,
  "role" varchar(255) collate "C",
  "influence" varchar(255) collate "C",
  "attitude" varchar(255) collate "C",
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}deal_role_opportunity_ix" on ${schema}"${prefix}deal_role" ("tenant", "opportunity", "id");
create index if not exists "${prefix}deal_role_contact_ix" on ${schema}"${prefix}deal_role" ("tenant", "contact", "id");
create index if not exists "${prefix}deal_role_cf_t1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}deal_role_cf_t2_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}deal_role_cf_t3_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}deal_role_cf_t4_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}deal_role_cf_t5_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}deal_role_cf_n1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}deal_role_cf_n2_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}deal_role_cf_n3_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}deal_role_cf_d1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}deal_role_cf_d2_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}deal_role_turn_uq" on ${schema}"${prefix}deal_role" ("tenant", "contact", "opportunity", "role", "turn", "live");

-- opportunity_change
create table if not exists ${schema}"${prefix}opportunity_change" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "opportunity" uuid,
  "at" timestamptz(6),
  "amount_before" numeric(28,8),
  "amount_before__currency" varchar(3) collate "C",
  "amount_after" numeric(28,8),
  "amount_after__currency" varchar(3) collate "C",
  "closes_on_before" date,
  "closes_on_after" date,
  "probability_before" numeric(28,8),
  "probability_after" numeric(28,8),
  "owner_before" uuid,
  "owner_after" uuid,
  "reason" varchar(1000) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}opportunity_change_opportunity_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "opportunity", "id");
create index if not exists "${prefix}opportunity_change_at_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "at", "id");
create index if not exists "${prefix}opportunity_change_owner_before_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "owner_before", "id");
create index if not exists "${prefix}opportunity_change_owner_after_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "owner_after", "id");

-- playbook_item
create table if not exists ${schema}"${prefix}playbook_item" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "pipeline" varchar(50) collate "C",
  "stage" varchar(50) collate "C",
  "position" bigint,
  "kind" varchar(255) collate "C",
  "text" varchar(1000) collate "C",
  "active" boolean,
  "history__key" varchar(255) collate "C",
  "text__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}playbook_item_pipeline_ix" on ${schema}"${prefix}playbook_item" ("tenant", "pipeline", "id");
create index if not exists "${prefix}playbook_item_cf_t1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}playbook_item_cf_t2_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}playbook_item_cf_t3_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}playbook_item_cf_t4_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}playbook_item_cf_t5_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}playbook_item_cf_n1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}playbook_item_cf_n2_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}playbook_item_cf_n3_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}playbook_item_cf_d1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}playbook_item_cf_d2_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- playbook_mark
create table if not exists ${schema}"${prefix}playbook_mark" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "opportunity" uuid,
  "item" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}playbook_mark_opportunity_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "opportunity", "id");
create index if not exists "${prefix}playbook_mark_item_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "item", "id");
create index if not exists "${prefix}playbook_mark_cf_t1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}playbook_mark_cf_t2_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}playbook_mark_cf_t3_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}playbook_mark_cf_t4_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}playbook_mark_cf_t5_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}playbook_mark_cf_n1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}playbook_mark_cf_n2_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}playbook_mark_cf_n3_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}playbook_mark_cf_d1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}playbook_mark_cf_d2_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}playbook_mark_item_uq" on ${schema}"${prefix}playbook_mark" ("tenant", "opportunity", "item", "live");

-- quote_terms
create table if not exists ${schema}"${prefix}quote_terms" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "currency" varchar(3) collate "C",
  "valid_days" bigint,
  "language" varchar(35) collate "C",
  "tax_category" varchar(255) collate "C",
  "tax_rate" numeric(28,8),
  "discount_limit" numeric(28,8),
  "tax_per" varchar(255) collate "C",
  "rounding" varchar(255) collate "C",
  "payable_step" numeric(28,8),
  "terms" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_terms_cf_t1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}quote_terms_cf_t2_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}quote_terms_cf_t3_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}quote_terms_cf_t4_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}quote_terms_cf_t5_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}quote_terms_cf_n1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}quote_terms_cf_n2_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}quote_terms_cf_n3_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}quote_terms_cf_d1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}quote_terms_cf_d2_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}quote_terms_code_uq" on ${schema}"${prefix}quote_terms" ("tenant", "code", "live");

-- tax_rate
create table if not exists ${schema}"${prefix}tax_rate" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "product_tax" varchar(255) collate "C",
  "tax_category" varchar(255) collate "C",
  "rate" numeric(28,8),
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}tax_rate_product_tax_ix" on ${schema}"${prefix}tax_rate" ("tenant", "product_tax", "id");
create index if not exists "${prefix}tax_rate_cf_t1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}tax_rate_cf_t2_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}tax_rate_cf_t3_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}tax_rate_cf_t4_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}tax_rate_cf_t5_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}tax_rate_cf_n1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}tax_rate_cf_n2_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}tax_rate_cf_n3_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}tax_rate_cf_d1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}tax_rate_cf_d2_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- quote
create table if not exists ${schema}"${prefix}quote" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "number" varchar(100) collate "C",
  "revision" bigint,
  "current" boolean,
  "state" varchar(255) collate "C",
  "title" varchar(200) collate "C",
  "customer" uuid,
  "contact" uuid,
  "opportunity" uuid,
  "owner" uuid,
  "currency" varchar(3) collate "C",
  "issued_on" date,
  "valid_until" date,
  "language" varchar(35) collate "C",
  "introduction" text collate "C",
  "terms" text collate "C",
  "tax_per" varchar(255) collate "C",
  "rounding" varchar(255) collate "C",
  "decimals" bigint,
  "payable_step" numeric(28,8),
  "prepaid" numeric(28,8),
  "prepaid__currency" varchar(3) collate "C",
  "line_total" numeric(28,8),
  "line_total__currency" varchar(3) collate "C",
  "allowances" numeric(28,8),
  "allowances__currency" varchar(3) collate "C",
  "charges" numeric(28,8),
  "charges__currency" varchar(3) collate "C",
  "net" numeric(28,8),
  "net__currency" varchar(3) collate "C",
  "tax" numeric(28,8),
  "tax__currency" varchar(3) collate "C",
  "total" numeric(28,8),
  "total__currency" varchar(3) collate "C",
  "payable" numeric(28,8),
  "payable__currency" varchar(3) collate "C",
  "discount" numeric(28,8),
  "approved_discount" numeric(28,8),
  "approved_by" varchar(255) collate "C",
  "sent_at" timestamptz(6),
  "closed_at" timestamptz(6),
  "close_reason" varchar(500) collate "C",
  "history__key" varchar(255) collate "C",
  "number__search" text collate "C",
  "title__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_number_ix" on ${schema}"${prefix}quote" ("tenant", "number", "id");
create index if not exists "${prefix}quote_state_ix" on ${schema}"${prefix}quote" ("tenant", "state", "id");
create index if not exists "${prefix}quote_customer_ix" on ${schema}"${prefix}quote" ("tenant", "customer", "id");
create index if not exists "${prefix}quote_contact_ix" on ${schema}"${prefix}quote" ("tenant", "contact", "id");
create index if not exists "${prefix}quote_opportunity_ix" on ${schema}"${prefix}quote" ("tenant", "opportunity", "id");
create index if not exists "${prefix}quote_owner_ix" on ${schema}"${prefix}quote" ("tenant", "owner", "id");
create index if not exists "${prefix}quote_valid_until_ix" on ${schema}"${prefix}quote" ("tenant", "valid_until", "id");
create index if not exists "${prefix}quote_cf_t1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}quote_cf_t2_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}quote_cf_t3_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}quote_cf_t4_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}quote_cf_t5_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}quote_cf_n1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}quote_cf_n2_ix" on ${schema}"${prefix}quote" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}quote_cf_n3_ix" on ${schema}"${prefix}quote" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}quote_cf_d1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}quote_cf_d2_ix" on ${schema}"${prefix}quote" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}quote_number_revision_uq" on ${schema}"${prefix}quote" ("tenant", "number", "revision", "live");
create index if not exists "${prefix}quote_state_valid_until_ix" on ${schema}"${prefix}quote" ("tenant", "state", "valid_until", "id");

-- quote_group
create table if not exists ${schema}"${prefix}quote_group" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "quote" uuid,
  "position" bigint,
  "title" varchar(200) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_group_quote_ix" on ${schema}"${prefix}quote_group" ("tenant", "quote", "id");
create index if not exists "${prefix}quote_group_cf_t1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}quote_group_cf_t2_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}quote_group_cf_t3_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}quote_group_cf_t4_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}quote_group_cf_t5_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}quote_group_cf_n1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}quote_group_cf_n2_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}quote_group_cf_n3_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}quote_group_cf_d1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}quote_group_cf_d2_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}quote_group_quote_position_ix" on ${schema}"${prefix}quote_group" ("tenant", "quote", "position", "id");

-- quote_line
create table if not exists ${schema}"${prefix}quote_line" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "quote" uuid,
  "position" bigint,
  "line_group" uuid,
  "product" uuid,
  "name" varchar(200) collate "C",
  "description" text collate "C",
  "quantity" numeric(28,8),
  "unit" varchar(255) collate "C",
  "unit_price" numeric(28,8),
  "unit_price__currency" varchar(3) collate "C",
  "discount" numeric(28,8),
  "allowance" numeric(28,8),
  "allowance__currency" varchar(3) collate "C",
  "charge" numeric(28,8),
  "charge__currency" varchar(3) collate "C",
  "tax_category" varchar(255) collate "C",
  "tax_rate" numeric(28,8),
  "net" numeric(28,8),
  "net__currency" varchar(3) collate "C",
  "list_price" numeric(28,8),
  "list_price__currency" varchar(3) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_line_quote_ix" on ${schema}"${prefix}quote_line" ("tenant", "quote", "id");
create index if not exists "${prefix}quote_line_line_group_ix" on ${schema}"${prefix}quote_line" ("tenant", "line_group", "id");
create index if not exists "${prefix}quote_line_product_ix" on ${schema}"${prefix}quote_line" ("tenant", "product", "id");
create index if not exists "${prefix}quote_line_cf_t1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}quote_line_cf_t2_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}quote_line_cf_t3_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}quote_line_cf_t4_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}quote_line_cf_t5_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}quote_line_cf_n1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}quote_line_cf_n2_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}quote_line_cf_n3_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}quote_line_cf_d1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}quote_line_cf_d2_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}quote_line_quote_position_ix" on ${schema}"${prefix}quote_line" ("tenant", "quote", "position", "id");

-- quote_adjustment
create table if not exists ${schema}"${prefix}quote_adjustment" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "quote" uuid,
  "position" bigint,
  "kind" varchar(255) collate "C",
  "reason" varchar(200) collate "C",
  "amount" numeric(28,8),
  "amount__currency" varchar(3) collate "C",
  "tax_category" varchar(255) collate "C",
  "tax_rate" numeric(28,8),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_adjustment_quote_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "quote", "id");
create index if not exists "${prefix}quote_adjustment_cf_t1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}quote_adjustment_cf_t2_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}quote_adjustment_cf_t3_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}quote_adjustment_cf_t4_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}quote_adjustment_cf_t5_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}quote_adjustment_cf_n1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}quote_adjustment_cf_n2_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}quote_adjustment_cf_n3_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}quote_adjustment_cf_d1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}quote_adjustment_cf_d2_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}quote_adjustment_quote_position_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "quote", "position", "id");

-- sales_order
create table if not exists ${schema}"${prefix}sales_order" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "number" varchar(100) collate "C",
  "state" varchar(255) collate "C",
  "customer" uuid,
  "contact" uuid,
  "opportunity" uuid,
  "quote" uuid,
  "in_force" boolean,
  "owner" uuid,
  "customer_reference" varchar(100) collate "C",
  "external_id" varchar(100) collate "C",
  "currency" varchar(3) collate "C",
  "language" varchar(35) collate "C",
  "terms" text collate "C",
  "confirmed_on" date,
  "promised_on" date,
  "promised_at" timestamptz(6),
  "tax_per" varchar(255) collate "C",
  "rounding" varchar(255) collate "C",
  "decimals" bigint,
  "payable_step" numeric(28,8),
  "prepaid" numeric(28,8),
  "prepaid__currency" varchar(3) collate "C",
  "net" numeric(28,8),
  "net__currency" varchar(3) collate "C",
  "tax" numeric(28,8),
  "tax__currency" varchar(3) collate "C",
  "total" numeric(28,8),
  "total__currency" varchar(3) collate "C",
  "moves" bigint,
  "cancel_reason" varchar(500) collate "C",
  "history__key" varchar(255) collate "C",
  "number__search" text collate "C",
  "customer_reference__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}sales_order_state_ix" on ${schema}"${prefix}sales_order" ("tenant", "state", "id");
create index if not exists "${prefix}sales_order_customer_ix" on ${schema}"${prefix}sales_order" ("tenant", "customer", "id");
create index if not exists "${prefix}sales_order_contact_ix" on ${schema}"${prefix}sales_order" ("tenant", "contact", "id");
create index if not exists "${prefix}sales_order_opportunity_ix" on ${schema}"${prefix}sales_order" ("tenant", "opportunity", "id");
create index if not exists "${prefix}sales_order_quote_ix" on ${schema}"${prefix}sales_order" ("tenant", "quote", "id");
create index if not exists "${prefix}sales_order_owner_ix" on ${schema}"${prefix}sales_order" ("tenant", "owner", "id");
create index if not exists "${prefix}sales_order_confirmed_on_ix" on ${schema}"${prefix}sales_order" ("tenant", "confirmed_on", "id");
create index if not exists "${prefix}sales_order_cf_t1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}sales_order_cf_t2_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}sales_order_cf_t3_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}sales_order_cf_t4_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}sales_order_cf_t5_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}sales_order_cf_n1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}sales_order_cf_n2_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}sales_order_cf_n3_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}sales_order_cf_d1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}sales_order_cf_d2_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}sales_order_number_uq" on ${schema}"${prefix}sales_order" ("tenant", "number", "live");
create unique index if not exists "${prefix}sales_order_external_id_uq" on ${schema}"${prefix}sales_order" ("tenant", "external_id", "live");
create unique index if not exists "${prefix}sales_order_one_order_uq" on ${schema}"${prefix}sales_order" ("tenant", "quote", "in_force", "live");
create index if not exists "${prefix}sales_order_customer_confirmed_on_ix" on ${schema}"${prefix}sales_order" ("tenant", "customer", "confirmed_on", "id");

-- order_line
create table if not exists ${schema}"${prefix}order_line" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "position" bigint,
  "product" uuid,
  "name" varchar(200) collate "C",
  "description" text collate "C",
  "quantity" numeric(28,8),
  "unit" varchar(255) collate "C",
  "unit_price" numeric(28,8),
  "unit_price__currency" varchar(3) collate "C",
  "discount" numeric(28,8),
  "allowance" numeric(28,8),
  "allowance__currency" varchar(3) collate "C",
  "charge" numeric(28,8),
  "charge__currency" varchar(3) collate "C",
  "tax_category" varchar(255) collate "C",
  "tax_rate" numeric(28,8),
  "net" numeric(28,8),
  "net__currency" varchar(3) collate "C",
  "promised_on" date,
  "open_quantity" numeric(28,8),
  "shipped" numeric(28,8),
  "cancelled" numeric(28,8),
  "returned" numeric(28,8),
  "open_amount" numeric(28,8),
  "open_amount__currency" varchar(3) collate "C",
  "shipped_amount" numeric(28,8),
  "shipped_amount__currency" varchar(3) collate "C",
  "cancelled_amount" numeric(28,8),
  "cancelled_amount__currency" varchar(3) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_line_sales_order_ix" on ${schema}"${prefix}order_line" ("tenant", "sales_order", "id");
create index if not exists "${prefix}order_line_product_ix" on ${schema}"${prefix}order_line" ("tenant", "product", "id");
create index if not exists "${prefix}order_line_cf_t1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}order_line_cf_t2_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}order_line_cf_t3_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}order_line_cf_t4_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}order_line_cf_t5_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}order_line_cf_n1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}order_line_cf_n2_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}order_line_cf_n3_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}order_line_cf_d1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}order_line_cf_d2_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}order_line_order_position_uq" on ${schema}"${prefix}order_line" ("tenant", "sales_order", "position", "live");
create index if not exists "${prefix}order_line_sales_order_position_ix" on ${schema}"${prefix}order_line" ("tenant", "sales_order", "position", "id");

-- order_adjustment
create table if not exists ${schema}"${prefix}order_adjustment" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "kind" varchar(255) collate "C",
  "reason" varchar(200) collate "C",
  "amount" numeric(28,8),
  "amount__currency" varchar(3) collate "C",
  "tax_category" varchar(255) collate "C",
  "tax_rate" numeric(28,8),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_adjustment_sales_order_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "sales_order", "id");
create index if not exists "${prefix}order_adjustment_cf_t1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}order_adjustment_cf_t2_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}order_adjustment_cf_t3_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}order_adjustment_cf_t4_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}order_adjustment_cf_t5_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}order_adjustment_cf_n1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}order_adjustment_cf_n2_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}order_adjustment_cf_n3_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}order_adjustment_cf_d1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}order_adjustment_cf_d2_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- shipment
create table if not exists ${schema}"${prefix}shipment" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "number" bigint,
  "shipped_at" timestamptz(6),
  "carrier" varchar(100) collate "C",
  "tracking_number" varchar(100) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shipment_sales_order_ix" on ${schema}"${prefix}shipment" ("tenant", "sales_order", "id");
create index if not exists "${prefix}shipment_tracking_number_ix" on ${schema}"${prefix}shipment" ("tenant", "tracking_number", "id");
create index if not exists "${prefix}shipment_cf_t1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}shipment_cf_t2_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}shipment_cf_t3_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}shipment_cf_t4_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}shipment_cf_t5_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}shipment_cf_n1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}shipment_cf_n2_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}shipment_cf_n3_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}shipment_cf_d1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}shipment_cf_d2_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}shipment_sales_order_shipped_at_ix" on ${schema}"${prefix}shipment" ("tenant", "sales_order", "shipped_at", "id");

-- shipment_line
create table if not exists ${schema}"${prefix}shipment_line" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "shipment" uuid,
  "order_line" uuid,
  "quantity" numeric(28,8),
  "amount" numeric(28,8),
  "amount__currency" varchar(3) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shipment_line_sales_order_ix" on ${schema}"${prefix}shipment_line" ("tenant", "sales_order", "id");
create index if not exists "${prefix}shipment_line_shipment_ix" on ${schema}"${prefix}shipment_line" ("tenant", "shipment", "id");
create index if not exists "${prefix}shipment_line_order_line_ix" on ${schema}"${prefix}shipment_line" ("tenant", "order_line", "id");

-- order_return
create table if not exists ${schema}"${prefix}order_return" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "order_line" uuid,
  "quantity" numeric(28,8),
  "at" timestamptz(6),
  "reason" varchar(500) collate "C",
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_return_sales_order_ix" on ${schema}"${prefix}order_return" ("tenant", "sales_order", "id");
create index if not exists "${prefix}order_return_order_line_ix" on ${schema}"${prefix}order_return" ("tenant", "order_line", "id");

-- order_update
create table if not exists ${schema}"${prefix}order_update" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "sales_order" uuid,
  "update_key" varchar(200) collate "C",
  "kind" varchar(255) collate "C",
  "at" timestamptz(6),
  "items" text collate "C",
  "promised_on" date,
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_update_sales_order_ix" on ${schema}"${prefix}order_update" ("tenant", "sales_order", "id");
create unique index if not exists "${prefix}order_update_update_key_uq" on ${schema}"${prefix}order_update" ("tenant", "update_key", "live");

-- service_level
create table if not exists ${schema}"${prefix}service_level" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "name" varchar(200) collate "C",
  "position" bigint,
  "condition" text collate "C",
  "calendar" uuid,
  "paused_in" text collate "C",
  "active" boolean,
  "revision" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_level_calendar_ix" on ${schema}"${prefix}service_level" ("tenant", "calendar", "id");
create index if not exists "${prefix}service_level_cf_t1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}service_level_cf_t2_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}service_level_cf_t3_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}service_level_cf_t4_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}service_level_cf_t5_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}service_level_cf_n1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}service_level_cf_n2_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}service_level_cf_n3_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}service_level_cf_d1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}service_level_cf_d2_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}service_level_code_uq" on ${schema}"${prefix}service_level" ("tenant", "code", "live");

-- service_target
create table if not exists ${schema}"${prefix}service_target" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "level" uuid,
  "priority" varchar(255) collate "C",
  "response_minutes" bigint,
  "resolution_minutes" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_target_level_ix" on ${schema}"${prefix}service_target" ("tenant", "level", "id");
create index if not exists "${prefix}service_target_cf_t1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}service_target_cf_t2_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}service_target_cf_t3_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}service_target_cf_t4_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}service_target_cf_t5_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}service_target_cf_n1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}service_target_cf_n2_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}service_target_cf_n3_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}service_target_cf_d1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}service_target_cf_d2_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}service_target_level_priority_uq" on ${schema}"${prefix}service_target" ("tenant", "level", "priority", "live");

-- case_queue
create table if not exists ${schema}"${prefix}case_queue" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "code" varchar(50) collate "C",
  "name" varchar(200) collate "C",
  "strategy" varchar(255) collate "C",
  "reopen_days" bigint,
  "last_turn" uuid,
  "turns" bigint,
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_queue_last_turn_ix" on ${schema}"${prefix}case_queue" ("tenant", "last_turn", "id");
create index if not exists "${prefix}case_queue_cf_t1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}case_queue_cf_t2_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}case_queue_cf_t3_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}case_queue_cf_t4_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}case_queue_cf_t5_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}case_queue_cf_n1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}case_queue_cf_n2_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}case_queue_cf_n3_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}case_queue_cf_d1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}case_queue_cf_d2_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}case_queue_code_uq" on ${schema}"${prefix}case_queue" ("tenant", "code", "live");

-- escalation_rung
create table if not exists ${schema}"${prefix}escalation_rung" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "level" uuid,
  "target" varchar(255) collate "C",
  "percent" bigint,
  "notify" uuid,
  "assign_to" uuid,
  "transfer_to" uuid,
  "raise" boolean,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}escalation_rung_level_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "level", "id");
create index if not exists "${prefix}escalation_rung_notify_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "notify", "id");
create index if not exists "${prefix}escalation_rung_assign_to_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "assign_to", "id");
create index if not exists "${prefix}escalation_rung_transfer_to_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "transfer_to", "id");
create index if not exists "${prefix}escalation_rung_cf_t1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}escalation_rung_cf_t2_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}escalation_rung_cf_t3_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}escalation_rung_cf_t4_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}escalation_rung_cf_t5_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}escalation_rung_cf_n1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}escalation_rung_cf_n2_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}escalation_rung_cf_n3_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}escalation_rung_cf_d1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}escalation_rung_cf_d2_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}escalation_rung_rung_uq" on ${schema}"${prefix}escalation_rung" ("tenant", "level", "target", "percent", "live");

-- queue_member
create table if not exists ${schema}"${prefix}queue_member" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "queue" uuid,
  "user" uuid,
  "skills" text collate "C",
  "capacity" bigint,
  "away_since" date,
  "away_until" date,
  "dispatched" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}queue_member_queue_ix" on ${schema}"${prefix}queue_member" ("tenant", "queue", "id");
create index if not exists "${prefix}queue_member_user_ix" on ${schema}"${prefix}queue_member" ("tenant", "user", "id");
create index if not exists "${prefix}queue_member_cf_t1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}queue_member_cf_t2_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}queue_member_cf_t3_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}queue_member_cf_t4_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}queue_member_cf_t5_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}queue_member_cf_n1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}queue_member_cf_n2_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}queue_member_cf_n3_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}queue_member_cf_d1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}queue_member_cf_d2_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}queue_member_queue_user_uq" on ${schema}"${prefix}queue_member" ("tenant", "queue", "user", "live");

-- service_case
create table if not exists ${schema}"${prefix}service_case" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "number" varchar(50) collate "C",
  "subject" varchar(300) collate "C",
  "description" text collate "C",
  "customer" uuid,
  "contact" uuid,
  "sender" varchar(320) collate "C",
  "channel" varchar(255) collate "C",
  "kind" varchar(255) collate "C",
  "priority" varchar(255) collate "C",
  "severity" varchar(255) collate "C",
  "product" uuid,
  "opportunity" uuid,
  "skills" text collate "C",
  "tags" text collate "C",
  "external_id" varchar(100) collate "C",
  "thread_key" varchar(255) collate "C",
  "queue" uuid,
  "owner" uuid,
  "state" varchar(255) collate "C",
  "opened_at" timestamptz(6),
  "due_at" timestamptz(6),
  "responded_at" timestamptz(6),
  "resolved_at" timestamptz(6),
  "closed_at" timestamptz(6),
  "resolution" text collate "C",
  "reopened" bigint,
  "merged_into" uuid,
  "service_level" uuid,
  "level_basis" varchar(50) collate "C",
  "response_due" timestamptz(6),
  "resolution_due" timestamptz(6),
  "response_met" boolean,
  "resolution_met" boolean,
  "paused_seconds" bigint,
  "escalates_at" timestamptz(6),
  "history__key" varchar(255) collate "C",
  "number__search" text collate "C",
  "subject__search" text collate "C",
  "description__search" text collate "C",
  "sender__search" text collate "C",
  "resolution__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_case_customer_ix" on ${schema}"${prefix}service_case" ("tenant", "customer", "id");
create index if not exists "${prefix}service_case_contact_ix" on ${schema}"${prefix}service_case" ("tenant", "contact", "id");
create index if not exists "${prefix}service_case_sender_ix" on ${schema}"${prefix}service_case" ("tenant", "sender", "id");
create index if not exists "${prefix}service_case_kind_ix" on ${schema}"${prefix}service_case" ("tenant", "kind", "id");
create index if not exists "${prefix}service_case_priority_ix" on ${schema}"${prefix}service_case" ("tenant", "priority", "id");
create index if not exists "${prefix}service_case_product_ix" on ${schema}"${prefix}service_case" ("tenant", "product", "id");
create index if not exists "${prefix}service_case_opportunity_ix" on ${schema}"${prefix}service_case" ("tenant", "opportunity", "id");
create index if not exists "${prefix}service_case_thread_key_ix" on ${schema}"${prefix}service_case" ("tenant", "thread_key", "id");
create index if not exists "${prefix}service_case_queue_ix" on ${schema}"${prefix}service_case" ("tenant", "queue", "id");
create index if not exists "${prefix}service_case_owner_ix" on ${schema}"${prefix}service_case" ("tenant", "owner", "id");
create index if not exists "${prefix}service_case_state_ix" on ${schema}"${prefix}service_case" ("tenant", "state", "id");
create index if not exists "${prefix}service_case_opened_at_ix" on ${schema}"${prefix}service_case" ("tenant", "opened_at", "id");
create index if not exists "${prefix}service_case_due_at_ix" on ${schema}"${prefix}service_case" ("tenant", "due_at", "id");
create index if not exists "${prefix}service_case_resolved_at_ix" on ${schema}"${prefix}service_case" ("tenant", "resolved_at", "id");
create index if not exists "${prefix}service_case_merged_into_ix" on ${schema}"${prefix}service_case" ("tenant", "merged_into", "id");
create index if not exists "${prefix}service_case_service_level_ix" on ${schema}"${prefix}service_case" ("tenant", "service_level", "id");
create index if not exists "${prefix}service_case_level_basis_ix" on ${schema}"${prefix}service_case" ("tenant", "level_basis", "id");
create index if not exists "${prefix}service_case_response_due_ix" on ${schema}"${prefix}service_case" ("tenant", "response_due", "id");
create index if not exists "${prefix}service_case_resolution_due_ix" on ${schema}"${prefix}service_case" ("tenant", "resolution_due", "id");
create index if not exists "${prefix}service_case_escalates_at_ix" on ${schema}"${prefix}service_case" ("tenant", "escalates_at", "id");
create index if not exists "${prefix}service_case_cf_t1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}service_case_cf_t2_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}service_case_cf_t3_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}service_case_cf_t4_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}service_case_cf_t5_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}service_case_cf_n1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}service_case_cf_n2_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}service_case_cf_n3_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}service_case_cf_d1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}service_case_cf_d2_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}service_case_number_uq" on ${schema}"${prefix}service_case" ("tenant", "number", "live");
create unique index if not exists "${prefix}service_case_external_id_uq" on ${schema}"${prefix}service_case" ("tenant", "external_id", "live");
create index if not exists "${prefix}service_case_queue_opened_at_ix" on ${schema}"${prefix}service_case" ("tenant", "queue", "opened_at", "id");
create index if not exists "${prefix}service_case_owner_state_ix" on ${schema}"${prefix}service_case" ("tenant", "owner", "state", "id");

-- case_step
create table if not exists ${schema}"${prefix}case_step" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "service_case" uuid,
  "origin" uuid,
  "kind" varchar(255) collate "C",
  "internal" boolean,
  "at" timestamptz(6),
  "text" text collate "C",
  "reason" varchar(50) collate "C",
  "figures" text collate "C",
  "from_state" varchar(255) collate "C",
  "to_state" varchar(255) collate "C",
  "assignee" uuid,
  "queue" uuid,
  "due_at" timestamptz(6),
  "history__key" varchar(255) collate "C",
  "text__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_step_service_case_ix" on ${schema}"${prefix}case_step" ("tenant", "service_case", "id");
create index if not exists "${prefix}case_step_origin_ix" on ${schema}"${prefix}case_step" ("tenant", "origin", "id");
create index if not exists "${prefix}case_step_at_ix" on ${schema}"${prefix}case_step" ("tenant", "at", "id");
create index if not exists "${prefix}case_step_assignee_ix" on ${schema}"${prefix}case_step" ("tenant", "assignee", "id");
create index if not exists "${prefix}case_step_queue_ix" on ${schema}"${prefix}case_step" ("tenant", "queue", "id");
create index if not exists "${prefix}case_step_cf_t1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}case_step_cf_t2_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}case_step_cf_t3_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}case_step_cf_t4_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}case_step_cf_t5_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}case_step_cf_n1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}case_step_cf_n2_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}case_step_cf_n3_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}case_step_cf_d1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}case_step_cf_d2_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create index if not exists "${prefix}case_step_service_case_at_ix" on ${schema}"${prefix}case_step" ("tenant", "service_case", "at", "id");

-- case_link
create table if not exists ${schema}"${prefix}case_link" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "service_case" uuid,
  "other" uuid,
  "kind" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_link_service_case_ix" on ${schema}"${prefix}case_link" ("tenant", "service_case", "id");
create index if not exists "${prefix}case_link_other_ix" on ${schema}"${prefix}case_link" ("tenant", "other", "id");
create index if not exists "${prefix}case_link_cf_t1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}case_link_cf_t2_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}case_link_cf_t3_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}case_link_cf_t4_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}case_link_cf_t5_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}case_link_cf_n1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}case_link_cf_n2_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}case_link_cf_n3_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}case_link_cf_d1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}case_link_cf_d2_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}case_link_pair_uq" on ${schema}"${prefix}case_link" ("tenant", "service_case", "other", "kind", "live");

-- case_collaborator
create table if not exists ${schema}"${prefix}case_collaborator" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "service_case" uuid,
  "user" uuid,
  "task" varchar(200) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_collaborator_service_case_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "service_case", "id");
create index if not exists "${prefix}case_collaborator_user_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "user", "id");
create index if not exists "${prefix}case_collaborator_cf_t1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}case_collaborator_cf_t2_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}case_collaborator_cf_t3_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}case_collaborator_cf_t4_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}case_collaborator_cf_t5_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}case_collaborator_cf_n1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}case_collaborator_cf_n2_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}case_collaborator_cf_n3_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}case_collaborator_cf_d1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}case_collaborator_cf_d2_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}case_collaborator_case_user_uq" on ${schema}"${prefix}case_collaborator" ("tenant", "service_case", "user", "live");

-- case_message
create table if not exists ${schema}"${prefix}case_message" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "channel" varchar(50) collate "C",
  "message_id" varchar(200) collate "C",
  "service_case" uuid,
  "step" uuid,
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_message_service_case_ix" on ${schema}"${prefix}case_message" ("tenant", "service_case", "id");
create index if not exists "${prefix}case_message_step_ix" on ${schema}"${prefix}case_message" ("tenant", "step", "id");
create unique index if not exists "${prefix}case_message_message_uq" on ${schema}"${prefix}case_message" ("tenant", "channel", "message_id", "live");

-- escalation
create table if not exists ${schema}"${prefix}escalation" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "service_case" uuid,
  "target" varchar(255) collate "C",
  "percent" bigint,
  "due_at" timestamptz(6),
  "at" timestamptz(6),
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create index if not exists "${prefix}escalation_service_case_ix" on ${schema}"${prefix}escalation" ("tenant", "service_case", "id");
create index if not exists "${prefix}escalation_at_ix" on ${schema}"${prefix}escalation" ("tenant", "at", "id");
create unique index if not exists "${prefix}escalation_once_uq" on ${schema}"${prefix}escalation" ("tenant", "service_case", "target", "percent", "live");

-- saved_view
create table if not exists ${schema}"${prefix}saved_view" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(200) collate "C",
  "record_type" varchar(48) collate "C",
  "condition" text collate "C",
  "sort" varchar(1000) collate "C",
  "columns" text collate "C",
  "shared" boolean,
  "tags" text collate "C",
  "history__key" varchar(255) collate "C",
  "name__search" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}saved_view_record_type_ix" on ${schema}"${prefix}saved_view" ("tenant", "record_type", "id");
create index if not exists "${prefix}saved_view_cf_t1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}saved_view_cf_t2_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}saved_view_cf_t3_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}saved_view_cf_t4_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}saved_view_cf_t5_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}saved_view_cf_n1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}saved_view_cf_n2_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}saved_view_cf_n3_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}saved_view_cf_d1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}saved_view_cf_d2_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_d2", "id") where "cf_d2" is not null;

-- form_layout
create table if not exists ${schema}"${prefix}form_layout" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "record_type" varchar(48) collate "C",
  "sections" text collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}form_layout_cf_t1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}form_layout_cf_t2_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}form_layout_cf_t3_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}form_layout_cf_t4_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}form_layout_cf_t5_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}form_layout_cf_n1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}form_layout_cf_n2_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}form_layout_cf_n3_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}form_layout_cf_d1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}form_layout_cf_d2_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}form_layout_record_type_uq" on ${schema}"${prefix}form_layout" ("tenant", "record_type", "live");

-- registered_tenant
create table if not exists ${schema}"${prefix}registered_tenant" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "name" varchar(64) collate "C",
  "state" varchar(255) collate "C",
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}registered_tenant_cf_t1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t1", "id") where "cf_t1" is not null;
create index if not exists "${prefix}registered_tenant_cf_t2_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t2", "id") where "cf_t2" is not null;
create index if not exists "${prefix}registered_tenant_cf_t3_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t3", "id") where "cf_t3" is not null;
create index if not exists "${prefix}registered_tenant_cf_t4_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t4", "id") where "cf_t4" is not null;
create index if not exists "${prefix}registered_tenant_cf_t5_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t5", "id") where "cf_t5" is not null;
create index if not exists "${prefix}registered_tenant_cf_n1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_n1", "id") where "cf_n1" is not null;
create index if not exists "${prefix}registered_tenant_cf_n2_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_n2", "id") where "cf_n2" is not null;
create index if not exists "${prefix}registered_tenant_cf_n3_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_n3", "id") where "cf_n3" is not null;
create index if not exists "${prefix}registered_tenant_cf_d1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_d1", "id") where "cf_d1" is not null;
create index if not exists "${prefix}registered_tenant_cf_d2_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_d2", "id") where "cf_d2" is not null;
create unique index if not exists "${prefix}registered_tenant_name_uq" on ${schema}"${prefix}registered_tenant" ("tenant", "name", "live");

-- data_key
create table if not exists ${schema}"${prefix}data_key" (
  "tenant" varchar(64) collate "C" not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamptz(6),
  "created_by" varchar(255) collate "C",
  "updated_at" timestamptz(6),
  "updated_by" varchar(255) collate "C",
  "deleted_at" timestamptz(6),
  "number" bigint,
  "wrapped" text collate "C",
  "used_from" timestamptz(6),
  "live" boolean,
  "cf" jsonb,
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}data_key_number_uq" on ${schema}"${prefix}data_key" ("tenant", "number", "live");

-- References, which may lead in circles.
alter table ${schema}"${prefix}org_unit"
  drop constraint if exists "${prefix}org_unit_parent_fk", add constraint "${prefix}org_unit_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}org_unit" ("tenant", "id"),
  drop constraint if exists "${prefix}org_unit_manager_fk", add constraint "${prefix}org_unit_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}user"
  drop constraint if exists "${prefix}user_unit_fk", add constraint "${prefix}user_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id"),
  drop constraint if exists "${prefix}user_manager_fk", add constraint "${prefix}user_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}user_successor_fk", add constraint "${prefix}user_successor_fk" foreign key ("tenant", "successor") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}placement"
  drop constraint if exists "${prefix}placement_unit_fk", add constraint "${prefix}placement_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id"),
  drop constraint if exists "${prefix}placement_parent_fk", add constraint "${prefix}placement_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}membership"
  drop constraint if exists "${prefix}membership_user_fk", add constraint "${prefix}membership_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}membership_unit_fk", add constraint "${prefix}membership_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}reporting_line"
  drop constraint if exists "${prefix}reporting_line_user_fk", add constraint "${prefix}reporting_line_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}reporting_line_manager_fk", add constraint "${prefix}reporting_line_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}team"
  drop constraint if exists "${prefix}team_leader_fk", add constraint "${prefix}team_leader_fk" foreign key ("tenant", "leader") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}team_unit_fk", add constraint "${prefix}team_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}team_member"
  drop constraint if exists "${prefix}team_member_team_fk", add constraint "${prefix}team_member_team_fk" foreign key ("tenant", "team") references ${schema}"${prefix}team" ("tenant", "id"),
  drop constraint if exists "${prefix}team_member_user_fk", add constraint "${prefix}team_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}territory"
  drop constraint if exists "${prefix}territory_parent_fk", add constraint "${prefix}territory_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}territory" ("tenant", "id"),
  drop constraint if exists "${prefix}territory_manager_fk", add constraint "${prefix}territory_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}territory_member"
  drop constraint if exists "${prefix}territory_member_territory_fk", add constraint "${prefix}territory_member_territory_fk" foreign key ("tenant", "territory") references ${schema}"${prefix}territory" ("tenant", "id"),
  drop constraint if exists "${prefix}territory_member_user_fk", add constraint "${prefix}territory_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}deputy"
  drop constraint if exists "${prefix}deputy_user_fk", add constraint "${prefix}deputy_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}deputy_deputy_fk", add constraint "${prefix}deputy_deputy_fk" foreign key ("tenant", "deputy") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}role_inclusion"
  drop constraint if exists "${prefix}role_inclusion_role_fk", add constraint "${prefix}role_inclusion_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id"),
  drop constraint if exists "${prefix}role_inclusion_includes_fk", add constraint "${prefix}role_inclusion_includes_fk" foreign key ("tenant", "includes") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}grant"
  drop constraint if exists "${prefix}grant_role_fk", add constraint "${prefix}grant_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}field_rule"
  drop constraint if exists "${prefix}field_rule_role_fk", add constraint "${prefix}field_rule_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}role_assignment"
  drop constraint if exists "${prefix}role_assignment_user_fk", add constraint "${prefix}role_assignment_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}role_assignment_role_fk", add constraint "${prefix}role_assignment_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}share"
  drop constraint if exists "${prefix}share_with_user_fk", add constraint "${prefix}share_with_user_fk" foreign key ("tenant", "with_user") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}share_with_unit_fk", add constraint "${prefix}share_with_unit_fk" foreign key ("tenant", "with_unit") references ${schema}"${prefix}org_unit" ("tenant", "id"),
  drop constraint if exists "${prefix}share_with_team_fk", add constraint "${prefix}share_with_team_fk" foreign key ("tenant", "with_team") references ${schema}"${prefix}team" ("tenant", "id");
alter table ${schema}"${prefix}number_counter"
  drop constraint if exists "${prefix}number_counter_series_fk", add constraint "${prefix}number_counter_series_fk" foreign key ("tenant", "series") references ${schema}"${prefix}number_series" ("tenant", "id");
alter table ${schema}"${prefix}shift"
  drop constraint if exists "${prefix}shift_calendar_fk", add constraint "${prefix}shift_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}holiday"
  drop constraint if exists "${prefix}holiday_calendar_fk", add constraint "${prefix}holiday_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  drop constraint if exists "${prefix}customer_owner_fk", add constraint "${prefix}customer_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}customer_territory_fk", add constraint "${prefix}customer_territory_fk" foreign key ("tenant", "territory") references ${schema}"${prefix}territory" ("tenant", "id"),
  drop constraint if exists "${prefix}customer_parent_fk", add constraint "${prefix}customer_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact"
  drop constraint if exists "${prefix}contact_customer_fk", add constraint "${prefix}contact_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}contact_owner_fk", add constraint "${prefix}contact_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}contact_role"
  drop constraint if exists "${prefix}contact_role_contact_fk", add constraint "${prefix}contact_role_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}contact_role_customer_fk", add constraint "${prefix}contact_role_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact_point"
  drop constraint if exists "${prefix}contact_point_customer_fk", add constraint "${prefix}contact_point_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}contact_point_contact_fk", add constraint "${prefix}contact_point_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}classification"
  drop constraint if exists "${prefix}classification_customer_fk", add constraint "${prefix}classification_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}customer_relation"
  drop constraint if exists "${prefix}customer_relation_from_customer_fk", add constraint "${prefix}customer_relation_from_customer_fk" foreign key ("tenant", "from_customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}customer_relation_to_customer_fk", add constraint "${prefix}customer_relation_to_customer_fk" foreign key ("tenant", "to_customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}position"
  drop constraint if exists "${prefix}position_contact_fk", add constraint "${prefix}position_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}position_customer_fk", add constraint "${prefix}position_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}position_reports_to_fk", add constraint "${prefix}position_reports_to_fk" foreign key ("tenant", "reports_to") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}product_category"
  drop constraint if exists "${prefix}product_category_parent_fk", add constraint "${prefix}product_category_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}product_category" ("tenant", "id");
alter table ${schema}"${prefix}product"
  drop constraint if exists "${prefix}product_category_fk", add constraint "${prefix}product_category_fk" foreign key ("tenant", "category") references ${schema}"${prefix}product_category" ("tenant", "id"),
  drop constraint if exists "${prefix}product_successor_fk", add constraint "${prefix}product_successor_fk" foreign key ("tenant", "successor") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}unit_conversion"
  drop constraint if exists "${prefix}unit_conversion_product_fk", add constraint "${prefix}unit_conversion_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}price_list"
  drop constraint if exists "${prefix}price_list_customer_fk", add constraint "${prefix}price_list_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}price_list_item"
  drop constraint if exists "${prefix}price_list_item_list_fk", add constraint "${prefix}price_list_item_list_fk" foreign key ("tenant", "list") references ${schema}"${prefix}price_list" ("tenant", "id"),
  drop constraint if exists "${prefix}price_list_item_product_fk", add constraint "${prefix}price_list_item_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id"),
  drop constraint if exists "${prefix}price_list_item_category_fk", add constraint "${prefix}price_list_item_category_fk" foreign key ("tenant", "category") references ${schema}"${prefix}product_category" ("tenant", "id");
alter table ${schema}"${prefix}attachment"
  drop constraint if exists "${prefix}attachment_customer_fk", add constraint "${prefix}attachment_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}interaction"
  drop constraint if exists "${prefix}interaction_customer_fk", add constraint "${prefix}interaction_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}interaction_owner_fk", add constraint "${prefix}interaction_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}interaction_party"
  drop constraint if exists "${prefix}interaction_party_interaction_fk", add constraint "${prefix}interaction_party_interaction_fk" foreign key ("tenant", "interaction") references ${schema}"${prefix}interaction" ("tenant", "id"),
  drop constraint if exists "${prefix}interaction_party_contact_fk", add constraint "${prefix}interaction_party_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}task"
  drop constraint if exists "${prefix}task_customer_fk", add constraint "${prefix}task_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}task_owner_fk", add constraint "${prefix}task_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}stage"
  drop constraint if exists "${prefix}stage_pipeline_fk", add constraint "${prefix}stage_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  drop constraint if exists "${prefix}opportunity_customer_fk", add constraint "${prefix}opportunity_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_contact_fk", add constraint "${prefix}opportunity_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_product_fk", add constraint "${prefix}opportunity_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_owner_fk", add constraint "${prefix}opportunity_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_pipeline_fk", add constraint "${prefix}opportunity_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}stage_change"
  drop constraint if exists "${prefix}stage_change_opportunity_fk", add constraint "${prefix}stage_change_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}stage_change_pipeline_fk", add constraint "${prefix}stage_change_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}deal_role"
  drop constraint if exists "${prefix}deal_role_opportunity_fk", add constraint "${prefix}deal_role_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}deal_role_contact_fk", add constraint "${prefix}deal_role_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}opportunity_change"
  drop constraint if exists "${prefix}opportunity_change_opportunity_fk", add constraint "${prefix}opportunity_change_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_change_owner_before_fk", add constraint "${prefix}opportunity_change_owner_before_fk" foreign key ("tenant", "owner_before") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}opportunity_change_owner_after_fk", add constraint "${prefix}opportunity_change_owner_after_fk" foreign key ("tenant", "owner_after") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}playbook_mark"
  drop constraint if exists "${prefix}playbook_mark_opportunity_fk", add constraint "${prefix}playbook_mark_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}playbook_mark_item_fk", add constraint "${prefix}playbook_mark_item_fk" foreign key ("tenant", "item") references ${schema}"${prefix}playbook_item" ("tenant", "id");
alter table ${schema}"${prefix}quote"
  drop constraint if exists "${prefix}quote_customer_fk", add constraint "${prefix}quote_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}quote_contact_fk", add constraint "${prefix}quote_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}quote_opportunity_fk", add constraint "${prefix}quote_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}quote_owner_fk", add constraint "${prefix}quote_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}quote_group"
  drop constraint if exists "${prefix}quote_group_quote_fk", add constraint "${prefix}quote_group_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}quote_line"
  drop constraint if exists "${prefix}quote_line_quote_fk", add constraint "${prefix}quote_line_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id"),
  drop constraint if exists "${prefix}quote_line_line_group_fk", add constraint "${prefix}quote_line_line_group_fk" foreign key ("tenant", "line_group") references ${schema}"${prefix}quote_group" ("tenant", "id"),
  drop constraint if exists "${prefix}quote_line_product_fk", add constraint "${prefix}quote_line_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}quote_adjustment"
  drop constraint if exists "${prefix}quote_adjustment_quote_fk", add constraint "${prefix}quote_adjustment_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  drop constraint if exists "${prefix}sales_order_customer_fk", add constraint "${prefix}sales_order_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}sales_order_contact_fk", add constraint "${prefix}sales_order_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}sales_order_opportunity_fk", add constraint "${prefix}sales_order_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}sales_order_quote_fk", add constraint "${prefix}sales_order_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id"),
  drop constraint if exists "${prefix}sales_order_owner_fk", add constraint "${prefix}sales_order_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}order_line"
  drop constraint if exists "${prefix}order_line_sales_order_fk", add constraint "${prefix}order_line_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id"),
  drop constraint if exists "${prefix}order_line_product_fk", add constraint "${prefix}order_line_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}order_adjustment"
  drop constraint if exists "${prefix}order_adjustment_sales_order_fk", add constraint "${prefix}order_adjustment_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}shipment"
  drop constraint if exists "${prefix}shipment_sales_order_fk", add constraint "${prefix}shipment_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}shipment_line"
  drop constraint if exists "${prefix}shipment_line_sales_order_fk", add constraint "${prefix}shipment_line_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id"),
  drop constraint if exists "${prefix}shipment_line_shipment_fk", add constraint "${prefix}shipment_line_shipment_fk" foreign key ("tenant", "shipment") references ${schema}"${prefix}shipment" ("tenant", "id"),
  drop constraint if exists "${prefix}shipment_line_order_line_fk", add constraint "${prefix}shipment_line_order_line_fk" foreign key ("tenant", "order_line") references ${schema}"${prefix}order_line" ("tenant", "id");
alter table ${schema}"${prefix}order_return"
  drop constraint if exists "${prefix}order_return_sales_order_fk", add constraint "${prefix}order_return_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id"),
  drop constraint if exists "${prefix}order_return_order_line_fk", add constraint "${prefix}order_return_order_line_fk" foreign key ("tenant", "order_line") references ${schema}"${prefix}order_line" ("tenant", "id");
alter table ${schema}"${prefix}order_update"
  drop constraint if exists "${prefix}order_update_sales_order_fk", add constraint "${prefix}order_update_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}service_level"
  drop constraint if exists "${prefix}service_level_calendar_fk", add constraint "${prefix}service_level_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}service_target"
  drop constraint if exists "${prefix}service_target_level_fk", add constraint "${prefix}service_target_level_fk" foreign key ("tenant", "level") references ${schema}"${prefix}service_level" ("tenant", "id");
alter table ${schema}"${prefix}case_queue"
  drop constraint if exists "${prefix}case_queue_last_turn_fk", add constraint "${prefix}case_queue_last_turn_fk" foreign key ("tenant", "last_turn") references ${schema}"${prefix}queue_member" ("tenant", "id");
alter table ${schema}"${prefix}escalation_rung"
  drop constraint if exists "${prefix}escalation_rung_level_fk", add constraint "${prefix}escalation_rung_level_fk" foreign key ("tenant", "level") references ${schema}"${prefix}service_level" ("tenant", "id"),
  drop constraint if exists "${prefix}escalation_rung_notify_fk", add constraint "${prefix}escalation_rung_notify_fk" foreign key ("tenant", "notify") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}escalation_rung_assign_to_fk", add constraint "${prefix}escalation_rung_assign_to_fk" foreign key ("tenant", "assign_to") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}escalation_rung_transfer_to_fk", add constraint "${prefix}escalation_rung_transfer_to_fk" foreign key ("tenant", "transfer_to") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}queue_member"
  drop constraint if exists "${prefix}queue_member_queue_fk", add constraint "${prefix}queue_member_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id"),
  drop constraint if exists "${prefix}queue_member_user_fk", add constraint "${prefix}queue_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  drop constraint if exists "${prefix}service_case_customer_fk", add constraint "${prefix}service_case_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_contact_fk", add constraint "${prefix}service_case_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_product_fk", add constraint "${prefix}service_case_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_opportunity_fk", add constraint "${prefix}service_case_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_queue_fk", add constraint "${prefix}service_case_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_owner_fk", add constraint "${prefix}service_case_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_merged_into_fk", add constraint "${prefix}service_case_merged_into_fk" foreign key ("tenant", "merged_into") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}service_case_service_level_fk", add constraint "${prefix}service_case_service_level_fk" foreign key ("tenant", "service_level") references ${schema}"${prefix}service_level" ("tenant", "id");
alter table ${schema}"${prefix}case_step"
  drop constraint if exists "${prefix}case_step_service_case_fk", add constraint "${prefix}case_step_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}case_step_origin_fk", add constraint "${prefix}case_step_origin_fk" foreign key ("tenant", "origin") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}case_step_assignee_fk", add constraint "${prefix}case_step_assignee_fk" foreign key ("tenant", "assignee") references ${schema}"${prefix}user" ("tenant", "id"),
  drop constraint if exists "${prefix}case_step_queue_fk", add constraint "${prefix}case_step_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}case_link"
  drop constraint if exists "${prefix}case_link_service_case_fk", add constraint "${prefix}case_link_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}case_link_other_fk", add constraint "${prefix}case_link_other_fk" foreign key ("tenant", "other") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_collaborator"
  drop constraint if exists "${prefix}case_collaborator_service_case_fk", add constraint "${prefix}case_collaborator_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}case_collaborator_user_fk", add constraint "${prefix}case_collaborator_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}case_message"
  drop constraint if exists "${prefix}case_message_service_case_fk", add constraint "${prefix}case_message_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id"),
  drop constraint if exists "${prefix}case_message_step_fk", add constraint "${prefix}case_message_step_fk" foreign key ("tenant", "step") references ${schema}"${prefix}case_step" ("tenant", "id");
alter table ${schema}"${prefix}escalation"
  drop constraint if exists "${prefix}escalation_service_case_fk", add constraint "${prefix}escalation_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");

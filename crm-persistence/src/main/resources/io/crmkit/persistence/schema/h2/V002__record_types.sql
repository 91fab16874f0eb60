-- The record types of the library, on H2.
-- ${prefix} is what the names of all tables begin with, ${schema} the schema with a dot, or nothing.
-- Every statement can be run again. Made from the definitions; once released, it is not changed any more.
-- So that short texts stay in their rows: set max_length_inplace_lob 4096;

-- audit_entry
create table if not exists ${schema}"${prefix}audit_entry" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "record_type" varchar(96),
  "record_id" uuid,
  "record_version" bigint,
  "event" varchar(510),
  "work" uuid,
  "on_behalf_of" varchar(510),
  "origin" varchar(510),
  "reason" varchar(2000),
  "changes" clob,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}audit_entry_record_id_ix" on ${schema}"${prefix}audit_entry" ("tenant", "record_id", "id");

-- access_entry
create table if not exists ${schema}"${prefix}access_entry" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "kind" varchar(510),
  "record_type" varchar(96),
  "record_id" uuid,
  "shape" clob,
  "records" bigint,
  "work" uuid,
  "on_behalf_of" varchar(510),
  "origin" varchar(510),
  "reason" varchar(2000),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}access_entry_record_id_ix" on ${schema}"${prefix}access_entry" ("tenant", "record_id", "id");

-- audit_seal
create table if not exists ${schema}"${prefix}audit_seal" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "number" bigint,
  "sealed" bigint,
  "behind" uuid,
  "up_to" uuid,
  "facts" clob,
  "head" varchar(128),
  "key" varchar(200),
  "mac" varchar(128),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}audit_seal_number_uq" on ${schema}"${prefix}audit_seal" ("tenant", "number", "live");

-- outbox_entry
create table if not exists ${schema}"${prefix}outbox_entry" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "event" varchar(510),
  "record_type" varchar(96),
  "record_id" uuid,
  "record_version" bigint,
  "work" uuid,
  "facts" clob,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);

-- type_definition
create table if not exists ${schema}"${prefix}type_definition" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(96),
  "label_en" varchar(200),
  "label_zh" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}type_definition_cf_t1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}type_definition_cf_t2_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}type_definition_cf_n1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}type_definition_cf_n2_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}type_definition_cf_d1_ix" on ${schema}"${prefix}type_definition" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}type_definition_name_uq" on ${schema}"${prefix}type_definition" ("tenant", "name", "live");

-- field_definition
create table if not exists ${schema}"${prefix}field_definition" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "record_type" varchar(96),
  "name" varchar(96),
  "kind" varchar(510),
  "required" boolean,
  "is_unique" boolean,
  "indexed" boolean,
  "searchable" boolean,
  "personal" boolean,
  "encrypted" boolean,
  "max_length" bigint,
  "default_value" varchar(2000),
  "least" varchar(100),
  "greatest" varchar(100),
  "options" clob,
  "code_table" varchar(96),
  "target" varchar(96),
  "label_en" varchar(200),
  "label_zh" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}field_definition_cf_t1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}field_definition_cf_t2_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}field_definition_cf_n1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}field_definition_cf_n2_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}field_definition_cf_d1_ix" on ${schema}"${prefix}field_definition" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}field_definition_field_uq" on ${schema}"${prefix}field_definition" ("tenant", "record_type", "name", "live");

-- code_item
create table if not exists ${schema}"${prefix}code_item" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code_table" varchar(96),
  "code" varchar(200),
  "label_en" varchar(200),
  "label_zh" varchar(200),
  "parent_code" varchar(200),
  "position" bigint,
  "active" boolean,
  "since" date,
  "until" date,
  "merged_into" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}code_item_cf_t1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}code_item_cf_t2_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}code_item_cf_n1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}code_item_cf_n2_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}code_item_cf_d1_ix" on ${schema}"${prefix}code_item" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}code_item_code_uq" on ${schema}"${prefix}code_item" ("tenant", "code_table", "code", "live");

-- translation
create table if not exists ${schema}"${prefix}translation" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "record_type" varchar(96),
  "record" uuid,
  "field" varchar(96),
  "language" varchar(70),
  "text" clob,
  "history__key" varchar(510),
  "text__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}translation_record_ix" on ${schema}"${prefix}translation" ("tenant", "record", "id");
create index if not exists "${prefix}translation_cf_t1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}translation_cf_t2_ix" on ${schema}"${prefix}translation" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}translation_cf_n1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}translation_cf_n2_ix" on ${schema}"${prefix}translation" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}translation_cf_d1_ix" on ${schema}"${prefix}translation" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}translation_translation_uq" on ${schema}"${prefix}translation" ("tenant", "record", "field", "language", "live");

-- org_unit
create table if not exists ${schema}"${prefix}org_unit" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "code" varchar(100),
  "kind" varchar(510),
  "parent" uuid,
  "manager" uuid,
  "opened_on" date,
  "closed_on" date,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}org_unit_parent_ix" on ${schema}"${prefix}org_unit" ("tenant", "parent");
create index if not exists "${prefix}org_unit_manager_ix" on ${schema}"${prefix}org_unit" ("tenant", "manager");
create index if not exists "${prefix}org_unit_cf_t1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}org_unit_cf_t2_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}org_unit_cf_n1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}org_unit_cf_n2_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}org_unit_cf_d1_ix" on ${schema}"${prefix}org_unit" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}org_unit_code_uq" on ${schema}"${prefix}org_unit" ("tenant", "code", "live");

-- user
create table if not exists ${schema}"${prefix}user" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "username" varchar(400),
  "full_name" varchar(400),
  "email" varchar(510),
  "phone" varchar(510),
  "unit" uuid,
  "manager" uuid,
  "joined_on" date,
  "left_on" date,
  "successor" uuid,
  "acts_for_type" varchar(96),
  "acts_for_id" uuid,
  "active" boolean,
  "history__key" varchar(510),
  "full_name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}user_unit_ix" on ${schema}"${prefix}user" ("tenant", "unit");
create index if not exists "${prefix}user_manager_ix" on ${schema}"${prefix}user" ("tenant", "manager");
create index if not exists "${prefix}user_left_on_ix" on ${schema}"${prefix}user" ("tenant", "left_on", "id");
create index if not exists "${prefix}user_successor_ix" on ${schema}"${prefix}user" ("tenant", "successor");
create index if not exists "${prefix}user_acts_for_id_ix" on ${schema}"${prefix}user" ("tenant", "acts_for_id", "id");
create index if not exists "${prefix}user_cf_t1_ix" on ${schema}"${prefix}user" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}user_cf_t2_ix" on ${schema}"${prefix}user" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}user_cf_n1_ix" on ${schema}"${prefix}user" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}user_cf_n2_ix" on ${schema}"${prefix}user" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}user_cf_d1_ix" on ${schema}"${prefix}user" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}user_username_uq" on ${schema}"${prefix}user" ("tenant", "username", "live");

-- placement
create table if not exists ${schema}"${prefix}placement" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "unit" uuid,
  "parent" uuid,
  "since" date,
  "until" date,
  "reason" varchar(2000),
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}placement_unit_ix" on ${schema}"${prefix}placement" ("tenant", "unit");
create index if not exists "${prefix}placement_parent_ix" on ${schema}"${prefix}placement" ("tenant", "parent");
create index if not exists "${prefix}placement_due_on_ix" on ${schema}"${prefix}placement" ("tenant", "due_on", "id");
create index if not exists "${prefix}placement_cf_t1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}placement_cf_t2_ix" on ${schema}"${prefix}placement" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}placement_cf_n1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}placement_cf_n2_ix" on ${schema}"${prefix}placement" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}placement_cf_d1_ix" on ${schema}"${prefix}placement" ("tenant", "cf_d1", "id");

-- membership
create table if not exists ${schema}"${prefix}membership" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "user" uuid,
  "unit" uuid,
  "primary" boolean,
  "job_title" varchar(400),
  "since" date,
  "until" date,
  "reason" varchar(2000),
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}membership_user_ix" on ${schema}"${prefix}membership" ("tenant", "user");
create index if not exists "${prefix}membership_unit_ix" on ${schema}"${prefix}membership" ("tenant", "unit");
create index if not exists "${prefix}membership_due_on_ix" on ${schema}"${prefix}membership" ("tenant", "due_on", "id");
create index if not exists "${prefix}membership_cf_t1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}membership_cf_t2_ix" on ${schema}"${prefix}membership" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}membership_cf_n1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}membership_cf_n2_ix" on ${schema}"${prefix}membership" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}membership_cf_d1_ix" on ${schema}"${prefix}membership" ("tenant", "cf_d1", "id");

-- reporting_line
create table if not exists ${schema}"${prefix}reporting_line" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "user" uuid,
  "manager" uuid,
  "since" date,
  "until" date,
  "reason" varchar(2000),
  "due_on" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}reporting_line_user_ix" on ${schema}"${prefix}reporting_line" ("tenant", "user");
create index if not exists "${prefix}reporting_line_manager_ix" on ${schema}"${prefix}reporting_line" ("tenant", "manager");
create index if not exists "${prefix}reporting_line_due_on_ix" on ${schema}"${prefix}reporting_line" ("tenant", "due_on", "id");
create index if not exists "${prefix}reporting_line_cf_t1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}reporting_line_cf_t2_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}reporting_line_cf_n1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}reporting_line_cf_n2_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}reporting_line_cf_d1_ix" on ${schema}"${prefix}reporting_line" ("tenant", "cf_d1", "id");

-- team
create table if not exists ${schema}"${prefix}team" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "leader" uuid,
  "unit" uuid,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}team_leader_ix" on ${schema}"${prefix}team" ("tenant", "leader");
create index if not exists "${prefix}team_unit_ix" on ${schema}"${prefix}team" ("tenant", "unit");
create index if not exists "${prefix}team_cf_t1_ix" on ${schema}"${prefix}team" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}team_cf_t2_ix" on ${schema}"${prefix}team" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}team_cf_n1_ix" on ${schema}"${prefix}team" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}team_cf_n2_ix" on ${schema}"${prefix}team" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}team_cf_d1_ix" on ${schema}"${prefix}team" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}team_name_uq" on ${schema}"${prefix}team" ("tenant", "name", "live");

-- team_member
create table if not exists ${schema}"${prefix}team_member" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "team" uuid,
  "user" uuid,
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}team_member_team_ix" on ${schema}"${prefix}team_member" ("tenant", "team");
create index if not exists "${prefix}team_member_user_ix" on ${schema}"${prefix}team_member" ("tenant", "user");
create index if not exists "${prefix}team_member_cf_t1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}team_member_cf_t2_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}team_member_cf_n1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}team_member_cf_n2_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}team_member_cf_d1_ix" on ${schema}"${prefix}team_member" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}team_member_turn_uq" on ${schema}"${prefix}team_member" ("tenant", "user", "team", "turn", "live");

-- territory
create table if not exists ${schema}"${prefix}territory" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "name" varchar(400),
  "parent" uuid,
  "manager" uuid,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}territory_parent_ix" on ${schema}"${prefix}territory" ("tenant", "parent");
create index if not exists "${prefix}territory_manager_ix" on ${schema}"${prefix}territory" ("tenant", "manager");
create index if not exists "${prefix}territory_cf_t1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}territory_cf_t2_ix" on ${schema}"${prefix}territory" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}territory_cf_n1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}territory_cf_n2_ix" on ${schema}"${prefix}territory" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}territory_cf_d1_ix" on ${schema}"${prefix}territory" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}territory_code_uq" on ${schema}"${prefix}territory" ("tenant", "code", "live");

-- territory_member
create table if not exists ${schema}"${prefix}territory_member" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "territory" uuid,
  "user" uuid,
  "role" varchar(510),
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}territory_member_territory_ix" on ${schema}"${prefix}territory_member" ("tenant", "territory");
create index if not exists "${prefix}territory_member_user_ix" on ${schema}"${prefix}territory_member" ("tenant", "user");
create index if not exists "${prefix}territory_member_cf_t1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}territory_member_cf_t2_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}territory_member_cf_n1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}territory_member_cf_n2_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}territory_member_cf_d1_ix" on ${schema}"${prefix}territory_member" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}territory_member_turn_uq" on ${schema}"${prefix}territory_member" ("tenant", "user", "territory", "turn", "live");

-- deputy
create table if not exists ${schema}"${prefix}deputy" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "user" uuid,
  "deputy" uuid,
  "since" date,
  "until" date,
  "only_for" clob,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}deputy_user_ix" on ${schema}"${prefix}deputy" ("tenant", "user");
create index if not exists "${prefix}deputy_deputy_ix" on ${schema}"${prefix}deputy" ("tenant", "deputy");
create index if not exists "${prefix}deputy_cf_t1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}deputy_cf_t2_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}deputy_cf_n1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}deputy_cf_n2_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}deputy_cf_d1_ix" on ${schema}"${prefix}deputy" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}deputy_turn_uq" on ${schema}"${prefix}deputy" ("tenant", "user", "turn", "live");

-- role
create table if not exists ${schema}"${prefix}role" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "label_en" varchar(200),
  "label_zh" varchar(200),
  "description" varchar(1000),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_cf_t1_ix" on ${schema}"${prefix}role" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}role_cf_t2_ix" on ${schema}"${prefix}role" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}role_cf_n1_ix" on ${schema}"${prefix}role" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}role_cf_n2_ix" on ${schema}"${prefix}role" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}role_cf_d1_ix" on ${schema}"${prefix}role" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}role_code_uq" on ${schema}"${prefix}role" ("tenant", "code", "live");

-- role_inclusion
create table if not exists ${schema}"${prefix}role_inclusion" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "role" uuid,
  "includes" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_inclusion_role_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "role");
create index if not exists "${prefix}role_inclusion_includes_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "includes");
create index if not exists "${prefix}role_inclusion_cf_t1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}role_inclusion_cf_t2_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}role_inclusion_cf_n1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}role_inclusion_cf_n2_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}role_inclusion_cf_d1_ix" on ${schema}"${prefix}role_inclusion" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}role_inclusion_pair_uq" on ${schema}"${prefix}role_inclusion" ("tenant", "role", "includes", "live");

-- grant
create table if not exists ${schema}"${prefix}grant" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "role" uuid,
  "effect" varchar(510),
  "record_type" varchar(96),
  "operation" varchar(510),
  "level" varchar(510),
  "rule" clob,
  "permission" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}grant_role_ix" on ${schema}"${prefix}grant" ("tenant", "role");
create index if not exists "${prefix}grant_cf_t1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}grant_cf_t2_ix" on ${schema}"${prefix}grant" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}grant_cf_n1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}grant_cf_n2_ix" on ${schema}"${prefix}grant" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}grant_cf_d1_ix" on ${schema}"${prefix}grant" ("tenant", "cf_d1", "id");

-- field_rule
create table if not exists ${schema}"${prefix}field_rule" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "role" uuid,
  "effect" varchar(510),
  "record_type" varchar(96),
  "field" varchar(96),
  "right" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}field_rule_role_ix" on ${schema}"${prefix}field_rule" ("tenant", "role");
create index if not exists "${prefix}field_rule_cf_t1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}field_rule_cf_t2_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}field_rule_cf_n1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}field_rule_cf_n2_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}field_rule_cf_d1_ix" on ${schema}"${prefix}field_rule" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}field_rule_field_uq" on ${schema}"${prefix}field_rule" ("tenant", "role", "record_type", "field", "effect", "live");

-- role_assignment
create table if not exists ${schema}"${prefix}role_assignment" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "user" uuid,
  "role" uuid,
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}role_assignment_user_ix" on ${schema}"${prefix}role_assignment" ("tenant", "user");
create index if not exists "${prefix}role_assignment_role_ix" on ${schema}"${prefix}role_assignment" ("tenant", "role");
create index if not exists "${prefix}role_assignment_cf_t1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}role_assignment_cf_t2_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}role_assignment_cf_n1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}role_assignment_cf_n2_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}role_assignment_cf_d1_ix" on ${schema}"${prefix}role_assignment" ("tenant", "cf_d1", "id");

-- share
create table if not exists ${schema}"${prefix}share" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "record_type" varchar(96),
  "record_id" uuid,
  "with_user" uuid,
  "with_unit" uuid,
  "with_team" uuid,
  "access" varchar(510),
  "expires_at" timestamp(6) with time zone,
  "reason" varchar(1000),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}share_record_id_ix" on ${schema}"${prefix}share" ("tenant", "record_id", "id");
create index if not exists "${prefix}share_with_user_ix" on ${schema}"${prefix}share" ("tenant", "with_user");
create index if not exists "${prefix}share_with_unit_ix" on ${schema}"${prefix}share" ("tenant", "with_unit");
create index if not exists "${prefix}share_with_team_ix" on ${schema}"${prefix}share" ("tenant", "with_team");
create index if not exists "${prefix}share_cf_t1_ix" on ${schema}"${prefix}share" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}share_cf_t2_ix" on ${schema}"${prefix}share" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}share_cf_n1_ix" on ${schema}"${prefix}share" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}share_cf_n2_ix" on ${schema}"${prefix}share" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}share_cf_d1_ix" on ${schema}"${prefix}share" ("tenant", "cf_d1", "id");

-- permission_mark
create table if not exists ${schema}"${prefix}permission_mark" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(100),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}permission_mark_name_uq" on ${schema}"${prefix}permission_mark" ("tenant", "name", "live");

-- number_series
create table if not exists ${schema}"${prefix}number_series" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "pattern" varchar(100),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}number_series_cf_t1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}number_series_cf_t2_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}number_series_cf_n1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}number_series_cf_n2_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}number_series_cf_d1_ix" on ${schema}"${prefix}number_series" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}number_series_code_uq" on ${schema}"${prefix}number_series" ("tenant", "code", "live");

-- number_counter
create table if not exists ${schema}"${prefix}number_counter" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "series" uuid,
  "year" bigint,
  "next" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}number_counter_series_ix" on ${schema}"${prefix}number_counter" ("tenant", "series");
create index if not exists "${prefix}number_counter_cf_t1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}number_counter_cf_t2_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}number_counter_cf_n1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}number_counter_cf_n2_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}number_counter_cf_d1_ix" on ${schema}"${prefix}number_counter" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}number_counter_series_year_uq" on ${schema}"${prefix}number_counter" ("tenant", "series", "year", "live");

-- company_currency
create table if not exists ${schema}"${prefix}company_currency" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "currency" varchar(6),
  "setting" varchar(20),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}company_currency_cf_t1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}company_currency_cf_t2_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}company_currency_cf_n1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}company_currency_cf_n2_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}company_currency_cf_d1_ix" on ${schema}"${prefix}company_currency" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}company_currency_setting_uq" on ${schema}"${prefix}company_currency" ("tenant", "setting", "live");

-- exchange_rate
create table if not exists ${schema}"${prefix}exchange_rate" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "from_currency" varchar(6),
  "to_currency" varchar(6),
  "rate_day" date,
  "rate" decimal(28,8),
  "basis" varchar(510),
  "source" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}exchange_rate_cf_t1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}exchange_rate_cf_t2_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}exchange_rate_cf_n1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}exchange_rate_cf_n2_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}exchange_rate_cf_d1_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}exchange_rate_rate_uq" on ${schema}"${prefix}exchange_rate" ("tenant", "basis", "from_currency", "to_currency", "rate_day", "live");
create index if not exists "${prefix}exchange_rate_basis_rate_day_ix" on ${schema}"${prefix}exchange_rate" ("tenant", "basis", "rate_day", "id");

-- business_calendar
create table if not exists ${schema}"${prefix}business_calendar" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "name" varchar(400),
  "zone" varchar(100),
  "since" date,
  "until" date,
  "revision" bigint,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}business_calendar_cf_t1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}business_calendar_cf_t2_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}business_calendar_cf_n1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}business_calendar_cf_n2_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}business_calendar_cf_d1_ix" on ${schema}"${prefix}business_calendar" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}business_calendar_code_uq" on ${schema}"${prefix}business_calendar" ("tenant", "code", "live");

-- shift
create table if not exists ${schema}"${prefix}shift" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "calendar" uuid,
  "weekday" varchar(510),
  "begins" varchar(10),
  "ends" varchar(10),
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shift_calendar_ix" on ${schema}"${prefix}shift" ("tenant", "calendar");
create index if not exists "${prefix}shift_cf_t1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}shift_cf_t2_ix" on ${schema}"${prefix}shift" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}shift_cf_n1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}shift_cf_n2_ix" on ${schema}"${prefix}shift" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}shift_cf_d1_ix" on ${schema}"${prefix}shift" ("tenant", "cf_d1", "id");

-- holiday
create table if not exists ${schema}"${prefix}holiday" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "calendar" uuid,
  "day" date,
  "name" varchar(400),
  "hours" varchar(400),
  "worked_as" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}holiday_calendar_ix" on ${schema}"${prefix}holiday" ("tenant", "calendar");
create index if not exists "${prefix}holiday_day_ix" on ${schema}"${prefix}holiday" ("tenant", "day", "id");
create index if not exists "${prefix}holiday_cf_t1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}holiday_cf_t2_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}holiday_cf_n1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}holiday_cf_n2_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}holiday_cf_d1_ix" on ${schema}"${prefix}holiday" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}holiday_day_uq" on ${schema}"${prefix}holiday" ("tenant", "calendar", "day", "live");

-- consent_entry
create table if not exists ${schema}"${prefix}consent_entry" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject_type" varchar(96),
  "subject_id" uuid,
  "purpose" varchar(510),
  "granted" boolean,
  "legal_basis" varchar(510),
  "source" varchar(510),
  "since" timestamp(6) with time zone,
  "text_version" varchar(510),
  "expires_at" timestamp(6) with time zone,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}consent_entry_subject_id_ix" on ${schema}"${prefix}consent_entry" ("tenant", "subject_id", "id");

-- legal_hold
create table if not exists ${schema}"${prefix}legal_hold" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject_type" varchar(96),
  "subject_id" uuid,
  "reason" varchar(1000),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}legal_hold_subject_id_ix" on ${schema}"${prefix}legal_hold" ("tenant", "subject_id", "id");
create index if not exists "${prefix}legal_hold_cf_t1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}legal_hold_cf_t2_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}legal_hold_cf_n1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}legal_hold_cf_n2_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}legal_hold_cf_d1_ix" on ${schema}"${prefix}legal_hold" ("tenant", "cf_d1", "id");

-- suppression
create table if not exists ${schema}"${prefix}suppression" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "fingerprint" varchar(128),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}suppression_fingerprint_ix" on ${schema}"${prefix}suppression" ("tenant", "fingerprint", "id");

-- erasure
create table if not exists ${schema}"${prefix}erasure" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject_type" varchar(96),
  "subject_id" uuid,
  "ground" varchar(400),
  "retention_rule" varchar(200),
  "state" varchar(510),
  "done_at" timestamp(6) with time zone,
  "resumes_at" timestamp(6) with time zone,
  "counts" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}erasure_subject_id_ix" on ${schema}"${prefix}erasure" ("tenant", "subject_id", "id");
create index if not exists "${prefix}erasure_state_ix" on ${schema}"${prefix}erasure" ("tenant", "state", "id");
create index if not exists "${prefix}erasure_resumes_at_ix" on ${schema}"${prefix}erasure" ("tenant", "resumes_at", "id");
create index if not exists "${prefix}erasure_cf_t1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}erasure_cf_t2_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}erasure_cf_n1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}erasure_cf_n2_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}erasure_cf_d1_ix" on ${schema}"${prefix}erasure" ("tenant", "cf_d1", "id");

-- retention_rule
create table if not exists ${schema}"${prefix}retention_rule" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(200),
  "record_type" varchar(96),
  "condition" clob,
  "days" bigint,
  "action" varchar(510),
  "active" boolean,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}retention_rule_cf_t1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}retention_rule_cf_t2_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}retention_rule_cf_n1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}retention_rule_cf_n2_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}retention_rule_cf_d1_ix" on ${schema}"${prefix}retention_rule" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}retention_rule_name_uq" on ${schema}"${prefix}retention_rule" ("tenant", "name", "live");

-- restriction
create table if not exists ${schema}"${prefix}restriction" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject_type" varchar(96),
  "subject_id" uuid,
  "reason" varchar(1000),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}restriction_cf_t1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}restriction_cf_t2_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}restriction_cf_n1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}restriction_cf_n2_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}restriction_cf_d1_ix" on ${schema}"${prefix}restriction" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}restriction_once_uq" on ${schema}"${prefix}restriction" ("tenant", "subject_id", "subject_type", "live");

-- customer
create table if not exists ${schema}"${prefix}customer" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "kind" varchar(510),
  "external_id" varchar(200),
  "level" varchar(510),
  "level_since" date,
  "customer_group" varchar(510),
  "industry" varchar(510),
  "sales_region" varchar(510),
  "tags" clob,
  "owner" uuid,
  "territory" uuid,
  "parent" uuid,
  "email" varchar(510),
  "phone" varchar(510),
  "website" varchar(510),
  "address" clob,
  "annual_revenue" decimal(28,8),
  "annual_revenue__currency" varchar(6),
  "employees" bigint,
  "founded" bigint,
  "credit_limit" decimal(28,8),
  "credit_limit__currency" varchar(6),
  "sex" varchar(510),
  "birthday" date,
  "occupation" varchar(510),
  "hobbies" clob,
  "background" clob,
  "history__key" varchar(510),
  "name__search" clob,
  "email__search" clob,
  "phone__search" clob,
  "address__country" varchar(510),
  "address__region" varchar(510),
  "address__city" varchar(510),
  "background__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}customer_name_ix" on ${schema}"${prefix}customer" ("tenant", "name", "id");
create index if not exists "${prefix}customer_level_ix" on ${schema}"${prefix}customer" ("tenant", "level", "id");
create index if not exists "${prefix}customer_customer_group_ix" on ${schema}"${prefix}customer" ("tenant", "customer_group", "id");
create index if not exists "${prefix}customer_industry_ix" on ${schema}"${prefix}customer" ("tenant", "industry", "id");
create index if not exists "${prefix}customer_sales_region_ix" on ${schema}"${prefix}customer" ("tenant", "sales_region", "id");
create index if not exists "${prefix}customer_owner_ix" on ${schema}"${prefix}customer" ("tenant", "owner");
create index if not exists "${prefix}customer_territory_ix" on ${schema}"${prefix}customer" ("tenant", "territory");
create index if not exists "${prefix}customer_parent_ix" on ${schema}"${prefix}customer" ("tenant", "parent");
create index if not exists "${prefix}customer_email_ix" on ${schema}"${prefix}customer" ("tenant", "email", "id");
create index if not exists "${prefix}customer_phone_ix" on ${schema}"${prefix}customer" ("tenant", "phone", "id");
create index if not exists "${prefix}customer_cf_t1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}customer_cf_t2_ix" on ${schema}"${prefix}customer" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}customer_cf_n1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}customer_cf_n2_ix" on ${schema}"${prefix}customer" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}customer_cf_d1_ix" on ${schema}"${prefix}customer" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}customer_external_id_uq" on ${schema}"${prefix}customer" ("tenant", "external_id", "live");

-- contact
create table if not exists ${schema}"${prefix}contact" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "customer" uuid,
  "owner" uuid,
  "job_title" varchar(510),
  "email" varchar(510),
  "phone" varchar(510),
  "mobile" varchar(510),
  "sex" varchar(510),
  "birthday" date,
  "hobbies" clob,
  "notes" clob,
  "external_id" varchar(200),
  "history__key" varchar(510),
  "name__search" clob,
  "email__search" clob,
  "phone__search" clob,
  "mobile__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_name_ix" on ${schema}"${prefix}contact" ("tenant", "name", "id");
create index if not exists "${prefix}contact_customer_ix" on ${schema}"${prefix}contact" ("tenant", "customer");
create index if not exists "${prefix}contact_owner_ix" on ${schema}"${prefix}contact" ("tenant", "owner");
create index if not exists "${prefix}contact_email_ix" on ${schema}"${prefix}contact" ("tenant", "email", "id");
create index if not exists "${prefix}contact_phone_ix" on ${schema}"${prefix}contact" ("tenant", "phone", "id");
create index if not exists "${prefix}contact_mobile_ix" on ${schema}"${prefix}contact" ("tenant", "mobile", "id");
create index if not exists "${prefix}contact_cf_t1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}contact_cf_t2_ix" on ${schema}"${prefix}contact" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}contact_cf_n1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}contact_cf_n2_ix" on ${schema}"${prefix}contact" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}contact_cf_d1_ix" on ${schema}"${prefix}contact" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}contact_external_id_uq" on ${schema}"${prefix}contact" ("tenant", "external_id", "live");

-- contact_role
create table if not exists ${schema}"${prefix}contact_role" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "contact" uuid,
  "customer" uuid,
  "role" varchar(510),
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_role_contact_ix" on ${schema}"${prefix}contact_role" ("tenant", "contact");
create index if not exists "${prefix}contact_role_customer_ix" on ${schema}"${prefix}contact_role" ("tenant", "customer");
create index if not exists "${prefix}contact_role_cf_t1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}contact_role_cf_t2_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}contact_role_cf_n1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}contact_role_cf_n2_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}contact_role_cf_d1_ix" on ${schema}"${prefix}contact_role" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}contact_role_turn_uq" on ${schema}"${prefix}contact_role" ("tenant", "contact", "customer", "role", "turn", "live");

-- contact_point
create table if not exists ${schema}"${prefix}contact_point" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "customer" uuid,
  "contact" uuid,
  "kind" varchar(510),
  "phone" varchar(510),
  "email" varchar(510),
  "address" clob,
  "purpose" varchar(510),
  "primary" boolean,
  "since" date,
  "until" date,
  "history__key" varchar(510),
  "phone__search" clob,
  "email__search" clob,
  "address__country" varchar(510),
  "address__region" varchar(510),
  "address__city" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}contact_point_customer_ix" on ${schema}"${prefix}contact_point" ("tenant", "customer");
create index if not exists "${prefix}contact_point_contact_ix" on ${schema}"${prefix}contact_point" ("tenant", "contact");
create index if not exists "${prefix}contact_point_phone_ix" on ${schema}"${prefix}contact_point" ("tenant", "phone", "id");
create index if not exists "${prefix}contact_point_email_ix" on ${schema}"${prefix}contact_point" ("tenant", "email", "id");
create index if not exists "${prefix}contact_point_cf_t1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}contact_point_cf_t2_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}contact_point_cf_n1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}contact_point_cf_n2_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}contact_point_cf_d1_ix" on ${schema}"${prefix}contact_point" ("tenant", "cf_d1", "id");

-- classification
create table if not exists ${schema}"${prefix}classification" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "customer" uuid,
  "scheme" varchar(96),
  "value" varchar(510),
  "since" date,
  "until" date,
  "last" boolean,
  "phase" varchar(510),
  "reason" varchar(2000),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}classification_customer_ix" on ${schema}"${prefix}classification" ("tenant", "customer");
create index if not exists "${prefix}classification_phase_ix" on ${schema}"${prefix}classification" ("tenant", "phase", "id");
create index if not exists "${prefix}classification_cf_t1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}classification_cf_t2_ix" on ${schema}"${prefix}classification" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}classification_cf_n1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}classification_cf_n2_ix" on ${schema}"${prefix}classification" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}classification_cf_d1_ix" on ${schema}"${prefix}classification" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}classification_begin_uq" on ${schema}"${prefix}classification" ("tenant", "customer", "scheme", "since", "live");
create unique index if not exists "${prefix}classification_end_uq" on ${schema}"${prefix}classification" ("tenant", "customer", "scheme", "last", "live");

-- customer_relation
create table if not exists ${schema}"${prefix}customer_relation" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "from_customer" uuid,
  "to_customer" uuid,
  "kind" varchar(510),
  "share" decimal(28,8),
  "since" date,
  "until" date,
  "phase" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}customer_relation_from_customer_ix" on ${schema}"${prefix}customer_relation" ("tenant", "from_customer");
create index if not exists "${prefix}customer_relation_to_customer_ix" on ${schema}"${prefix}customer_relation" ("tenant", "to_customer");
create index if not exists "${prefix}customer_relation_phase_ix" on ${schema}"${prefix}customer_relation" ("tenant", "phase", "id");
create index if not exists "${prefix}customer_relation_cf_t1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}customer_relation_cf_t2_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}customer_relation_cf_n1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}customer_relation_cf_n2_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}customer_relation_cf_d1_ix" on ${schema}"${prefix}customer_relation" ("tenant", "cf_d1", "id");

-- position
create table if not exists ${schema}"${prefix}position" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "contact" uuid,
  "customer" uuid,
  "title" varchar(400),
  "department" varchar(400),
  "reports_to" uuid,
  "influence" varchar(510),
  "attitude" varchar(510),
  "since" date,
  "until" date,
  "history__key" varchar(510),
  "department__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}position_contact_ix" on ${schema}"${prefix}position" ("tenant", "contact");
create index if not exists "${prefix}position_customer_ix" on ${schema}"${prefix}position" ("tenant", "customer");
create index if not exists "${prefix}position_reports_to_ix" on ${schema}"${prefix}position" ("tenant", "reports_to");
create index if not exists "${prefix}position_cf_t1_ix" on ${schema}"${prefix}position" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}position_cf_t2_ix" on ${schema}"${prefix}position" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}position_cf_n1_ix" on ${schema}"${prefix}position" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}position_cf_n2_ix" on ${schema}"${prefix}position" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}position_cf_d1_ix" on ${schema}"${prefix}position" ("tenant", "cf_d1", "id");

-- product_category
create table if not exists ${schema}"${prefix}product_category" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "code" varchar(100),
  "parent" uuid,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}product_category_name_ix" on ${schema}"${prefix}product_category" ("tenant", "name", "id");
create index if not exists "${prefix}product_category_parent_ix" on ${schema}"${prefix}product_category" ("tenant", "parent");
create index if not exists "${prefix}product_category_cf_t1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}product_category_cf_t2_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}product_category_cf_n1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}product_category_cf_n2_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}product_category_cf_d1_ix" on ${schema}"${prefix}product_category" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}product_category_code_uq" on ${schema}"${prefix}product_category" ("tenant", "code", "live");

-- product
create table if not exists ${schema}"${prefix}product" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "code" varchar(100),
  "external_id" varchar(200),
  "kind" varchar(510),
  "category" uuid,
  "family" varchar(200),
  "list_price" decimal(28,8),
  "list_price__currency" varchar(6),
  "tax_category" varchar(510),
  "unit" varchar(510),
  "description" clob,
  "active" boolean,
  "since" date,
  "until" date,
  "successor" uuid,
  "refreshed_at" timestamp(6) with time zone,
  "history__key" varchar(510),
  "name__search" clob,
  "code__search" clob,
  "description__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}product_name_ix" on ${schema}"${prefix}product" ("tenant", "name", "id");
create index if not exists "${prefix}product_category_ix" on ${schema}"${prefix}product" ("tenant", "category");
create index if not exists "${prefix}product_family_ix" on ${schema}"${prefix}product" ("tenant", "family", "id");
create index if not exists "${prefix}product_successor_ix" on ${schema}"${prefix}product" ("tenant", "successor");
create index if not exists "${prefix}product_cf_t1_ix" on ${schema}"${prefix}product" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}product_cf_t2_ix" on ${schema}"${prefix}product" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}product_cf_n1_ix" on ${schema}"${prefix}product" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}product_cf_n2_ix" on ${schema}"${prefix}product" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}product_cf_d1_ix" on ${schema}"${prefix}product" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}product_code_uq" on ${schema}"${prefix}product" ("tenant", "code", "live");
create unique index if not exists "${prefix}product_external_id_uq" on ${schema}"${prefix}product" ("tenant", "external_id", "live");

-- unit_conversion
create table if not exists ${schema}"${prefix}unit_conversion" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "product" uuid,
  "unit" varchar(510),
  "factor" decimal(28,8),
  "of_unit" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}unit_conversion_product_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "product");
create index if not exists "${prefix}unit_conversion_cf_t1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}unit_conversion_cf_t2_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}unit_conversion_cf_n1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}unit_conversion_cf_n2_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}unit_conversion_cf_d1_ix" on ${schema}"${prefix}unit_conversion" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}unit_conversion_conversion_uq" on ${schema}"${prefix}unit_conversion" ("tenant", "product", "unit", "of_unit", "live");

-- price_list
create table if not exists ${schema}"${prefix}price_list" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "code" varchar(100),
  "currency" varchar(6),
  "customer_group" varchar(510),
  "customer" uuid,
  "since" date,
  "until" date,
  "priority" bigint,
  "tax_included" boolean,
  "on_top" boolean,
  "round_to" decimal(28,8),
  "rounding" varchar(510),
  "active" boolean,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}price_list_name_ix" on ${schema}"${prefix}price_list" ("tenant", "name", "id");
create index if not exists "${prefix}price_list_currency_ix" on ${schema}"${prefix}price_list" ("tenant", "currency", "id");
create index if not exists "${prefix}price_list_customer_group_ix" on ${schema}"${prefix}price_list" ("tenant", "customer_group", "id");
create index if not exists "${prefix}price_list_customer_ix" on ${schema}"${prefix}price_list" ("tenant", "customer");
create index if not exists "${prefix}price_list_cf_t1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}price_list_cf_t2_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}price_list_cf_n1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}price_list_cf_n2_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}price_list_cf_d1_ix" on ${schema}"${prefix}price_list" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}price_list_code_uq" on ${schema}"${prefix}price_list" ("tenant", "code", "live");

-- price_list_item
create table if not exists ${schema}"${prefix}price_list_item" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "list" uuid,
  "product" uuid,
  "category" uuid,
  "unit" varchar(510),
  "from_quantity" decimal(28,8),
  "kind" varchar(510),
  "price" decimal(28,8),
  "price__currency" varchar(6),
  "percentage" decimal(28,8),
  "factor" decimal(28,8),
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}price_list_item_list_ix" on ${schema}"${prefix}price_list_item" ("tenant", "list");
create index if not exists "${prefix}price_list_item_product_ix" on ${schema}"${prefix}price_list_item" ("tenant", "product");
create index if not exists "${prefix}price_list_item_category_ix" on ${schema}"${prefix}price_list_item" ("tenant", "category");
create index if not exists "${prefix}price_list_item_cf_t1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}price_list_item_cf_t2_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}price_list_item_cf_n1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}price_list_item_cf_n2_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}price_list_item_cf_d1_ix" on ${schema}"${prefix}price_list_item" ("tenant", "cf_d1", "id");

-- attachment
create table if not exists ${schema}"${prefix}attachment" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(510),
  "about_type" varchar(96),
  "about_id" uuid,
  "customer" uuid,
  "media_type" varchar(254),
  "size" bigint,
  "sha_256" varchar(128),
  "content" uuid,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}attachment_about_id_ix" on ${schema}"${prefix}attachment" ("tenant", "about_id", "id");
create index if not exists "${prefix}attachment_customer_ix" on ${schema}"${prefix}attachment" ("tenant", "customer");
create index if not exists "${prefix}attachment_content_ix" on ${schema}"${prefix}attachment" ("tenant", "content", "id");
create index if not exists "${prefix}attachment_cf_t1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}attachment_cf_t2_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}attachment_cf_n1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}attachment_cf_n2_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}attachment_cf_d1_ix" on ${schema}"${prefix}attachment" ("tenant", "cf_d1", "id");

-- attachment_chunk
create table if not exists ${schema}"${prefix}attachment_chunk" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "content" varchar(72),
  "position" bigint,
  "data" clob,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}attachment_chunk_place_uq" on ${schema}"${prefix}attachment_chunk" ("tenant", "content", "position", "live");
create index if not exists "${prefix}attachment_chunk_content_position_ix" on ${schema}"${prefix}attachment_chunk" ("tenant", "content", "position", "id");

-- interaction
create table if not exists ${schema}"${prefix}interaction" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject" varchar(400),
  "kind" varchar(510),
  "direction" varchar(510),
  "at" timestamp(6) with time zone,
  "minutes" bigint,
  "text" clob,
  "customer" uuid,
  "about_type" varchar(96),
  "about_id" uuid,
  "owner" uuid,
  "history__key" varchar(510),
  "subject__search" clob,
  "text__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}interaction_at_ix" on ${schema}"${prefix}interaction" ("tenant", "at", "id");
create index if not exists "${prefix}interaction_customer_ix" on ${schema}"${prefix}interaction" ("tenant", "customer");
create index if not exists "${prefix}interaction_about_id_ix" on ${schema}"${prefix}interaction" ("tenant", "about_id", "id");
create index if not exists "${prefix}interaction_owner_ix" on ${schema}"${prefix}interaction" ("tenant", "owner");
create index if not exists "${prefix}interaction_cf_t1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}interaction_cf_t2_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}interaction_cf_n1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}interaction_cf_n2_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}interaction_cf_d1_ix" on ${schema}"${prefix}interaction" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}interaction_customer_at_ix" on ${schema}"${prefix}interaction" ("tenant", "customer", "at", "id");

-- interaction_party
create table if not exists ${schema}"${prefix}interaction_party" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "interaction" uuid,
  "contact" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}interaction_party_interaction_ix" on ${schema}"${prefix}interaction_party" ("tenant", "interaction");
create index if not exists "${prefix}interaction_party_contact_ix" on ${schema}"${prefix}interaction_party" ("tenant", "contact");
create index if not exists "${prefix}interaction_party_cf_t1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}interaction_party_cf_t2_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}interaction_party_cf_n1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}interaction_party_cf_n2_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}interaction_party_cf_d1_ix" on ${schema}"${prefix}interaction_party" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}interaction_party_once_uq" on ${schema}"${prefix}interaction_party" ("tenant", "interaction", "contact", "live");

-- task
create table if not exists ${schema}"${prefix}task" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "subject" varchar(400),
  "text" clob,
  "due_on" date,
  "priority" varchar(510),
  "state" varchar(510),
  "closed_at" timestamp(6) with time zone,
  "customer" uuid,
  "about_type" varchar(96),
  "about_id" uuid,
  "owner" uuid,
  "history__key" varchar(510),
  "subject__search" clob,
  "text__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}task_due_on_ix" on ${schema}"${prefix}task" ("tenant", "due_on", "id");
create index if not exists "${prefix}task_state_ix" on ${schema}"${prefix}task" ("tenant", "state", "id");
create index if not exists "${prefix}task_customer_ix" on ${schema}"${prefix}task" ("tenant", "customer");
create index if not exists "${prefix}task_about_id_ix" on ${schema}"${prefix}task" ("tenant", "about_id", "id");
create index if not exists "${prefix}task_owner_ix" on ${schema}"${prefix}task" ("tenant", "owner");
create index if not exists "${prefix}task_cf_t1_ix" on ${schema}"${prefix}task" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}task_cf_t2_ix" on ${schema}"${prefix}task" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}task_cf_n1_ix" on ${schema}"${prefix}task" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}task_cf_n2_ix" on ${schema}"${prefix}task" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}task_cf_d1_ix" on ${schema}"${prefix}task" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}task_owner_due_on_ix" on ${schema}"${prefix}task" ("tenant", "owner", "due_on", "id");

-- pipeline
create table if not exists ${schema}"${prefix}pipeline" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "name" varchar(200),
  "revision" bigint,
  "current" boolean,
  "rollback" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}pipeline_code_ix" on ${schema}"${prefix}pipeline" ("tenant", "code", "id");
create index if not exists "${prefix}pipeline_cf_t1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}pipeline_cf_t2_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}pipeline_cf_n1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}pipeline_cf_n2_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}pipeline_cf_d1_ix" on ${schema}"${prefix}pipeline" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}pipeline_revision_uq" on ${schema}"${prefix}pipeline" ("tenant", "code", "revision", "live");

-- stage
create table if not exists ${schema}"${prefix}stage" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "pipeline" uuid,
  "code" varchar(100),
  "name" varchar(200),
  "position" bigint,
  "category" varchar(510),
  "probability" decimal(28,8),
  "requires" clob,
  "leads_to" clob,
  "guard" clob,
  "guard_sentence" varchar(1000),
  "exit_criteria" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}stage_pipeline_ix" on ${schema}"${prefix}stage" ("tenant", "pipeline");
create index if not exists "${prefix}stage_cf_t1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}stage_cf_t2_ix" on ${schema}"${prefix}stage" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}stage_cf_n1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}stage_cf_n2_ix" on ${schema}"${prefix}stage" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}stage_cf_d1_ix" on ${schema}"${prefix}stage" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}stage_code_uq" on ${schema}"${prefix}stage" ("tenant", "pipeline", "code", "live");

-- opportunity
create table if not exists ${schema}"${prefix}opportunity" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "title" varchar(400),
  "customer" uuid,
  "contact" uuid,
  "product" uuid,
  "owner" uuid,
  "amount" decimal(28,8),
  "amount__currency" varchar(6),
  "closes_on" date,
  "pipeline" uuid,
  "stage" varchar(100),
  "stage_category" varchar(510),
  "stage_since" timestamp(6) with time zone,
  "probability" decimal(28,8),
  "opened_on" date,
  "closed_on" date,
  "close_reason" varchar(1000),
  "confirmed" clob,
  "source" varchar(510),
  "next_step" varchar(1000),
  "tags" clob,
  "external_id" varchar(200),
  "history__key" varchar(510),
  "title__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}opportunity_customer_ix" on ${schema}"${prefix}opportunity" ("tenant", "customer");
create index if not exists "${prefix}opportunity_contact_ix" on ${schema}"${prefix}opportunity" ("tenant", "contact");
create index if not exists "${prefix}opportunity_product_ix" on ${schema}"${prefix}opportunity" ("tenant", "product");
create index if not exists "${prefix}opportunity_owner_ix" on ${schema}"${prefix}opportunity" ("tenant", "owner");
create index if not exists "${prefix}opportunity_closes_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "closes_on", "id");
create index if not exists "${prefix}opportunity_pipeline_ix" on ${schema}"${prefix}opportunity" ("tenant", "pipeline");
create index if not exists "${prefix}opportunity_stage_ix" on ${schema}"${prefix}opportunity" ("tenant", "stage", "id");
create index if not exists "${prefix}opportunity_stage_category_ix" on ${schema}"${prefix}opportunity" ("tenant", "stage_category", "id");
create index if not exists "${prefix}opportunity_closed_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "closed_on", "id");
create index if not exists "${prefix}opportunity_cf_t1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}opportunity_cf_t2_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}opportunity_cf_n1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}opportunity_cf_n2_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}opportunity_cf_d1_ix" on ${schema}"${prefix}opportunity" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}opportunity_external_id_uq" on ${schema}"${prefix}opportunity" ("tenant", "external_id", "live");
create index if not exists "${prefix}opportunity_owner_closes_on_ix" on ${schema}"${prefix}opportunity" ("tenant", "owner", "closes_on", "id");

-- stage_change
create table if not exists ${schema}"${prefix}stage_change" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "opportunity" uuid,
  "pipeline" uuid,
  "from_stage" varchar(100),
  "to_stage" varchar(100),
  "to_category" varchar(510),
  "at" timestamp(6) with time zone,
  "amount" decimal(28,8),
  "amount__currency" varchar(6),
  "probability" decimal(28,8),
  "reason" varchar(2000),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}stage_change_opportunity_ix" on ${schema}"${prefix}stage_change" ("tenant", "opportunity");
create index if not exists "${prefix}stage_change_pipeline_ix" on ${schema}"${prefix}stage_change" ("tenant", "pipeline");
create index if not exists "${prefix}stage_change_at_ix" on ${schema}"${prefix}stage_change" ("tenant", "at", "id");

-- deal_role
create table if not exists ${schema}"${prefix}deal_role" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "opportunity" uuid,
  "contact" uuid,
  "role" varchar(510),
  "influence" varchar(510),
  "attitude" varchar(510),
  "since" date,
  "until" date,
  "turn" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}deal_role_opportunity_ix" on ${schema}"${prefix}deal_role" ("tenant", "opportunity");
create index if not exists "${prefix}deal_role_contact_ix" on ${schema}"${prefix}deal_role" ("tenant", "contact");
create index if not exists "${prefix}deal_role_cf_t1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}deal_role_cf_t2_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}deal_role_cf_n1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}deal_role_cf_n2_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}deal_role_cf_d1_ix" on ${schema}"${prefix}deal_role" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}deal_role_turn_uq" on ${schema}"${prefix}deal_role" ("tenant", "contact", "opportunity", "role", "turn", "live");

-- opportunity_change
create table if not exists ${schema}"${prefix}opportunity_change" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "opportunity" uuid,
  "at" timestamp(6) with time zone,
  "amount_before" decimal(28,8),
  "amount_before__currency" varchar(6),
  "amount_after" decimal(28,8),
  "amount_after__currency" varchar(6),
  "closes_on_before" date,
  "closes_on_after" date,
  "probability_before" decimal(28,8),
  "probability_after" decimal(28,8),
  "owner_before" uuid,
  "owner_after" uuid,
  "reason" varchar(2000),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}opportunity_change_opportunity_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "opportunity");
create index if not exists "${prefix}opportunity_change_at_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "at", "id");
create index if not exists "${prefix}opportunity_change_owner_before_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "owner_before");
create index if not exists "${prefix}opportunity_change_owner_after_ix" on ${schema}"${prefix}opportunity_change" ("tenant", "owner_after");

-- playbook_item
create table if not exists ${schema}"${prefix}playbook_item" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "pipeline" varchar(100),
  "stage" varchar(100),
  "position" bigint,
  "kind" varchar(510),
  "text" varchar(2000),
  "active" boolean,
  "history__key" varchar(510),
  "text__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}playbook_item_pipeline_ix" on ${schema}"${prefix}playbook_item" ("tenant", "pipeline", "id");
create index if not exists "${prefix}playbook_item_cf_t1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}playbook_item_cf_t2_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}playbook_item_cf_n1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}playbook_item_cf_n2_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}playbook_item_cf_d1_ix" on ${schema}"${prefix}playbook_item" ("tenant", "cf_d1", "id");

-- playbook_mark
create table if not exists ${schema}"${prefix}playbook_mark" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "opportunity" uuid,
  "item" uuid,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}playbook_mark_opportunity_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "opportunity");
create index if not exists "${prefix}playbook_mark_item_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "item");
create index if not exists "${prefix}playbook_mark_cf_t1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}playbook_mark_cf_t2_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}playbook_mark_cf_n1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}playbook_mark_cf_n2_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}playbook_mark_cf_d1_ix" on ${schema}"${prefix}playbook_mark" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}playbook_mark_item_uq" on ${schema}"${prefix}playbook_mark" ("tenant", "opportunity", "item", "live");

-- quote_terms
create table if not exists ${schema}"${prefix}quote_terms" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "currency" varchar(6),
  "valid_days" bigint,
  "language" varchar(70),
  "tax_category" varchar(510),
  "tax_rate" decimal(28,8),
  "discount_limit" decimal(28,8),
  "tax_per" varchar(510),
  "rounding" varchar(510),
  "payable_step" decimal(28,8),
  "terms" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_terms_cf_t1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}quote_terms_cf_t2_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}quote_terms_cf_n1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}quote_terms_cf_n2_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}quote_terms_cf_d1_ix" on ${schema}"${prefix}quote_terms" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}quote_terms_code_uq" on ${schema}"${prefix}quote_terms" ("tenant", "code", "live");

-- tax_rate
create table if not exists ${schema}"${prefix}tax_rate" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "product_tax" varchar(510),
  "tax_category" varchar(510),
  "rate" decimal(28,8),
  "since" date,
  "until" date,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}tax_rate_product_tax_ix" on ${schema}"${prefix}tax_rate" ("tenant", "product_tax", "id");
create index if not exists "${prefix}tax_rate_cf_t1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}tax_rate_cf_t2_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}tax_rate_cf_n1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}tax_rate_cf_n2_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}tax_rate_cf_d1_ix" on ${schema}"${prefix}tax_rate" ("tenant", "cf_d1", "id");

-- quote
create table if not exists ${schema}"${prefix}quote" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "number" varchar(200),
  "revision" bigint,
  "current" boolean,
  "state" varchar(510),
  "title" varchar(400),
  "customer" uuid,
  "contact" uuid,
  "opportunity" uuid,
  "owner" uuid,
  "currency" varchar(6),
  "issued_on" date,
  "valid_until" date,
  "language" varchar(70),
  "introduction" clob,
  "terms" clob,
  "tax_per" varchar(510),
  "rounding" varchar(510),
  "decimals" bigint,
  "payable_step" decimal(28,8),
  "prepaid" decimal(28,8),
  "prepaid__currency" varchar(6),
  "line_total" decimal(28,8),
  "line_total__currency" varchar(6),
  "allowances" decimal(28,8),
  "allowances__currency" varchar(6),
  "charges" decimal(28,8),
  "charges__currency" varchar(6),
  "net" decimal(28,8),
  "net__currency" varchar(6),
  "tax" decimal(28,8),
  "tax__currency" varchar(6),
  "total" decimal(28,8),
  "total__currency" varchar(6),
  "payable" decimal(28,8),
  "payable__currency" varchar(6),
  "discount" decimal(28,8),
  "approved_discount" decimal(28,8),
  "approved_by" varchar(510),
  "sent_at" timestamp(6) with time zone,
  "closed_at" timestamp(6) with time zone,
  "close_reason" varchar(1000),
  "history__key" varchar(510),
  "number__search" clob,
  "title__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_number_ix" on ${schema}"${prefix}quote" ("tenant", "number", "id");
create index if not exists "${prefix}quote_state_ix" on ${schema}"${prefix}quote" ("tenant", "state", "id");
create index if not exists "${prefix}quote_customer_ix" on ${schema}"${prefix}quote" ("tenant", "customer");
create index if not exists "${prefix}quote_contact_ix" on ${schema}"${prefix}quote" ("tenant", "contact");
create index if not exists "${prefix}quote_opportunity_ix" on ${schema}"${prefix}quote" ("tenant", "opportunity");
create index if not exists "${prefix}quote_owner_ix" on ${schema}"${prefix}quote" ("tenant", "owner");
create index if not exists "${prefix}quote_valid_until_ix" on ${schema}"${prefix}quote" ("tenant", "valid_until", "id");
create index if not exists "${prefix}quote_cf_t1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}quote_cf_t2_ix" on ${schema}"${prefix}quote" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}quote_cf_n1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}quote_cf_n2_ix" on ${schema}"${prefix}quote" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}quote_cf_d1_ix" on ${schema}"${prefix}quote" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}quote_number_revision_uq" on ${schema}"${prefix}quote" ("tenant", "number", "revision", "live");
create index if not exists "${prefix}quote_state_valid_until_ix" on ${schema}"${prefix}quote" ("tenant", "state", "valid_until", "id");

-- quote_group
create table if not exists ${schema}"${prefix}quote_group" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "quote" uuid,
  "position" bigint,
  "title" varchar(400),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_group_quote_ix" on ${schema}"${prefix}quote_group" ("tenant", "quote");
create index if not exists "${prefix}quote_group_cf_t1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}quote_group_cf_t2_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}quote_group_cf_n1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}quote_group_cf_n2_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}quote_group_cf_d1_ix" on ${schema}"${prefix}quote_group" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}quote_group_quote_position_ix" on ${schema}"${prefix}quote_group" ("tenant", "quote", "position", "id");

-- quote_line
create table if not exists ${schema}"${prefix}quote_line" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "quote" uuid,
  "position" bigint,
  "line_group" uuid,
  "product" uuid,
  "name" varchar(400),
  "description" clob,
  "quantity" decimal(28,8),
  "unit" varchar(510),
  "unit_price" decimal(28,8),
  "unit_price__currency" varchar(6),
  "discount" decimal(28,8),
  "allowance" decimal(28,8),
  "allowance__currency" varchar(6),
  "charge" decimal(28,8),
  "charge__currency" varchar(6),
  "tax_category" varchar(510),
  "tax_rate" decimal(28,8),
  "net" decimal(28,8),
  "net__currency" varchar(6),
  "list_price" decimal(28,8),
  "list_price__currency" varchar(6),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_line_quote_ix" on ${schema}"${prefix}quote_line" ("tenant", "quote");
create index if not exists "${prefix}quote_line_line_group_ix" on ${schema}"${prefix}quote_line" ("tenant", "line_group");
create index if not exists "${prefix}quote_line_product_ix" on ${schema}"${prefix}quote_line" ("tenant", "product");
create index if not exists "${prefix}quote_line_cf_t1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}quote_line_cf_t2_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}quote_line_cf_n1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}quote_line_cf_n2_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}quote_line_cf_d1_ix" on ${schema}"${prefix}quote_line" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}quote_line_quote_position_ix" on ${schema}"${prefix}quote_line" ("tenant", "quote", "position", "id");

-- quote_adjustment
create table if not exists ${schema}"${prefix}quote_adjustment" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "quote" uuid,
  "position" bigint,
  "kind" varchar(510),
  "reason" varchar(400),
  "amount" decimal(28,8),
  "amount__currency" varchar(6),
  "tax_category" varchar(510),
  "tax_rate" decimal(28,8),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}quote_adjustment_quote_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "quote");
create index if not exists "${prefix}quote_adjustment_cf_t1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}quote_adjustment_cf_t2_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}quote_adjustment_cf_n1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}quote_adjustment_cf_n2_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}quote_adjustment_cf_d1_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}quote_adjustment_quote_position_ix" on ${schema}"${prefix}quote_adjustment" ("tenant", "quote", "position", "id");

-- sales_order
create table if not exists ${schema}"${prefix}sales_order" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "number" varchar(200),
  "state" varchar(510),
  "customer" uuid,
  "contact" uuid,
  "opportunity" uuid,
  "quote" uuid,
  "in_force" boolean,
  "owner" uuid,
  "customer_reference" varchar(200),
  "external_id" varchar(200),
  "currency" varchar(6),
  "language" varchar(70),
  "terms" clob,
  "confirmed_on" date,
  "promised_on" date,
  "promised_at" timestamp(6) with time zone,
  "tax_per" varchar(510),
  "rounding" varchar(510),
  "decimals" bigint,
  "payable_step" decimal(28,8),
  "prepaid" decimal(28,8),
  "prepaid__currency" varchar(6),
  "net" decimal(28,8),
  "net__currency" varchar(6),
  "tax" decimal(28,8),
  "tax__currency" varchar(6),
  "total" decimal(28,8),
  "total__currency" varchar(6),
  "moves" bigint,
  "cancel_reason" varchar(1000),
  "history__key" varchar(510),
  "number__search" clob,
  "customer_reference__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}sales_order_state_ix" on ${schema}"${prefix}sales_order" ("tenant", "state", "id");
create index if not exists "${prefix}sales_order_customer_ix" on ${schema}"${prefix}sales_order" ("tenant", "customer");
create index if not exists "${prefix}sales_order_contact_ix" on ${schema}"${prefix}sales_order" ("tenant", "contact");
create index if not exists "${prefix}sales_order_opportunity_ix" on ${schema}"${prefix}sales_order" ("tenant", "opportunity");
create index if not exists "${prefix}sales_order_quote_ix" on ${schema}"${prefix}sales_order" ("tenant", "quote");
create index if not exists "${prefix}sales_order_owner_ix" on ${schema}"${prefix}sales_order" ("tenant", "owner");
create index if not exists "${prefix}sales_order_confirmed_on_ix" on ${schema}"${prefix}sales_order" ("tenant", "confirmed_on", "id");
create index if not exists "${prefix}sales_order_cf_t1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}sales_order_cf_t2_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}sales_order_cf_n1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}sales_order_cf_n2_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}sales_order_cf_d1_ix" on ${schema}"${prefix}sales_order" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}sales_order_number_uq" on ${schema}"${prefix}sales_order" ("tenant", "number", "live");
create unique index if not exists "${prefix}sales_order_external_id_uq" on ${schema}"${prefix}sales_order" ("tenant", "external_id", "live");
create unique index if not exists "${prefix}sales_order_one_order_uq" on ${schema}"${prefix}sales_order" ("tenant", "quote", "in_force", "live");
create index if not exists "${prefix}sales_order_customer_confirmed_on_ix" on ${schema}"${prefix}sales_order" ("tenant", "customer", "confirmed_on", "id");

-- order_line
create table if not exists ${schema}"${prefix}order_line" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "position" bigint,
  "product" uuid,
  "name" varchar(400),
  "description" clob,
  "quantity" decimal(28,8),
  "unit" varchar(510),
  "unit_price" decimal(28,8),
  "unit_price__currency" varchar(6),
  "discount" decimal(28,8),
  "allowance" decimal(28,8),
  "allowance__currency" varchar(6),
  "charge" decimal(28,8),
  "charge__currency" varchar(6),
  "tax_category" varchar(510),
  "tax_rate" decimal(28,8),
  "net" decimal(28,8),
  "net__currency" varchar(6),
  "promised_on" date,
  "open_quantity" decimal(28,8),
  "shipped" decimal(28,8),
  "cancelled" decimal(28,8),
  "returned" decimal(28,8),
  "open_amount" decimal(28,8),
  "open_amount__currency" varchar(6),
  "shipped_amount" decimal(28,8),
  "shipped_amount__currency" varchar(6),
  "cancelled_amount" decimal(28,8),
  "cancelled_amount__currency" varchar(6),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_line_sales_order_ix" on ${schema}"${prefix}order_line" ("tenant", "sales_order");
create index if not exists "${prefix}order_line_product_ix" on ${schema}"${prefix}order_line" ("tenant", "product");
create index if not exists "${prefix}order_line_cf_t1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}order_line_cf_t2_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}order_line_cf_n1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}order_line_cf_n2_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}order_line_cf_d1_ix" on ${schema}"${prefix}order_line" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}order_line_order_position_uq" on ${schema}"${prefix}order_line" ("tenant", "sales_order", "position", "live");
create index if not exists "${prefix}order_line_sales_order_position_ix" on ${schema}"${prefix}order_line" ("tenant", "sales_order", "position", "id");

-- order_adjustment
create table if not exists ${schema}"${prefix}order_adjustment" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "kind" varchar(510),
  "reason" varchar(400),
  "amount" decimal(28,8),
  "amount__currency" varchar(6),
  "tax_category" varchar(510),
  "tax_rate" decimal(28,8),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_adjustment_sales_order_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "sales_order");
create index if not exists "${prefix}order_adjustment_cf_t1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}order_adjustment_cf_t2_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}order_adjustment_cf_n1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}order_adjustment_cf_n2_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}order_adjustment_cf_d1_ix" on ${schema}"${prefix}order_adjustment" ("tenant", "cf_d1", "id");

-- shipment
create table if not exists ${schema}"${prefix}shipment" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "number" bigint,
  "shipped_at" timestamp(6) with time zone,
  "carrier" varchar(200),
  "tracking_number" varchar(200),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shipment_sales_order_ix" on ${schema}"${prefix}shipment" ("tenant", "sales_order");
create index if not exists "${prefix}shipment_tracking_number_ix" on ${schema}"${prefix}shipment" ("tenant", "tracking_number", "id");
create index if not exists "${prefix}shipment_cf_t1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}shipment_cf_t2_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}shipment_cf_n1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}shipment_cf_n2_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}shipment_cf_d1_ix" on ${schema}"${prefix}shipment" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}shipment_sales_order_shipped_at_ix" on ${schema}"${prefix}shipment" ("tenant", "sales_order", "shipped_at", "id");

-- shipment_line
create table if not exists ${schema}"${prefix}shipment_line" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "shipment" uuid,
  "order_line" uuid,
  "quantity" decimal(28,8),
  "amount" decimal(28,8),
  "amount__currency" varchar(6),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}shipment_line_sales_order_ix" on ${schema}"${prefix}shipment_line" ("tenant", "sales_order");
create index if not exists "${prefix}shipment_line_shipment_ix" on ${schema}"${prefix}shipment_line" ("tenant", "shipment");
create index if not exists "${prefix}shipment_line_order_line_ix" on ${schema}"${prefix}shipment_line" ("tenant", "order_line");

-- order_return
create table if not exists ${schema}"${prefix}order_return" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "order_line" uuid,
  "quantity" decimal(28,8),
  "at" timestamp(6) with time zone,
  "reason" varchar(1000),
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_return_sales_order_ix" on ${schema}"${prefix}order_return" ("tenant", "sales_order");
create index if not exists "${prefix}order_return_order_line_ix" on ${schema}"${prefix}order_return" ("tenant", "order_line");

-- order_update
create table if not exists ${schema}"${prefix}order_update" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "sales_order" uuid,
  "update_key" varchar(400),
  "kind" varchar(510),
  "at" timestamp(6) with time zone,
  "items" clob,
  "promised_on" date,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}order_update_sales_order_ix" on ${schema}"${prefix}order_update" ("tenant", "sales_order");
create unique index if not exists "${prefix}order_update_update_key_uq" on ${schema}"${prefix}order_update" ("tenant", "update_key", "live");

-- service_level
create table if not exists ${schema}"${prefix}service_level" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "name" varchar(400),
  "position" bigint,
  "condition" clob,
  "calendar" uuid,
  "paused_in" clob,
  "active" boolean,
  "revision" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_level_calendar_ix" on ${schema}"${prefix}service_level" ("tenant", "calendar");
create index if not exists "${prefix}service_level_cf_t1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}service_level_cf_t2_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}service_level_cf_n1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}service_level_cf_n2_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}service_level_cf_d1_ix" on ${schema}"${prefix}service_level" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}service_level_code_uq" on ${schema}"${prefix}service_level" ("tenant", "code", "live");

-- service_target
create table if not exists ${schema}"${prefix}service_target" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "level" uuid,
  "priority" varchar(510),
  "response_minutes" bigint,
  "resolution_minutes" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_target_level_ix" on ${schema}"${prefix}service_target" ("tenant", "level");
create index if not exists "${prefix}service_target_cf_t1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}service_target_cf_t2_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}service_target_cf_n1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}service_target_cf_n2_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}service_target_cf_d1_ix" on ${schema}"${prefix}service_target" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}service_target_level_priority_uq" on ${schema}"${prefix}service_target" ("tenant", "level", "priority", "live");

-- case_queue
create table if not exists ${schema}"${prefix}case_queue" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "code" varchar(100),
  "name" varchar(400),
  "strategy" varchar(510),
  "reopen_days" bigint,
  "last_turn" uuid,
  "turns" bigint,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_queue_last_turn_ix" on ${schema}"${prefix}case_queue" ("tenant", "last_turn");
create index if not exists "${prefix}case_queue_cf_t1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}case_queue_cf_t2_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}case_queue_cf_n1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}case_queue_cf_n2_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}case_queue_cf_d1_ix" on ${schema}"${prefix}case_queue" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}case_queue_code_uq" on ${schema}"${prefix}case_queue" ("tenant", "code", "live");

-- escalation_rung
create table if not exists ${schema}"${prefix}escalation_rung" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "level" uuid,
  "target" varchar(510),
  "percent" bigint,
  "notify" uuid,
  "assign_to" uuid,
  "transfer_to" uuid,
  "raise" boolean,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}escalation_rung_level_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "level");
create index if not exists "${prefix}escalation_rung_notify_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "notify");
create index if not exists "${prefix}escalation_rung_assign_to_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "assign_to");
create index if not exists "${prefix}escalation_rung_transfer_to_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "transfer_to");
create index if not exists "${prefix}escalation_rung_cf_t1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}escalation_rung_cf_t2_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}escalation_rung_cf_n1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}escalation_rung_cf_n2_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}escalation_rung_cf_d1_ix" on ${schema}"${prefix}escalation_rung" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}escalation_rung_rung_uq" on ${schema}"${prefix}escalation_rung" ("tenant", "level", "target", "percent", "live");

-- queue_member
create table if not exists ${schema}"${prefix}queue_member" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "queue" uuid,
  "user" uuid,
  "skills" clob,
  "capacity" bigint,
  "away_since" date,
  "away_until" date,
  "dispatched" bigint,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}queue_member_queue_ix" on ${schema}"${prefix}queue_member" ("tenant", "queue");
create index if not exists "${prefix}queue_member_user_ix" on ${schema}"${prefix}queue_member" ("tenant", "user");
create index if not exists "${prefix}queue_member_cf_t1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}queue_member_cf_t2_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}queue_member_cf_n1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}queue_member_cf_n2_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}queue_member_cf_d1_ix" on ${schema}"${prefix}queue_member" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}queue_member_queue_user_uq" on ${schema}"${prefix}queue_member" ("tenant", "queue", "user", "live");

-- service_case
create table if not exists ${schema}"${prefix}service_case" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "number" varchar(100),
  "subject" varchar(600),
  "description" clob,
  "customer" uuid,
  "contact" uuid,
  "sender" varchar(640),
  "channel" varchar(510),
  "kind" varchar(510),
  "priority" varchar(510),
  "severity" varchar(510),
  "product" uuid,
  "opportunity" uuid,
  "skills" clob,
  "tags" clob,
  "external_id" varchar(200),
  "thread_key" varchar(510),
  "queue" uuid,
  "owner" uuid,
  "state" varchar(510),
  "opened_at" timestamp(6) with time zone,
  "due_at" timestamp(6) with time zone,
  "responded_at" timestamp(6) with time zone,
  "resolved_at" timestamp(6) with time zone,
  "closed_at" timestamp(6) with time zone,
  "resolution" clob,
  "reopened" bigint,
  "merged_into" uuid,
  "service_level" uuid,
  "level_basis" varchar(100),
  "response_due" timestamp(6) with time zone,
  "resolution_due" timestamp(6) with time zone,
  "response_met" boolean,
  "resolution_met" boolean,
  "paused_seconds" bigint,
  "escalates_at" timestamp(6) with time zone,
  "history__key" varchar(510),
  "number__search" clob,
  "subject__search" clob,
  "description__search" clob,
  "sender__search" clob,
  "resolution__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}service_case_customer_ix" on ${schema}"${prefix}service_case" ("tenant", "customer");
create index if not exists "${prefix}service_case_contact_ix" on ${schema}"${prefix}service_case" ("tenant", "contact");
create index if not exists "${prefix}service_case_sender_ix" on ${schema}"${prefix}service_case" ("tenant", "sender", "id");
create index if not exists "${prefix}service_case_kind_ix" on ${schema}"${prefix}service_case" ("tenant", "kind", "id");
create index if not exists "${prefix}service_case_priority_ix" on ${schema}"${prefix}service_case" ("tenant", "priority", "id");
create index if not exists "${prefix}service_case_product_ix" on ${schema}"${prefix}service_case" ("tenant", "product");
create index if not exists "${prefix}service_case_opportunity_ix" on ${schema}"${prefix}service_case" ("tenant", "opportunity");
create index if not exists "${prefix}service_case_thread_key_ix" on ${schema}"${prefix}service_case" ("tenant", "thread_key", "id");
create index if not exists "${prefix}service_case_queue_ix" on ${schema}"${prefix}service_case" ("tenant", "queue");
create index if not exists "${prefix}service_case_owner_ix" on ${schema}"${prefix}service_case" ("tenant", "owner");
create index if not exists "${prefix}service_case_state_ix" on ${schema}"${prefix}service_case" ("tenant", "state", "id");
create index if not exists "${prefix}service_case_opened_at_ix" on ${schema}"${prefix}service_case" ("tenant", "opened_at", "id");
create index if not exists "${prefix}service_case_due_at_ix" on ${schema}"${prefix}service_case" ("tenant", "due_at", "id");
create index if not exists "${prefix}service_case_resolved_at_ix" on ${schema}"${prefix}service_case" ("tenant", "resolved_at", "id");
create index if not exists "${prefix}service_case_merged_into_ix" on ${schema}"${prefix}service_case" ("tenant", "merged_into");
create index if not exists "${prefix}service_case_service_level_ix" on ${schema}"${prefix}service_case" ("tenant", "service_level");
create index if not exists "${prefix}service_case_level_basis_ix" on ${schema}"${prefix}service_case" ("tenant", "level_basis", "id");
create index if not exists "${prefix}service_case_response_due_ix" on ${schema}"${prefix}service_case" ("tenant", "response_due", "id");
create index if not exists "${prefix}service_case_resolution_due_ix" on ${schema}"${prefix}service_case" ("tenant", "resolution_due", "id");
create index if not exists "${prefix}service_case_escalates_at_ix" on ${schema}"${prefix}service_case" ("tenant", "escalates_at", "id");
create index if not exists "${prefix}service_case_cf_t1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}service_case_cf_t2_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}service_case_cf_n1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}service_case_cf_n2_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}service_case_cf_d1_ix" on ${schema}"${prefix}service_case" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}service_case_number_uq" on ${schema}"${prefix}service_case" ("tenant", "number", "live");
create unique index if not exists "${prefix}service_case_external_id_uq" on ${schema}"${prefix}service_case" ("tenant", "external_id", "live");
create index if not exists "${prefix}service_case_queue_opened_at_ix" on ${schema}"${prefix}service_case" ("tenant", "queue", "opened_at", "id");
create index if not exists "${prefix}service_case_owner_state_ix" on ${schema}"${prefix}service_case" ("tenant", "owner", "state", "id");

-- case_step
create table if not exists ${schema}"${prefix}case_step" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "service_case" uuid,
  "origin" uuid,
  "kind" varchar(510),
  "internal" boolean,
  "at" timestamp(6) with time zone,
  "text" clob,
  "reason" varchar(100),
  "figures" clob,
  "from_state" varchar(510),
  "to_state" varchar(510),
  "assignee" uuid,
  "queue" uuid,
  "due_at" timestamp(6) with time zone,
  "history__key" varchar(510),
  "text__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_step_service_case_ix" on ${schema}"${prefix}case_step" ("tenant", "service_case");
create index if not exists "${prefix}case_step_origin_ix" on ${schema}"${prefix}case_step" ("tenant", "origin");
create index if not exists "${prefix}case_step_at_ix" on ${schema}"${prefix}case_step" ("tenant", "at", "id");
create index if not exists "${prefix}case_step_assignee_ix" on ${schema}"${prefix}case_step" ("tenant", "assignee");
create index if not exists "${prefix}case_step_queue_ix" on ${schema}"${prefix}case_step" ("tenant", "queue");
create index if not exists "${prefix}case_step_cf_t1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}case_step_cf_t2_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}case_step_cf_n1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}case_step_cf_n2_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}case_step_cf_d1_ix" on ${schema}"${prefix}case_step" ("tenant", "cf_d1", "id");
create index if not exists "${prefix}case_step_service_case_at_ix" on ${schema}"${prefix}case_step" ("tenant", "service_case", "at", "id");

-- case_link
create table if not exists ${schema}"${prefix}case_link" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "service_case" uuid,
  "other" uuid,
  "kind" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_link_service_case_ix" on ${schema}"${prefix}case_link" ("tenant", "service_case");
create index if not exists "${prefix}case_link_other_ix" on ${schema}"${prefix}case_link" ("tenant", "other");
create index if not exists "${prefix}case_link_cf_t1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}case_link_cf_t2_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}case_link_cf_n1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}case_link_cf_n2_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}case_link_cf_d1_ix" on ${schema}"${prefix}case_link" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}case_link_pair_uq" on ${schema}"${prefix}case_link" ("tenant", "service_case", "other", "kind", "live");

-- case_collaborator
create table if not exists ${schema}"${prefix}case_collaborator" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "service_case" uuid,
  "user" uuid,
  "task" varchar(400),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_collaborator_service_case_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "service_case");
create index if not exists "${prefix}case_collaborator_user_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "user");
create index if not exists "${prefix}case_collaborator_cf_t1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}case_collaborator_cf_t2_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}case_collaborator_cf_n1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}case_collaborator_cf_n2_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}case_collaborator_cf_d1_ix" on ${schema}"${prefix}case_collaborator" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}case_collaborator_case_user_uq" on ${schema}"${prefix}case_collaborator" ("tenant", "service_case", "user", "live");

-- case_message
create table if not exists ${schema}"${prefix}case_message" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "channel" varchar(100),
  "message_id" varchar(400),
  "service_case" uuid,
  "step" uuid,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}case_message_service_case_ix" on ${schema}"${prefix}case_message" ("tenant", "service_case");
create index if not exists "${prefix}case_message_step_ix" on ${schema}"${prefix}case_message" ("tenant", "step");
create unique index if not exists "${prefix}case_message_message_uq" on ${schema}"${prefix}case_message" ("tenant", "channel", "message_id", "live");

-- escalation
create table if not exists ${schema}"${prefix}escalation" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "service_case" uuid,
  "target" varchar(510),
  "percent" bigint,
  "due_at" timestamp(6) with time zone,
  "at" timestamp(6) with time zone,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create index if not exists "${prefix}escalation_service_case_ix" on ${schema}"${prefix}escalation" ("tenant", "service_case");
create index if not exists "${prefix}escalation_at_ix" on ${schema}"${prefix}escalation" ("tenant", "at", "id");
create unique index if not exists "${prefix}escalation_once_uq" on ${schema}"${prefix}escalation" ("tenant", "service_case", "target", "percent", "live");

-- saved_view
create table if not exists ${schema}"${prefix}saved_view" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(400),
  "record_type" varchar(96),
  "condition" clob,
  "sort" varchar(2000),
  "columns" clob,
  "shared" boolean,
  "tags" clob,
  "history__key" varchar(510),
  "name__search" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}saved_view_record_type_ix" on ${schema}"${prefix}saved_view" ("tenant", "record_type", "id");
create index if not exists "${prefix}saved_view_cf_t1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}saved_view_cf_t2_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}saved_view_cf_n1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}saved_view_cf_n2_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}saved_view_cf_d1_ix" on ${schema}"${prefix}saved_view" ("tenant", "cf_d1", "id");

-- form_layout
create table if not exists ${schema}"${prefix}form_layout" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "record_type" varchar(96),
  "sections" clob,
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}form_layout_cf_t1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}form_layout_cf_t2_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}form_layout_cf_n1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}form_layout_cf_n2_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}form_layout_cf_d1_ix" on ${schema}"${prefix}form_layout" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}form_layout_record_type_uq" on ${schema}"${prefix}form_layout" ("tenant", "record_type", "live");

-- registered_tenant
create table if not exists ${schema}"${prefix}registered_tenant" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "name" varchar(128),
  "state" varchar(510),
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
  primary key ("tenant", "id")
);
create index if not exists "${prefix}registered_tenant_cf_t1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}registered_tenant_cf_t2_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}registered_tenant_cf_n1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}registered_tenant_cf_n2_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}registered_tenant_cf_d1_ix" on ${schema}"${prefix}registered_tenant" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}registered_tenant_name_uq" on ${schema}"${prefix}registered_tenant" ("tenant", "name", "live");

-- data_key
create table if not exists ${schema}"${prefix}data_key" (
  "tenant" varchar(128) not null,
  "id" uuid not null,
  "version" bigint not null,
  "created_at" timestamp(6) with time zone,
  "created_by" varchar(510),
  "updated_at" timestamp(6) with time zone,
  "updated_by" varchar(510),
  "deleted_at" timestamp(6) with time zone,
  "number" bigint,
  "wrapped" clob,
  "used_from" timestamp(6) with time zone,
  "live" boolean,
  "cf" varchar(1048576),
  primary key ("tenant", "id")
);
create unique index if not exists "${prefix}data_key_number_uq" on ${schema}"${prefix}data_key" ("tenant", "number", "live");

-- References, which may lead in circles.
alter table ${schema}"${prefix}org_unit"
  add constraint if not exists "${prefix}org_unit_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}org_unit"
  add constraint if not exists "${prefix}org_unit_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}user"
  add constraint if not exists "${prefix}user_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}user"
  add constraint if not exists "${prefix}user_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}user"
  add constraint if not exists "${prefix}user_successor_fk" foreign key ("tenant", "successor") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}placement"
  add constraint if not exists "${prefix}placement_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}placement"
  add constraint if not exists "${prefix}placement_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}membership"
  add constraint if not exists "${prefix}membership_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}membership"
  add constraint if not exists "${prefix}membership_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}reporting_line"
  add constraint if not exists "${prefix}reporting_line_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}reporting_line"
  add constraint if not exists "${prefix}reporting_line_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}team"
  add constraint if not exists "${prefix}team_leader_fk" foreign key ("tenant", "leader") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}team"
  add constraint if not exists "${prefix}team_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}team_member"
  add constraint if not exists "${prefix}team_member_team_fk" foreign key ("tenant", "team") references ${schema}"${prefix}team" ("tenant", "id");
alter table ${schema}"${prefix}team_member"
  add constraint if not exists "${prefix}team_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}territory"
  add constraint if not exists "${prefix}territory_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}territory" ("tenant", "id");
alter table ${schema}"${prefix}territory"
  add constraint if not exists "${prefix}territory_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}territory_member"
  add constraint if not exists "${prefix}territory_member_territory_fk" foreign key ("tenant", "territory") references ${schema}"${prefix}territory" ("tenant", "id");
alter table ${schema}"${prefix}territory_member"
  add constraint if not exists "${prefix}territory_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}deputy"
  add constraint if not exists "${prefix}deputy_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}deputy"
  add constraint if not exists "${prefix}deputy_deputy_fk" foreign key ("tenant", "deputy") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}role_inclusion"
  add constraint if not exists "${prefix}role_inclusion_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}role_inclusion"
  add constraint if not exists "${prefix}role_inclusion_includes_fk" foreign key ("tenant", "includes") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}grant"
  add constraint if not exists "${prefix}grant_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}field_rule"
  add constraint if not exists "${prefix}field_rule_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}role_assignment"
  add constraint if not exists "${prefix}role_assignment_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}role_assignment"
  add constraint if not exists "${prefix}role_assignment_role_fk" foreign key ("tenant", "role") references ${schema}"${prefix}role" ("tenant", "id");
alter table ${schema}"${prefix}share"
  add constraint if not exists "${prefix}share_with_user_fk" foreign key ("tenant", "with_user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}share"
  add constraint if not exists "${prefix}share_with_unit_fk" foreign key ("tenant", "with_unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}share"
  add constraint if not exists "${prefix}share_with_team_fk" foreign key ("tenant", "with_team") references ${schema}"${prefix}team" ("tenant", "id");
alter table ${schema}"${prefix}number_counter"
  add constraint if not exists "${prefix}number_counter_series_fk" foreign key ("tenant", "series") references ${schema}"${prefix}number_series" ("tenant", "id");
alter table ${schema}"${prefix}shift"
  add constraint if not exists "${prefix}shift_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}holiday"
  add constraint if not exists "${prefix}holiday_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  add constraint if not exists "${prefix}customer_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  add constraint if not exists "${prefix}customer_territory_fk" foreign key ("tenant", "territory") references ${schema}"${prefix}territory" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  add constraint if not exists "${prefix}customer_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact"
  add constraint if not exists "${prefix}contact_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact"
  add constraint if not exists "${prefix}contact_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}contact_role"
  add constraint if not exists "${prefix}contact_role_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}contact_role"
  add constraint if not exists "${prefix}contact_role_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact_point"
  add constraint if not exists "${prefix}contact_point_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact_point"
  add constraint if not exists "${prefix}contact_point_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}classification"
  add constraint if not exists "${prefix}classification_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}customer_relation"
  add constraint if not exists "${prefix}customer_relation_from_customer_fk" foreign key ("tenant", "from_customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}customer_relation"
  add constraint if not exists "${prefix}customer_relation_to_customer_fk" foreign key ("tenant", "to_customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}position"
  add constraint if not exists "${prefix}position_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}position"
  add constraint if not exists "${prefix}position_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}position"
  add constraint if not exists "${prefix}position_reports_to_fk" foreign key ("tenant", "reports_to") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}product_category"
  add constraint if not exists "${prefix}product_category_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}product_category" ("tenant", "id");
alter table ${schema}"${prefix}product"
  add constraint if not exists "${prefix}product_category_fk" foreign key ("tenant", "category") references ${schema}"${prefix}product_category" ("tenant", "id");
alter table ${schema}"${prefix}product"
  add constraint if not exists "${prefix}product_successor_fk" foreign key ("tenant", "successor") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}unit_conversion"
  add constraint if not exists "${prefix}unit_conversion_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}price_list"
  add constraint if not exists "${prefix}price_list_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}price_list_item"
  add constraint if not exists "${prefix}price_list_item_list_fk" foreign key ("tenant", "list") references ${schema}"${prefix}price_list" ("tenant", "id");
alter table ${schema}"${prefix}price_list_item"
  add constraint if not exists "${prefix}price_list_item_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}price_list_item"
  add constraint if not exists "${prefix}price_list_item_category_fk" foreign key ("tenant", "category") references ${schema}"${prefix}product_category" ("tenant", "id");
alter table ${schema}"${prefix}attachment"
  add constraint if not exists "${prefix}attachment_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}interaction"
  add constraint if not exists "${prefix}interaction_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}interaction"
  add constraint if not exists "${prefix}interaction_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}interaction_party"
  add constraint if not exists "${prefix}interaction_party_interaction_fk" foreign key ("tenant", "interaction") references ${schema}"${prefix}interaction" ("tenant", "id");
alter table ${schema}"${prefix}interaction_party"
  add constraint if not exists "${prefix}interaction_party_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}task"
  add constraint if not exists "${prefix}task_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}task"
  add constraint if not exists "${prefix}task_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}stage"
  add constraint if not exists "${prefix}stage_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  add constraint if not exists "${prefix}opportunity_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  add constraint if not exists "${prefix}opportunity_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  add constraint if not exists "${prefix}opportunity_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  add constraint if not exists "${prefix}opportunity_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}opportunity"
  add constraint if not exists "${prefix}opportunity_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}stage_change"
  add constraint if not exists "${prefix}stage_change_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}stage_change"
  add constraint if not exists "${prefix}stage_change_pipeline_fk" foreign key ("tenant", "pipeline") references ${schema}"${prefix}pipeline" ("tenant", "id");
alter table ${schema}"${prefix}deal_role"
  add constraint if not exists "${prefix}deal_role_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}deal_role"
  add constraint if not exists "${prefix}deal_role_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}opportunity_change"
  add constraint if not exists "${prefix}opportunity_change_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}opportunity_change"
  add constraint if not exists "${prefix}opportunity_change_owner_before_fk" foreign key ("tenant", "owner_before") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}opportunity_change"
  add constraint if not exists "${prefix}opportunity_change_owner_after_fk" foreign key ("tenant", "owner_after") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}playbook_mark"
  add constraint if not exists "${prefix}playbook_mark_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}playbook_mark"
  add constraint if not exists "${prefix}playbook_mark_item_fk" foreign key ("tenant", "item") references ${schema}"${prefix}playbook_item" ("tenant", "id");
alter table ${schema}"${prefix}quote"
  add constraint if not exists "${prefix}quote_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}quote"
  add constraint if not exists "${prefix}quote_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}quote"
  add constraint if not exists "${prefix}quote_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}quote"
  add constraint if not exists "${prefix}quote_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}quote_group"
  add constraint if not exists "${prefix}quote_group_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}quote_line"
  add constraint if not exists "${prefix}quote_line_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}quote_line"
  add constraint if not exists "${prefix}quote_line_line_group_fk" foreign key ("tenant", "line_group") references ${schema}"${prefix}quote_group" ("tenant", "id");
alter table ${schema}"${prefix}quote_line"
  add constraint if not exists "${prefix}quote_line_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}quote_adjustment"
  add constraint if not exists "${prefix}quote_adjustment_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  add constraint if not exists "${prefix}sales_order_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  add constraint if not exists "${prefix}sales_order_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  add constraint if not exists "${prefix}sales_order_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  add constraint if not exists "${prefix}sales_order_quote_fk" foreign key ("tenant", "quote") references ${schema}"${prefix}quote" ("tenant", "id");
alter table ${schema}"${prefix}sales_order"
  add constraint if not exists "${prefix}sales_order_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}order_line"
  add constraint if not exists "${prefix}order_line_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}order_line"
  add constraint if not exists "${prefix}order_line_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}order_adjustment"
  add constraint if not exists "${prefix}order_adjustment_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}shipment"
  add constraint if not exists "${prefix}shipment_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}shipment_line"
  add constraint if not exists "${prefix}shipment_line_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}shipment_line"
  add constraint if not exists "${prefix}shipment_line_shipment_fk" foreign key ("tenant", "shipment") references ${schema}"${prefix}shipment" ("tenant", "id");
alter table ${schema}"${prefix}shipment_line"
  add constraint if not exists "${prefix}shipment_line_order_line_fk" foreign key ("tenant", "order_line") references ${schema}"${prefix}order_line" ("tenant", "id");
alter table ${schema}"${prefix}order_return"
  add constraint if not exists "${prefix}order_return_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}order_return"
  add constraint if not exists "${prefix}order_return_order_line_fk" foreign key ("tenant", "order_line") references ${schema}"${prefix}order_line" ("tenant", "id");
alter table ${schema}"${prefix}order_update"
  add constraint if not exists "${prefix}order_update_sales_order_fk" foreign key ("tenant", "sales_order") references ${schema}"${prefix}sales_order" ("tenant", "id");
alter table ${schema}"${prefix}service_level"
  add constraint if not exists "${prefix}service_level_calendar_fk" foreign key ("tenant", "calendar") references ${schema}"${prefix}business_calendar" ("tenant", "id");
alter table ${schema}"${prefix}service_target"
  add constraint if not exists "${prefix}service_target_level_fk" foreign key ("tenant", "level") references ${schema}"${prefix}service_level" ("tenant", "id");
alter table ${schema}"${prefix}case_queue"
  add constraint if not exists "${prefix}case_queue_last_turn_fk" foreign key ("tenant", "last_turn") references ${schema}"${prefix}queue_member" ("tenant", "id");
alter table ${schema}"${prefix}escalation_rung"
  add constraint if not exists "${prefix}escalation_rung_level_fk" foreign key ("tenant", "level") references ${schema}"${prefix}service_level" ("tenant", "id");
alter table ${schema}"${prefix}escalation_rung"
  add constraint if not exists "${prefix}escalation_rung_notify_fk" foreign key ("tenant", "notify") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}escalation_rung"
  add constraint if not exists "${prefix}escalation_rung_assign_to_fk" foreign key ("tenant", "assign_to") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}escalation_rung"
  add constraint if not exists "${prefix}escalation_rung_transfer_to_fk" foreign key ("tenant", "transfer_to") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}queue_member"
  add constraint if not exists "${prefix}queue_member_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}queue_member"
  add constraint if not exists "${prefix}queue_member_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_product_fk" foreign key ("tenant", "product") references ${schema}"${prefix}product" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_opportunity_fk" foreign key ("tenant", "opportunity") references ${schema}"${prefix}opportunity" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_merged_into_fk" foreign key ("tenant", "merged_into") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}service_case"
  add constraint if not exists "${prefix}service_case_service_level_fk" foreign key ("tenant", "service_level") references ${schema}"${prefix}service_level" ("tenant", "id");
alter table ${schema}"${prefix}case_step"
  add constraint if not exists "${prefix}case_step_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_step"
  add constraint if not exists "${prefix}case_step_origin_fk" foreign key ("tenant", "origin") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_step"
  add constraint if not exists "${prefix}case_step_assignee_fk" foreign key ("tenant", "assignee") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}case_step"
  add constraint if not exists "${prefix}case_step_queue_fk" foreign key ("tenant", "queue") references ${schema}"${prefix}case_queue" ("tenant", "id");
alter table ${schema}"${prefix}case_link"
  add constraint if not exists "${prefix}case_link_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_link"
  add constraint if not exists "${prefix}case_link_other_fk" foreign key ("tenant", "other") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_collaborator"
  add constraint if not exists "${prefix}case_collaborator_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_collaborator"
  add constraint if not exists "${prefix}case_collaborator_user_fk" foreign key ("tenant", "user") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}case_message"
  add constraint if not exists "${prefix}case_message_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");
alter table ${schema}"${prefix}case_message"
  add constraint if not exists "${prefix}case_message_step_fk" foreign key ("tenant", "step") references ${schema}"${prefix}case_step" ("tenant", "id");
alter table ${schema}"${prefix}escalation"
  add constraint if not exists "${prefix}escalation_service_case_fk" foreign key ("tenant", "service_case") references ${schema}"${prefix}service_case" ("tenant", "id");

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
  "max_length" bigint,
  "options" clob,
  "code_table" varchar(96),
  "target" varchar(96),
  "label_en" varchar(200),
  "label_zh" varchar(200),
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
  "active" boolean,
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
create index if not exists "${prefix}user_cf_t1_ix" on ${schema}"${prefix}user" ("tenant", "cf_t1", "id");
create index if not exists "${prefix}user_cf_t2_ix" on ${schema}"${prefix}user" ("tenant", "cf_t2", "id");
create index if not exists "${prefix}user_cf_n1_ix" on ${schema}"${prefix}user" ("tenant", "cf_n1", "id");
create index if not exists "${prefix}user_cf_n2_ix" on ${schema}"${prefix}user" ("tenant", "cf_n2", "id");
create index if not exists "${prefix}user_cf_d1_ix" on ${schema}"${prefix}user" ("tenant", "cf_d1", "id");
create unique index if not exists "${prefix}user_username_uq" on ${schema}"${prefix}user" ("tenant", "username", "live");

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
  "customer_group" varchar(510),
  "industry" varchar(510),
  "sales_region" varchar(510),
  "tags" clob,
  "owner" uuid,
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
  "job_title" varchar(510),
  "email" varchar(510),
  "phone" varchar(510),
  "mobile" varchar(510),
  "birthday" date,
  "notes" clob,
  "external_id" varchar(200),
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
  "exit_criteria" clob,
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

-- References, which may lead in circles.
alter table ${schema}"${prefix}org_unit"
  add constraint if not exists "${prefix}org_unit_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}user"
  add constraint if not exists "${prefix}user_unit_fk" foreign key ("tenant", "unit") references ${schema}"${prefix}org_unit" ("tenant", "id");
alter table ${schema}"${prefix}user"
  add constraint if not exists "${prefix}user_manager_fk" foreign key ("tenant", "manager") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  add constraint if not exists "${prefix}customer_owner_fk" foreign key ("tenant", "owner") references ${schema}"${prefix}user" ("tenant", "id");
alter table ${schema}"${prefix}customer"
  add constraint if not exists "${prefix}customer_parent_fk" foreign key ("tenant", "parent") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact"
  add constraint if not exists "${prefix}contact_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
alter table ${schema}"${prefix}contact_role"
  add constraint if not exists "${prefix}contact_role_contact_fk" foreign key ("tenant", "contact") references ${schema}"${prefix}contact" ("tenant", "id");
alter table ${schema}"${prefix}contact_role"
  add constraint if not exists "${prefix}contact_role_customer_fk" foreign key ("tenant", "customer") references ${schema}"${prefix}customer" ("tenant", "id");
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

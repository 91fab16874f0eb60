-- What the library keeps for itself, and records of types without a class, on MariaDB.
-- ${prefix} is what the names of all tables begin with, ${schema} the schema with a dot, or nothing.
-- Every statement can be run again. Made from the definitions; once released, it is not changed any more.

-- schema_history
create table if not exists ${schema}`${prefix}schema_history` (
  `script` varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `version` bigint not null,
  `step` bigint not null,
  `checksum` varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `applied_at` datetime(6) not null,
  `applied_by` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `statement` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  primary key (`script`, `version`, `step`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- schema_lock
create table if not exists ${schema}`${prefix}schema_lock` (
  `id` bigint not null,
  `owner` varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin,
  `lease_until` datetime(6),
  `version` bigint not null,
  primary key (`id`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- custom_slot
create table if not exists ${schema}`${prefix}custom_slot` (
  `tenant` varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `record_type` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `field` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `slot` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin,
  `state` varchar(16) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `changed_at` datetime(6) not null,
  primary key (`tenant`, `record_type`, `field`),
  unique key `${prefix}custom_slot_slot_uq` (`tenant`, `record_type`, `slot`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- custom_key
create table if not exists ${schema}`${prefix}custom_key` (
  `tenant` varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `record_type` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `key_name` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `key_value` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `record_id` binary(16) not null,
  primary key (`tenant`, `record_type`, `key_name`, `key_value`),
  key `${prefix}custom_key_record_ix` (`tenant`, `record_type`, `record_id`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- work_token
create table if not exists ${schema}`${prefix}work_token` (
  `tenant` varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `token` binary(16) not null,
  `created_at` datetime(6) not null,
  primary key (`tenant`, `token`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

-- custom_record
create table if not exists ${schema}`${prefix}custom_record` (
  `tenant` varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `record_type` varchar(48) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `id` binary(16) not null,
  `version` bigint not null,
  `created_at` datetime(6),
  `created_by` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `updated_at` datetime(6),
  `updated_by` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `deleted_at` datetime(6),
  `history__key` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `live` boolean,
  `cf_t1` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `cf_t2` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `cf_t3` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `cf_t4` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `cf_t5` varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
  `cf_n1` decimal(28,8),
  `cf_n2` decimal(28,8),
  `cf_n3` decimal(28,8),
  `cf_d1` datetime(6),
  `cf_d2` datetime(6),
  `cf` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  primary key (`tenant`, `record_type`, `id`),
  key `${prefix}custom_record_cf_t1_ix` (`tenant`, `record_type`, `cf_t1`, `id`),
  key `${prefix}custom_record_cf_t2_ix` (`tenant`, `record_type`, `cf_t2`, `id`),
  key `${prefix}custom_record_cf_t3_ix` (`tenant`, `record_type`, `cf_t3`, `id`),
  key `${prefix}custom_record_cf_t4_ix` (`tenant`, `record_type`, `cf_t4`, `id`),
  key `${prefix}custom_record_cf_t5_ix` (`tenant`, `record_type`, `cf_t5`, `id`),
  key `${prefix}custom_record_cf_n1_ix` (`tenant`, `record_type`, `cf_n1`, `id`),
  key `${prefix}custom_record_cf_n2_ix` (`tenant`, `record_type`, `cf_n2`, `id`),
  key `${prefix}custom_record_cf_n3_ix` (`tenant`, `record_type`, `cf_n3`, `id`),
  key `${prefix}custom_record_cf_d1_ix` (`tenant`, `record_type`, `cf_d1`, `id`),
  key `${prefix}custom_record_cf_d2_ix` (`tenant`, `record_type`, `cf_d2`, `id`)
) engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin;

package io.crmkit.persistence.schema;

import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Index;
import io.crmkit.persistence.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables that the library keeps for itself. */
final class OwnTables {
  /** What was run in the database, step by step. */
  static final String HISTORY = "schema_history";

  /** One row: who changes the tables at the moment. */
  static final String LOCK = "schema_lock";

  private static final Column SCRIPT = required("script", ColumnType.TEXT, 100);
  private static final Column VERSION = required("version", ColumnType.LONG, 0);
  private static final Column STEP = required("step", ColumnType.LONG, 0);

  private OwnTables() {}

  static Shape history() {
    return new Shape(
        HISTORY,
        List.of(
            SCRIPT,
            VERSION,
            STEP,
            required("checksum", ColumnType.TEXT, 64),
            required("applied_at", ColumnType.INSTANT, 0),
            required("applied_by", ColumnType.TEXT, 255),
            optional("statement", ColumnType.LONG_TEXT, 0)),
        List.of(SCRIPT, VERSION, STEP),
        List.of(),
        List.of());
  }

  static Shape lock() {
    Column id = required("id", ColumnType.LONG, 0);
    return new Shape(
        LOCK,
        List.of(
            id,
            optional("owner", ColumnType.TEXT, 100),
            optional("lease_until", ColumnType.INSTANT, 0),
            VERSION),
        List.of(id),
        List.of(),
        List.of());
  }

  /** All of them; the first two are needed before anything can be recorded. */
  static List<Shape> all() {
    return List.of(history(), lock(), slots(), keys(), tokens());
  }

  private static Shape slots() {
    List<Column> type = List.of(Table.TENANT, Bookkeeping.RECORD_TYPE);
    return new Shape(
        Bookkeeping.CUSTOM_SLOT,
        List.of(
            Table.TENANT,
            Bookkeeping.RECORD_TYPE,
            Bookkeeping.FIELD,
            Bookkeeping.SLOT,
            Bookkeeping.STATE,
            Bookkeeping.CHANGED_AT),
        with(type, Bookkeeping.FIELD),
        List.of(new Index("custom_slot_slot_uq", with(type, Bookkeeping.SLOT), true, false)),
        List.of());
  }

  private static Shape keys() {
    List<Column> type = List.of(Table.TENANT, Bookkeeping.RECORD_TYPE);
    return new Shape(
        Bookkeeping.CUSTOM_KEY,
        List.of(
            Table.TENANT,
            Bookkeeping.RECORD_TYPE,
            Bookkeeping.KEY_NAME,
            Bookkeeping.KEY_VALUE,
            Bookkeeping.RECORD_ID),
        with(type, Bookkeeping.KEY_NAME, Bookkeeping.KEY_VALUE),
        List.of(new Index("custom_key_record_ix", with(type, Bookkeeping.RECORD_ID), false, false)),
        List.of());
  }

  private static Shape tokens() {
    return new Shape(
        Bookkeeping.WORK_TOKEN,
        List.of(Table.TENANT, Bookkeeping.TOKEN, Bookkeeping.CREATED_AT),
        List.of(Table.TENANT, Bookkeeping.TOKEN),
        List.of(),
        List.of());
  }

  private static List<Column> with(List<Column> first, Column... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toList();
  }

  private static Column required(String name, ColumnType type, int length) {
    return new Column(name, type, length, true);
  }

  private static Column optional(String name, ColumnType type, int length) {
    return new Column(name, type, length, false);
  }
}

package io.crmkit.persistence.table;

import com.google.common.hash.Hashing;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The tables that the store keeps for itself, and their columns. */
public final class Bookkeeping {
  /** Who holds which value of a unique custom field. */
  public static final String CUSTOM_KEY = "custom_key";

  /** Where the search copies of custom fields stand. */
  public static final String CUSTOM_SLOT = "custom_slot";

  /** The units of work that were committed, so that a commit of unknown outcome can be resolved. */
  public static final String WORK_TOKEN = "work_token";

  /** The name of a record type. */
  public static final Column RECORD_TYPE = Column.text("record_type", 48).always();

  /** The name of a unique custom field. */
  public static final Column KEY_NAME = Column.text("key_name", 48).always();

  /** Its value, see {@link #keyValue}. */
  public static final Column KEY_VALUE = Column.text("key_value", 255).always();

  /** The record that holds it. */
  public static final Column RECORD_ID = Column.of("record_id", ColumnType.UUID).always();

  /** The name of a custom field. */
  public static final Column FIELD = Column.text("field", 48).always();

  /** The column that its copies stand in; null where none was free. */
  public static final Column SLOT = Column.text("slot", 48);

  /** How far the copies are made. */
  public static final Column STATE = Column.text("state", 16).always();

  /** When that changed, by the clock of the database. */
  public static final Column CHANGED_AT = Column.of("changed_at", ColumnType.INSTANT).always();

  /** What a unit of work is known by. */
  public static final Column TOKEN = Column.of("token", ColumnType.UUID).always();

  /** When the unit was committed. */
  public static final Column CREATED_AT = Column.of("created_at", ColumnType.INSTANT).always();

  /** What stands in place of a field in the row of a place whose field was destroyed. */
  public static String freed(Column slot) {
    return '~' + slot.name();
  }

  private Bookkeeping() {}

  /**
   * The value of a unique custom field as it is claimed: its text, or a digest of a long one; null
   * where the row does not count.
   */
  public static @Nullable String keyValue(Field<?, ?> field, @Nullable Row row) {
    return row == null || row.deleted() ? null : text(field, row);
  }

  private static <T> @Nullable String text(Field<?, T> field, Row row) {
    T value = field.of(row);
    if (value == null) {
      return null;
    }
    String text = field.kind().format(value);
    return text.length() <= KEY_VALUE.length()
        ? text
        : "sha256:" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
  }
}

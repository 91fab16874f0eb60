package io.crmkit.persistence.write;

import io.crmkit.persistence.table.Column;
import java.util.List;

/**
 * The form of a statement that is the same for many rows. Two equal forms have the same text.
 *
 * @param verb what it does
 * @param table the name of the table, without prefix
 * @param set the columns that are written
 * @param owner the columns that say whose rows they are, the same for all rows of a unit
 * @param key the columns by which a row is found, besides the owner
 * @param guarded exactly one row must be hit for each given, or the unit fails
 */
record Form(
    Verb verb,
    String table,
    List<Column> set,
    List<Column> owner,
    List<Column> key,
    boolean guarded) {
  /** What statements do. */
  enum Verb {
    /** Makes rows; owner columns are among those set. */
    INSERT,
    /** Changes rows. */
    UPDATE,
    /** Removes rows. */
    DELETE,
    /** Makes sure that a row is there and stays as it is until the end. */
    HOLD,
    /** Makes sure that a row is there and stays, whatever else becomes of it. */
    PIN
  }

  /** Cheap, since forms are looked up for every row: few differ in nothing but their columns. */
  @Override
  public int hashCode() {
    return ((verb.name().hashCode() * 31 + table.hashCode()) * 31 + set.size()) * 31 + key.size();
  }
}

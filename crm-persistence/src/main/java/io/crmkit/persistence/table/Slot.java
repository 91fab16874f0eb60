package io.crmkit.persistence.table;

/**
 * Where the search copy of a custom field stands.
 *
 * @param column the column
 * @param ready every row has its copy, so queries may rely on it; else it is only written
 */
public record Slot(Column column, boolean ready) {}

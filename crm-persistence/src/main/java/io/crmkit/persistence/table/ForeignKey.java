package io.crmkit.persistence.table;

/**
 * A reference that the database watches: {@code (tenant, column)} is the key of a row of the other
 * table.
 *
 * @param name without the prefix of the installation
 * @param column the column that refers
 * @param target the name of the other table, without the prefix
 */
public record ForeignKey(String name, Column column, String target) {}

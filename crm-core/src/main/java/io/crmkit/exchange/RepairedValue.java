package io.crmkit.exchange;

/**
 * A value that a {@link Repair} has mended in a row that was imported.
 *
 * @param rule the name of the repair
 * @param line the line on which the row begins, counted from 1
 * @param column the column
 * @param from the value as it stands in the file
 * @param to the value that was imported
 */
public record RepairedValue(String rule, long line, String column, String from, String to) {}

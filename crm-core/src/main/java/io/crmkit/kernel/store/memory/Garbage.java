package io.crmkit.kernel.store.memory;

/**
 * Behind a version, which replaced it, something lies that is of no use one day.
 *
 * @param table where
 * @param cell of which row
 * @param version what replaced it
 */
record Garbage(Table table, Cell cell, Version version) {}

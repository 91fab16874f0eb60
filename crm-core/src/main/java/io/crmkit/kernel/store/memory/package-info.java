/**
 * A store in memory: transactions, isolation, unique keys, references and indexes as a database has
 * them, without one. What it answers is what every other store has to answer.
 */
@NullMarked
package io.crmkit.kernel.store.memory;

import org.jspecify.annotations.NullMarked;

/** The SQL stores beside hand-written JDBC and beside Hibernate, on the same rows in one run. */
@NullMarked
package io.crmkit.examples.bench.sql;

import org.jspecify.annotations.NullMarked;

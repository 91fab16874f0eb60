/**
 * Units of work on their way into a database: the net changes of a unit become a few groups of
 * statements, and those one round trip where the database allows it.
 */
@NullMarked
package io.crmkit.persistence.write;

import org.jspecify.annotations.NullMarked;

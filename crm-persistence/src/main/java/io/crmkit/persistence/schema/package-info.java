/** The tables in the database: scripts, what is there, and how the one is brought to the other. */
@NullMarked
package io.crmkit.persistence.schema;

import org.jspecify.annotations.NullMarked;

/** How records lie in tables: columns, keys and indexes, the same on every database. */
@NullMarked
package io.crmkit.persistence.table;

import org.jspecify.annotations.NullMarked;

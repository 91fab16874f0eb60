/**
 * Records as values: types and fields as objects, immutable snapshots, conditions over them.
 *
 * <p>A {@link io.crmkit.kernel.record.Field} serves reading, query, validation, audit, permission,
 * import, export and label; a {@link io.crmkit.kernel.record.Condition} is a value that the memory
 * store runs as a Java predicate and a SQL store compiles.
 */
@NullMarked
package io.crmkit.kernel.record;

import org.jspecify.annotations.NullMarked;

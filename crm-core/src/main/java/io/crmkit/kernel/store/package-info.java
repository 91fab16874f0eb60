/**
 * What a store has to do: keep rows and find them. Rows are generic, so a new record type or
 * feature adds nothing here.
 */
@NullMarked
package io.crmkit.kernel.store;

import org.jspecify.annotations.NullMarked;

/**
 * Queries as text: conditions as JSON, sort orders as words, places in a list as cursors that only
 * the library can read.
 */
@NullMarked
package io.crmkit.kernel.query;

import org.jspecify.annotations.NullMarked;

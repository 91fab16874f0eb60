/** Keeps records in SQL databases. */
@NullMarked
package io.crmkit.persistence;

import org.jspecify.annotations.NullMarked;

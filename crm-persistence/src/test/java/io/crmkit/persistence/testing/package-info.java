/** Databases for tests, and the ways in which a host may wire a store with them. */
@NullMarked
package io.crmkit.persistence.testing;

import org.jspecify.annotations.NullMarked;

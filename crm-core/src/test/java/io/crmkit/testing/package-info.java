/** Helpers shared by tests. */
@NullMarked
package io.crmkit.testing;

import org.jspecify.annotations.NullMarked;

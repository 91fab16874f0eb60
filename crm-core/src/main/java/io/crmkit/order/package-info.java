/** Orders: confirmed, shipped in parts, cancelled, returned, and where they stand. */
@NullMarked
package io.crmkit.order;

import org.jspecify.annotations.NullMarked;

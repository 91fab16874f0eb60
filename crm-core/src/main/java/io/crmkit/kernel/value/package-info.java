/**
 * Immutable values that fields hold: money, addresses, JSON, and the rules of text they share.
 *
 * <p>Everything here is a value: immutable, safe to share between threads, equal by content. The
 * package knows no records, no store and no clock.
 */
@NullMarked
package io.crmkit.kernel.value;

import org.jspecify.annotations.NullMarked;

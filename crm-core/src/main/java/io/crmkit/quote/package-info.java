/** Quotes: drafted from deals, revised, approved, sent, accepted, declined or expired. */
@NullMarked
package io.crmkit.quote;

import org.jspecify.annotations.NullMarked;

/** Currencies, their rates, and figures in several of them. */
@NullMarked
package io.crmkit.currency;

import org.jspecify.annotations.NullMarked;

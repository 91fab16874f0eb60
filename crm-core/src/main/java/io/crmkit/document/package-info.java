/** The arithmetic of quotes, orders and invoices: lines, allowances, charges, tax, totals. */
@NullMarked
package io.crmkit.document;

import org.jspecify.annotations.NullMarked;

/** Computes figures from the records of a CRM. */
@NullMarked
package io.crmkit.analytics;

import org.jspecify.annotations.NullMarked;

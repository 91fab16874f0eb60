/** Whom we sell to: customers, their contacts and the roles those play. */
@NullMarked
package io.crmkit.customer;

import org.jspecify.annotations.NullMarked;

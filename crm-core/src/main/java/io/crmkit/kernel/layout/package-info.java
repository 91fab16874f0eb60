/**
 * The shape that an administrator gives a tenant's data at run time: custom fields, custom record
 * types, codes; records like others, from which the tenant's layout is made.
 */
@NullMarked
package io.crmkit.kernel.layout;

import org.jspecify.annotations.NullMarked;

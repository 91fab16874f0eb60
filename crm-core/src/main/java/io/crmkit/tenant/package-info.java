/** The tenants of an installation: their life, and all of their data at once. */
@NullMarked
package io.crmkit.tenant;

import org.jspecify.annotations.NullMarked;

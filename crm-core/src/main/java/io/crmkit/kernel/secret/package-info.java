/** Keys, and what is kept encrypted with them. */
@NullMarked
package io.crmkit.kernel.secret;

import org.jspecify.annotations.NullMarked;

/** What the rest of the host may want to hear about. */
@NullMarked
package io.crmkit.kernel.event;

import org.jspecify.annotations.NullMarked;

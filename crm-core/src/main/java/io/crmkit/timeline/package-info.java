/** Everything about a customer in one list, in the order of time. */
@NullMarked
package io.crmkit.timeline;

import org.jspecify.annotations.NullMarked;

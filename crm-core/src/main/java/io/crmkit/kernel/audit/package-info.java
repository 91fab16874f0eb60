/** What changed, when, by whom and why: the facts that history is read from. */
@NullMarked
package io.crmkit.kernel.audit;

import org.jspecify.annotations.NullMarked;

/**
 * Who calls, and what a policy lets them see and do. The read and the write pipeline ask the policy
 * in one place each.
 */
@NullMarked
package io.crmkit.kernel.access;

import org.jspecify.annotations.NullMarked;

/** One family of errors: each has a stable code, says what is wrong and what to do about it. */
@NullMarked
package io.crmkit.kernel.error;

import org.jspecify.annotations.NullMarked;

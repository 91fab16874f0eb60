/** The rights of people to what is kept about them: consent, access, portability, erasure. */
@NullMarked
package io.crmkit.privacy;

import org.jspecify.annotations.NullMarked;

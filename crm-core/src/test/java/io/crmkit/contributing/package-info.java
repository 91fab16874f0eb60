/** The example of CONTRIBUTING.md. */
@NullMarked
package io.crmkit.contributing;

import org.jspecify.annotations.NullMarked;

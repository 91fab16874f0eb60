/** Who works here: users and the units they belong to. */
@NullMarked
package io.crmkit.org;

import org.jspecify.annotations.NullMarked;

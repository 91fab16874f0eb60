/** Who may do what: roles and what they grant, how far it reaches, shares, and why. */
@NullMarked
package io.crmkit.permission;

import org.jspecify.annotations.NullMarked;

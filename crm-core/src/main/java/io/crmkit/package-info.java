/**
 * What a host learns first: {@link io.crmkit.Crm} is opened, a {@link io.crmkit.Session} works in
 * somebody's name, a {@link io.crmkit.Work} does several things as one.
 */
@NullMarked
package io.crmkit;

import org.jspecify.annotations.NullMarked;

/** Business calendars: when somebody works, and how much working time passes between moments. */
@NullMarked
package io.crmkit.calendar;

import org.jspecify.annotations.NullMarked;

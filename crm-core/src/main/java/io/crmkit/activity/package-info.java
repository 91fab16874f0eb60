/** What is done with customers: interactions that took place, tasks that are to be done. */
@NullMarked
package io.crmkit.activity;

import org.jspecify.annotations.NullMarked;

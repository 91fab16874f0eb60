/** What is sold. */
@NullMarked
package io.crmkit.catalog;

import org.jspecify.annotations.NullMarked;

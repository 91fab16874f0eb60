/**
 * What any user interface needs to know: saved views, and descriptors of lists, forms and boards.
 */
@NullMarked
package io.crmkit.view;

import org.jspecify.annotations.NullMarked;

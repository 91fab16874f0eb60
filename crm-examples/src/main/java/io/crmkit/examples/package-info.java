/** Programs that show the library in use. */
@NullMarked
package io.crmkit.examples;

import org.jspecify.annotations.NullMarked;

/** The library beside the least that plain collections would do, in one run. */
@NullMarked
package io.crmkit.examples.bench;

import org.jspecify.annotations.NullMarked;

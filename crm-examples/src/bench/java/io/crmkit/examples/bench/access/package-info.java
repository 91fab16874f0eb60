/** How long it takes to decide who may do what, beside libraries that do nothing else. */
@NullMarked
package io.crmkit.examples.bench.access;

import org.jspecify.annotations.NullMarked;

/** The front door of the library: what a host application opens, and works with, first. */
@NullMarked
package io.crmkit;

import org.jspecify.annotations.NullMarked;

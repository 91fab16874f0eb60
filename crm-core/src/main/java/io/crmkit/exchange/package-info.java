/** Records in and out of files: the text layer of CSV, and what is built on it. */
@NullMarked
package io.crmkit.exchange;

import org.jspecify.annotations.NullMarked;

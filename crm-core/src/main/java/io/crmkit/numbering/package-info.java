/** Numbers of documents, without gaps, by series and year. */
@NullMarked
package io.crmkit.numbering;

import org.jspecify.annotations.NullMarked;

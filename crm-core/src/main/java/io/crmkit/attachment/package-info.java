/** Files that hang on records of any type, their content streamed in and out. */
@NullMarked
package io.crmkit.attachment;

import org.jspecify.annotations.NullMarked;

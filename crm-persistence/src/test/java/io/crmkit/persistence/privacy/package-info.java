/** What is encrypted or erased is nowhere in a database. */
@NullMarked
package io.crmkit.persistence.privacy;

import org.jspecify.annotations.NullMarked;

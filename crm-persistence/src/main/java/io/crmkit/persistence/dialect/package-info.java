/** What the databases do each in their own way: types, binding, reading, errors. */
@NullMarked
package io.crmkit.persistence.dialect;

import org.jspecify.annotations.NullMarked;

/** What must not be lost, doubled or half done when something breaks. */
@NullMarked
package io.crmkit.persistence.fault;

import org.jspecify.annotations.NullMarked;

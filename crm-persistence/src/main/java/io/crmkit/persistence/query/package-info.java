/**
 * Reading: what is asked of a store becomes SQL, once for each shape of question, and what SQL
 * cannot say exactly is narrowed down by it and decided in Java.
 */
@NullMarked
package io.crmkit.persistence.query;

import org.jspecify.annotations.NullMarked;

package io.crmkit.kernel.record;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold within one record, whatever changed in it.
 *
 * @param message the key of the library's sentence about it
 * @param code names the type's own sentence, where {@code message} leaves that to the type
 */
record Rule<E extends Entity<E>>(
    String message, @Nullable String code, Field<E, ?> field, Predicate<E> holds) {}

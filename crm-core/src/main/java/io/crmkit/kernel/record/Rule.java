package io.crmkit.kernel.record;

import java.util.function.Predicate;

/** Something that must hold within one record, whatever changed in it. */
record Rule<E extends Entity<E>>(String code, Field<E, ?> field, Predicate<E> holds) {}

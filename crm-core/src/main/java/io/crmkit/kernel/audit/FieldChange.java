package io.crmkit.kernel.audit;

import org.jspecify.annotations.Nullable;

/**
 * One field that changed, its values in their text form.
 *
 * @param field the name of the field
 * @param before the value before, or null where there was none
 * @param after the value after, or null where there is none
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

package io.crmkit.kernel.record;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field declares about itself. */
record FieldSpec<T>(
    boolean required,
    boolean unique,
    boolean indexed,
    boolean searchable,
    boolean immutable,
    boolean personal,
    boolean provided,
    boolean impersonal,
    boolean encrypted,
    boolean managed,
    @Nullable Integer maxLength,
    @Nullable Pattern pattern,
    @Nullable T least,
    @Nullable T greatest,
    @Nullable Supplier<T> initial,
    List<Supplier<Field<?, ?>>> originals,
    Map<String, String> labels) {

  void check(T value, Kind<T> kind) {
    if (maxLength != null && value instanceof String text) {
      int length = text.length();
      if (length > maxLength && text.codePointCount(0, length) > maxLength) {
        throw new Refused("violation.max", text.codePointCount(0, length), maxLength);
      }
    }
    if (pattern != null && value instanceof String text && !pattern.matcher(text).matches()) {
      throw new Refused("violation.pattern", Kinds.shorten(text), pattern.pattern());
    }
    if (least != null && kind.compare(value, least) < 0) {
      throw new Refused("violation.least", kind.format(value), kind.format(least));
    }
    if (greatest != null && kind.compare(value, greatest) > 0) {
      throw new Refused("violation.greatest", kind.format(value), kind.format(greatest));
    }
  }
}

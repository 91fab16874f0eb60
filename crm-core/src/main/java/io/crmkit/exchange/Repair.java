package io.crmkit.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mends a value that is known to be written wrongly, before anything else looks at it. */
@FunctionalInterface
public interface Repair {
  /**
   * Mends a value.
   *
   * @param value as it stands in the file, empty where there is none
   * @return the value to go on with; null, or the same, where there is nothing to mend
   */
  @Nullable String apply(String value);

  /** Replaces values by others. */
  static Repair alias(Map<String, String> others) {
    Map<String, String> copy = Map.copyOf(others);
    return copy::get;
  }

  /** Puts a value where there is none. */
  static Repair whenBlank(String substitute) {
    return value -> value.isBlank() ? substitute : null;
  }

  /** Takes away white space around a value. */
  static Repair strip() {
    return String::strip;
  }
}

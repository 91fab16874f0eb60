package io.crmkit.kernel.record;

import java.util.Set;

/** What types and fields may be called: names that every database and file format can carry. */
final class Names {
  static final int MAX = 48;
  private static final Set<String> RESERVED = Set.of("id", "version", "tenant", "cf");

  private Names() {}

  static String checked(String name) {
    boolean good = !name.isEmpty() && name.length() <= MAX && isLetter(name.charAt(0));
    for (int i = 0; i < name.length() && good; i++) {
      char c = name.charAt(i);
      good = isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
    if (!good || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot be a name: use up to "
              + MAX
              + " of a-z, 0-9 and _, a letter first, and none of "
              + RESERVED);
    }
    return name;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}

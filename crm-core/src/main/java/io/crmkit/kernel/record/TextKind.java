package io.crmkit.kernel.record;

import io.crmkit.kernel.value.TextOrder;
import org.jspecify.annotations.Nullable;

/** Text, ordered by code point; refuses what no database keeps. */
class TextKind extends Kind<String> {
  TextKind(String name, Storage storage) {
    super(name, String.class, storage);
  }

  @Override
  public @Nullable String normalise(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw new Refused("violation.nul", i + 1);
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw new Refused("violation.surrogate", i + 1);
        }
        i++;
      }
    }
    return value.isEmpty() ? null : value;
  }

  @Override
  public int compare(String a, String b) {
    return TextOrder.BY_CODE_POINT.compare(a, b);
  }

  @Override
  public long rank(String value) {
    return TextOrder.beginning(value);
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public boolean storedAsIs() {
    return true;
  }
}

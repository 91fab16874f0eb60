package io.crmkit.permission;

import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.Messages;
import java.util.List;
import java.util.Locale;

/**
 * Why somebody may do something to a record, or may not, in a sentence.
 *
 * @param allowed true where they may
 * @param key the key of the sentence
 * @param arguments what it mentions
 */
public record Explanation(boolean allowed, String key, List<Object> arguments)
    implements Localised {
  /** Copies the list. */
  public Explanation {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String in(Locale locale) {
    return Messages.text(locale, key, arguments.toArray());
  }

  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}

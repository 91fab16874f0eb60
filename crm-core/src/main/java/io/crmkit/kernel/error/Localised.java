package io.crmkit.kernel.error;

import java.util.Locale;

/** Something whose text depends on the reader's language; a message asks it when it is shown. */
@FunctionalInterface
public interface Localised {
  /** The text in the language of {@code locale}. */
  String in(Locale locale);
}

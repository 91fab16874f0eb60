package io.crmkit.kernel.record;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text of a form of its own, such as an e-mail address. */
final class CheckedKind extends TextKind {
  private final Function<String, String> check;

  CheckedKind(String name, Function<String, String> check) {
    super(name, Storage.TEXT);
    this.check = check;
  }

  @Override
  public @Nullable String normalise(String value) {
    String text = super.normalise(value);
    return text == null || text.isBlank() ? null : check.apply(text);
  }
}

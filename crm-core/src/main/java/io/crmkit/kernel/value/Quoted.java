package io.crmkit.kernel.value;

/** A value as an error message shows it: in quotes, on one line, at most 60 characters. */
public final class Quoted {
  private static final int MAX = 60;

  private Quoted() {}

  /** Returns {@code value} in quotes; control characters show as U+FFFD, a cut as an ellipsis. */
  public static String of(String value) {
    StringBuilder out = new StringBuilder(Math.min(value.length(), MAX) + 3).append('"');
    int end = Math.min(value.length(), MAX);
    if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      out.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return out.append(end < value.length() ? "…\"" : "\"").toString();
  }
}

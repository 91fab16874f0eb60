package io.crmkit.exchange;

import io.crmkit.kernel.value.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant who wrote something else. */
final class NearMisses {
  private static final int MOST = 3;
  private static final int MANY = 10;
  private static final int LONGEST = 100;
  private static final int ENOUGH = 20_000;

  private record Miss(String name, int distance) {}

  private NearMisses() {}

  /** The known names that differ least from {@code value}, closest first; empty if none is near. */
  static List<String> of(String value, Collection<String> known) {
    String wanted = plain(value);
    int allowed = (wanted.length() + 1) / 4;
    List<Miss> misses = new ArrayList<>();
    if (wanted.length() <= LONGEST) {
      known.stream()
          .limit(ENOUGH)
          .forEach(
              name -> {
                int distance = distance(wanted, plain(name), allowed);
                if (distance <= allowed) {
                  misses.add(new Miss(name, distance));
                }
              });
    }
    misses.sort(Comparator.comparingInt(Miss::distance).thenComparing(Miss::name));
    return misses.stream().limit(MOST).map(Miss::name).toList();
  }

  /** A few names in quotes, and how many more there are. */
  static String shown(Collection<String> names, Locale locale) {
    List<String> quoted = names.stream().sorted().limit(MANY).map(Quoted::of).toList();
    String shown = String.join(", ", quoted);
    return names.size() <= MANY
        ? shown
        : ExchangeText.of(
            locale, "import.and_more", shown, String.valueOf(names.size() - quoted.size()));
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The Levenshtein distance, or more than {@code most} where it is more than that. */
  private static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] last = new int[b.length() + 1];
    int[] next = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(changed, 1 + Math.min(last[j], next[j - 1]));
      }
      int[] swap = last;
      last = next;
      next = swap;
    }
    return last[b.length()];
  }
}

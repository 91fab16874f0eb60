package io.crmkit.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a printed document.
 *
 * @param name of the company
 * @param slogan what stands below the name, or null
 * @param lines address and ways to reach it, as they are to be read, one a line
 * @param footer what stands at the foot of each page: tax number, bank account and the like
 * @param color of lines and headings, as in {@code #1F4E79}
 */
public record Letterhead(
    String name, @Nullable String slogan, List<String> lines, List<String> footer, String color) {
  /** A calm blue. */
  public static final String BLUE = "#1F4E79";

  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException where the color is none
   */
  public Letterhead {
    lines = List.copyOf(lines);
    footer = List.copyOf(footer);
    if (!COLOR.matcher(color).matches()) {
      throw new IllegalArgumentException("the color " + color + ": write it as in " + BLUE);
    }
  }

  /** A letterhead of a name and nothing else. */
  public static Letterhead of(String name) {
    return new Letterhead(name, null, List.of(), List.of(), BLUE);
  }
}

package io.crmkit.kernel.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One code of a code table.
 *
 * @param code what records hold
 * @param parent the code of the same table that it is a part of, or null
 * @param labels what people read, by language such as {@code "en"}
 * @param active false where new records refuse it; those that have it keep it
 * @param since the first day that records may be given it, or null
 * @param until the last day that records may be given it, or null
 */
public record Code(
    String code,
    @Nullable String parent,
    Map<String, String> labels,
    boolean active,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {
  /** Copies the labels. */
  public Code {
    labels = Map.copyOf(labels);
  }

  /** An active code without labels. */
  public static Code of(String code) {
    return new Code(code, null, Map.of(), true, null, null);
  }

  /** The same with a label in the language of {@code locale}. */
  public Code label(Locale locale, String text) {
    Map<String, String> more = new HashMap<>(labels);
    more.put(locale.getLanguage(), text);
    return new Code(code, parent, more, active, since, until);
  }

  /** The same as a part of another code. */
  public Code in(String above) {
    return new Code(code, above, labels, active, since, until);
  }

  /** The same, to be given from {@code first} to {@code last}, both of which may be null. */
  public Code valid(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Code(code, parent, labels, active, first, last);
  }

  /** The label in the language of {@code locale}, else in English, else the code itself. */
  public String label(Locale locale) {
    String english = labels.getOrDefault(Locale.ENGLISH.getLanguage(), code);
    return labels.getOrDefault(locale.getLanguage(), english);
  }

  /** True where a record may be given the code on any day. */
  boolean acceptsAlways() {
    return active && since == null && until == null;
  }

  /** True where a record may be given the code on {@code day}. */
  public boolean accepts(LocalDate day) {
    return active
        && (since == null || !since.isAfter(day))
        && (until == null || !until.isBefore(day));
  }
}

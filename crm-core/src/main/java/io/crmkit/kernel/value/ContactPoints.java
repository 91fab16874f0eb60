package io.crmkit.kernel.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The normal forms of e-mail addresses, phone numbers and web addresses.
 *
 * <p>People type them in many ways; matching, uniqueness and search need one. A text that cannot be
 * what it claims to be is refused with a {@linkplain Normalised.Reason reason}, never with an
 * exception. Each form is stable: normalising an accepted text again changes nothing.
 *
 * <p>What counts as a phone number changes as countries renumber, so normalise at the door and do
 * not refuse again what is already stored.
 *
 * <p>All methods are thread-safe.
 */
public final class ContactPoints {
  private ContactPoints() {}

  /**
   * Normalises one bare e-mail address: white space around it goes, the domain becomes lower case.
   * The part before the @ stays as typed, since only its own mail server knows whether case
   * matters. Display names, comments, IP domains and domains without a dot are refused.
   *
   * @param raw as typed
   */
  public static Normalised email(String raw) {
    return EmailForm.normalise(raw);
  }

  /**
   * Normalises one phone number to E.164, with an extension kept as in {@code
   * "+14155552671;ext=12"}.
   *
   * <p>Extensions may follow “ext”, “x”, “#” and the like, and 转, 分机 or 内線. What is no full number
   * but could still be dialled (a short code, a number without area code or of an unknown country)
   * is kept as typed, if it is digits and punctuation of 3 to 40 characters; it is then not {@link
   * Normalised.Accepted#canonical() canonical}. Letters stand for digits in North American numbers
   * only.
   *
   * @param raw as typed
   * @param defaultRegion the ISO 3166 alpha-2 code of the country whose national numbers are meant,
   *     for example {@code "CN"}; null, or a region without phone numbers of its own, if only
   *     international numbers can be understood
   */
  public static Normalised phone(String raw, @Nullable String defaultRegion) {
    return PhoneForm.normalise(raw, defaultRegion);
  }

  /**
   * Normalises one web address: white space around it goes, scheme and host become lower case, and
   * {@code https://} is put in front where there is no scheme and the host has a dot. Only http and
   * https pass, so an accepted address is safe to link to; user names in it are refused.
   *
   * @param raw as typed
   */
  public static Normalised url(String raw) {
    return UrlForm.normalise(raw);
  }

  /** Returns the reason to refuse {@code trimmed} for its length alone. */
  static Optional<Normalised> refusedForLength(String trimmed, int max) {
    if (trimmed.isEmpty()) {
      return Optional.of(new Normalised.Refused(Normalised.Reason.BLANK));
    }
    return trimmed.length() > max
        ? Optional.of(new Normalised.Refused(Normalised.Reason.TOO_LONG))
        : Optional.empty();
  }

  /** Whether text holds white space, controls, invisible format characters or half characters. */
  static boolean hasUnprintable(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.SPACE_SEPARATOR,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      true;
                  default -> false;
                });
  }
}

package io.crmkit.kernel.value;

import java.util.Optional;

/**
 * What became of a way to reach somebody: {@link Accepted} in its normal form or {@link Refused}
 * with the reason. See {@link ContactPoints}.
 */
public sealed interface Normalised {
  /** The text to store and to match by, empty if refused. */
  Optional<String> value();

  /** Why the text was refused, empty if it was accepted. */
  Optional<Reason> reason();

  /**
   * The text was understood, or is at least plausible.
   *
   * @param text the text to store: normalising it again gives the same
   * @param canonical whether everybody who means the same gets the same text; false for a phone
   *     number kept as typed, which is no evidence that two records are the same person
   */
  record Accepted(String text, boolean canonical) implements Normalised {
    @Override
    public Optional<String> value() {
      return Optional.of(text);
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.empty();
    }
  }

  /**
   * The text was refused.
   *
   * @param why the reason
   */
  record Refused(Reason why) implements Normalised {
    @Override
    public Optional<String> value() {
      return Optional.empty();
    }

    @Override
    public Optional<Reason> reason() {
      return Optional.of(why);
    }
  }

  /** Why a text was refused. The codes are stable; the remedies are English prose. */
  enum Reason {
    /** Nothing but white space. */
    BLANK("contact.blank", "leave the field empty or give a value"),
    /** Longer than any real one. */
    TOO_LONG("contact.too_long", "give one value, without notes"),
    /** Not of the form name@domain. */
    EMAIL_MALFORMED("email.malformed", "give one bare address, as in ada@example.com"),
    /** The part after the @ is no public domain name. */
    EMAIL_DOMAIN("email.domain", "use a full domain name after the @, as in ada@example.com"),
    /** Neither a phone number nor something that could be one. */
    PHONE_MALFORMED(
        "phone.malformed", "give one number of 3 to 40 characters, as in +49 30 1234567"),
    /** Letters stand among the digits, which would change the number dialled. */
    PHONE_LETTERS("phone.letters", "give the number alone and put notes into another field"),
    /** No address of a web page. */
    URL_MALFORMED("url.malformed", "give a web address, as in https://example.com/page"),
    /** A scheme other than http and https. */
    URL_SCHEME("url.scheme", "use an address that begins with https:// or http://"),
    /** The host is absent or no host name. */
    URL_HOST("url.host", "name the host, as in https://example.com"),
    /** A user name before the host, as forged links have it. */
    URL_USER_INFO("url.user_info", "remove the part before the @");

    private final String code;
    private final String remedy;

    Reason(String code, String remedy) {
      this.code = code;
      this.remedy = remedy;
    }

    /** A stable code for programs and translations, for example {@code "email.malformed"}. */
    public String code() {
      return code;
    }

    /** What to do about it, in English, to follow “field: value …; ”. */
    public String remedy() {
      return remedy;
    }
  }
}

package io.crmkit.kernel.value;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidationResult;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.FailureReason;
import com.sanctionco.jmail.JMail;
import io.crmkit.kernel.value.Normalised.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The normal form of an e-mail address. */
final class EmailForm {
  private static final int MAX = 254; // RFC 5321, erratum 1690

  private static final EmailValidator STRICT = JMail.strictValidator();

  private static final Set<FailureReason> ABOUT_THE_DOMAIN =
      Set.of(
          FailureReason.CONTAINS_IP_DOMAIN,
          FailureReason.DOMAIN_MISSING,
          FailureReason.DOMAIN_PART_ENDS_WITH_DASH,
          FailureReason.DOMAIN_PART_STARTS_WITH_DASH,
          FailureReason.DOMAIN_PART_TOO_LONG,
          FailureReason.DOMAIN_TOO_LONG,
          FailureReason.ENDS_WITH_DOT,
          FailureReason.INVALID_DOMAIN_CHARACTER,
          FailureReason.INVALID_IP_DOMAIN,
          FailureReason.MISSING_TOP_LEVEL_DOMAIN,
          FailureReason.NUMERIC_TLD,
          FailureReason.TOP_LEVEL_DOMAIN_TOO_LONG);

  private EmailForm() {}

  static Normalised normalise(String raw) {
    String text = raw.strip();
    Optional<Normalised> refused = ContactPoints.refusedForLength(text, MAX);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (ContactPoints.hasUnprintable(text)) {
      return new Normalised.Refused(Reason.EMAIL_MALFORMED);
    }
    EmailValidationResult result = STRICT.validate(text);
    Optional<Email> email = result.getEmail();
    if (email.isEmpty()) {
      return new Normalised.Refused(
          ABOUT_THE_DOMAIN.contains(result.getFailureReason())
              ? Reason.EMAIL_DOMAIN
              : Reason.EMAIL_MALFORMED);
    }
    return bare(email.get())
        ? new Normalised.Accepted(
            email.get().localPart() + '@' + email.get().domain().toLowerCase(Locale.ROOT), true)
        : new Normalised.Refused(Reason.EMAIL_MALFORMED);
  }

  private static boolean bare(Email email) {
    return !email.hasIdentifier() && email.comments().isEmpty();
  }
}

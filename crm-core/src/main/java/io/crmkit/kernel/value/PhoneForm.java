package io.crmkit.kernel.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.crmkit.kernel.value.Normalised.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The normal form of a phone number. */
final class PhoneForm {
  private static final int MAX_TEXT = 100;
  private static final int MIN_AS_TYPED = 3;
  private static final int MAX_AS_TYPED = 40;
  private static final int MAX_EXTENSION = 15;
  private static final int NORTH_AMERICA = 1;

  /** Chinese and Japanese marks of an extension, which the parser does not know; longest first. */
  private static final List<String> HAN_EXTENSION =
      List.of("转分机", "轉分機", "分机号", "分機號", "分机", "分機", "内線", "內線", "转", "轉");

  private PhoneForm() {}

  static Normalised normalise(String raw, @Nullable String defaultRegion) {
    String text = raw.strip();
    Optional<Normalised> refused = ContactPoints.refusedForLength(text, MAX_TEXT);
    if (refused.isPresent()) {
      return refused.get();
    }
    Split split = Split.of(text);
    PhoneNumber number = parse(split.main, defaultRegion);
    if (number != null) {
      if (spellsDigitsWithLetters(split.main, number)) {
        return new Normalised.Refused(Reason.PHONE_LETTERS);
      }
      String extension = extension(number, split.extension);
      if (isComplete(number, split.main) && extension != null) {
        String e164 = PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
        return new Normalised.Accepted(e164 + extension, true);
      }
    }
    return asTyped(text, split.main);
  }

  private static @Nullable PhoneNumber parse(String text, @Nullable String defaultRegion) {
    String region = defaultRegion == null ? null : defaultRegion.toUpperCase(Locale.ROOT);
    try {
      return PhoneNumberUtil.getInstance().parse(text, region);
    } catch (NumberParseException e) {
      return null;
    }
  }

  /**
   * The parser reads letters as keys of a telephone, so “030 1234567 home” would be another number.
   * Only where numbers have one length, in North America, is such a spelling beyond doubt.
   */
  private static boolean spellsDigitsWithLetters(String text, PhoneNumber number) {
    int mark = number.hasExtension() ? 1 : 0; // the word “ext” itself
    return number.getCountryCode() != NORTH_AMERICA && wordsAfterFirstDigit(text) > mark;
  }

  private static int wordsAfterFirstDigit(String text) {
    int words = 0;
    boolean digitSeen = false;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digitSeen |= Character.isDigit(c);
      boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (letter && !inWord && digitSeen) {
        words++;
      }
      inWord = letter;
    }
    return words;
  }

  /**
   * With a plus sign a possible length is enough, since which numbers are assigned changes all the
   * time. Without it the number must be a valid one: else a wrong guess about a trunk prefix would
   * become part of it.
   */
  private static boolean isComplete(PhoneNumber number, String text) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    return util.isValidNumber(number)
        || (util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
            && parse(text, null) != null);
  }

  /** Returns {@code ";ext=12"}, empty without extension, or null if there are two of them. */
  private static @Nullable String extension(PhoneNumber number, @Nullable String hanExtension) {
    if (hanExtension != null) {
      return number.hasExtension() ? null : ";ext=" + hanExtension;
    }
    return number.hasExtension() ? ";ext=" + number.getExtension() : "";
  }

  private static Normalised asTyped(String text, String main) {
    boolean lengthFits = text.length() >= MIN_AS_TYPED && text.length() <= MAX_AS_TYPED;
    boolean hasLetter = main.codePoints().anyMatch(Character::isLetter);
    if (hasLetter) {
      return new Normalised.Refused(Reason.PHONE_LETTERS);
    }
    return lengthFits && isDigitsAndPunctuation(main)
        ? new Normalised.Accepted(text, false)
        : new Normalised.Refused(Reason.PHONE_MALFORMED);
  }

  private static boolean isDigitsAndPunctuation(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    return digits >= MIN_AS_TYPED && text.chars().allMatch(PhoneForm::isDigitOrPunctuation);
  }

  private static boolean isDigitOrPunctuation(int c) {
    return Character.isDigit(c) || " +-()./#*,;:[]\u00A0\u3000（）＋－–—‐‑．／＃＊、，；：".indexOf(c) >= 0;
  }

  /** A number and the extension that stood behind a Chinese or Japanese mark. */
  private record Split(String main, @Nullable String extension) {
    static Split of(String text) {
      for (String mark : HAN_EXTENSION) {
        int at = text.indexOf(mark);
        if (at > 0) {
          String extension = digits(text.substring(at + mark.length()));
          return extension == null
              ? new Split(text, null)
              : new Split(withoutTrailingPunctuation(text.substring(0, at)), extension);
        }
      }
      return new Split(text, null);
    }

    private static @Nullable String digits(String behindMark) {
      StringBuilder digits = new StringBuilder();
      for (int i = 0; i < behindMark.length(); i++) {
        char c = behindMark.charAt(i);
        if (Character.isDigit(c)) {
          digits.append(Character.digit(c, 10));
        } else if (!isDigitOrPunctuation(c)) {
          return null;
        }
      }
      return digits.length() == 0 || digits.length() > MAX_EXTENSION ? null : digits.toString();
    }

    private static String withoutTrailingPunctuation(String text) {
      int end = text.length();
      while (end > 0 && !Character.isDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
        end--;
      }
      return text.substring(0, end);
    }
  }
}

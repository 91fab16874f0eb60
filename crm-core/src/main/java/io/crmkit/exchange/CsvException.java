package io.crmkit.exchange;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.Messages;
import java.text.MessageFormat;
import java.util.Locale;

/**
 * A CSV file cannot be read or written as it stands. The message names the file, the line, the
 * column and the value where there is one, and the remedy.
 */
public final class CsvException extends CrmException {
  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "io.crmkit.exchange.messages";

  private final long line;
  private final String[] sentence;

  private CsvException(String code, long line, String... sentence) {
    super(code, null, (Object[]) sentence);
    this.line = line;
    this.sentence = sentence;
  }

  /** An error of the file as a whole. */
  static CsvException of(String code, String file) {
    return new CsvException(code, 0, file);
  }

  /** An error on a line; {@code more} is what the sentence mentions besides file and line. */
  static CsvException of(String code, String file, long line, Object... more) {
    String[] sentence = new String[more.length + 2];
    sentence[0] = file;
    sentence[1] = String.valueOf(line);
    for (int i = 0; i < more.length; i++) {
      sentence[i + 2] = String.valueOf(more[i]);
    }
    return new CsvException(code, line, sentence);
  }

  /**
   * The line the error is on, counted from 1, or the line on which its record begins; 0 where the
   * whole file is meant. When writing, the row, the header being row 1.
   */
  public long line() {
    return line;
  }

  @Override
  public String message(Locale locale) {
    String pattern = Messages.find(BUNDLE, getClass().getClassLoader(), locale, code());
    return pattern == null
        ? code() + ' ' + String.join(", ", sentence)
        : new MessageFormat(pattern, Locale.ROOT).format(sentence);
  }

  @Override
  public String getMessage() {
    return message(Locale.ENGLISH);
  }
}

package io.crmkit.exchange;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.Messages;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file cannot be read or written as it stands. The message names the file, the line, the
 * column and the value where there is one, and the remedy.
 */
public final class CsvException extends CrmException {
  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "io.crmkit.exchange.messages";

  private final long line;
  private final transient List<Object> sentence;

  private CsvException(String code, long line, List<Object> sentence) {
    super(code, null, sentence.toArray());
    this.line = line;
    this.sentence = sentence;
  }

  /** An error of the file as a whole. */
  static CsvException of(String code, String file) {
    return new CsvException(code, 0, List.of(file));
  }

  /** An error on a line; {@code more} is what the sentence mentions besides file and line. */
  static CsvException of(String code, String file, long line, Object... more) {
    Object[] sentence = new Object[more.length + 2];
    sentence[0] = file;
    sentence[1] = line;
    System.arraycopy(more, 0, sentence, 2, more.length);
    return new CsvException(code, line, List.of(sentence));
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
    if (pattern == null || sentence == null) { // the sentence does not travel with the exception
      return super.message(locale);
    }
    Object[] shown = sentence.stream().map(String::valueOf).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(shown);
  }

  @Override
  public String getMessage() {
    return message(Locale.ENGLISH);
  }
}

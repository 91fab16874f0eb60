package io.crmkit.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import io.crmkit.kernel.error.InvalidRequestException;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fonts of one document: those every PDF reader has, where their characters are enough. */
final class PdfFonts {
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final int SHOWN = 20;

  private final BaseFont regular;
  private final @Nullable BaseFont bold;

  private PdfFonts(BaseFont regular, @Nullable BaseFont bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /**
   * The first of {@code files} that is there and has every character of a text; the fonts of the
   * PDF reader where they have them all and nobody insists on another.
   *
   * @param insist true where the host has named its fonts
   */
  static PdfFonts covering(String text, List<Path> files, boolean insist) {
    CharsetEncoder latin = LATIN.newEncoder();
    if (!insist
        && text.chars().allMatch(c -> Character.isWhitespace(c) || latin.canEncode((char) c))) {
      return new PdfFonts(standard(BaseFont.HELVETICA), standard(BaseFont.HELVETICA_BOLD));
    }
    String missing = text;
    for (Path file : files) {
      if (Files.exists(file)) {
        BaseFont font = load(file);
        String lacks = lacking(font, text);
        if (lacks.isEmpty()) {
          return new PdfFonts(font, null);
        }
        missing = lacks.length() < missing.length() ? lacks : missing;
      }
    }
    throw new InvalidRequestException("document.no_font", shown(missing), files);
  }

  private static String lacking(BaseFont font, String text) {
    StringBuilder lacks = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
        .filter(c -> !font.charExists(c))
        .distinct()
        .forEach(lacks::appendCodePoint);
    return lacks.toString();
  }

  private static String shown(String characters) {
    String distinct =
        characters
            .codePoints()
            .filter(c -> c > 255)
            .distinct()
            .limit(SHOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return distinct.isEmpty()
        ? characters.substring(0, Math.min(SHOWN, characters.length()))
        : distinct;
  }

  private static BaseFont standard(String name) {
    try {
      return BaseFont.createFont(name, BaseFont.CP1252, BaseFont.NOT_EMBEDDED);
    } catch (IOException | DocumentException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static BaseFont load(Path file) {
    String name = file.toString();
    String within = name.endsWith(".ttc") ? name + ",0" : name;
    try {
      return BaseFont.createFont(within, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    } catch (IOException | RuntimeException bad) { // DocumentException is one of the latter
      throw new InvalidRequestException("document.font", file, bad.getMessage());
    }
  }

  Font plain(float size, Color color) {
    return new Font(regular, size, Font.NORMAL, color);
  }

  /** Where there is no bold font, letters get a line around them. */
  Font strong(float size, Color color) {
    return bold == null
        ? new Font(regular, size, Font.BOLD, color)
        : new Font(bold, size, Font.NORMAL, color);
  }

  BaseFont base() {
    return regular;
  }
}

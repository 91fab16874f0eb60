package io.crmkit.document;

import java.nio.file.Path;
import java.util.List;

/**
 * Prints documents as PDF on A4. Needs the library OpenPDF, which is optional.
 *
 * <p>Western texts are set in Helvetica, which every reader of PDF has. For all others a TrueType
 * font (.ttf or .ttc) is embedded, as far as its characters are used: one that the host names, else
 * the first of {@link #USUAL_FONTS} that is there and has every character of the document.
 */
public final class PdfPrinter implements DocumentPrinter {
  /** Where fonts with Chinese and other characters usually are. */
  public static final List<Path> USUAL_FONTS =
      List.of(
          Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
          Path.of("/usr/share/fonts/truetype/noto/NotoSansSC-Regular.ttf"),
          Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
          Path.of("/usr/share/fonts/wqy-microhei/wqy-microhei.ttc"),
          Path.of("/usr/share/fonts/truetype/arphic/uming.ttc"),
          Path.of("/Library/Fonts/Arial Unicode.ttf"),
          Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
          Path.of("C:/Windows/Fonts/arial.ttf"),
          Path.of("C:/Windows/Fonts/msyh.ttc"),
          Path.of("C:/Windows/Fonts/simsun.ttc"));

  private final List<Path> fonts;
  private final boolean named;

  private PdfPrinter(List<Path> fonts, boolean named) {
    this.fonts = List.copyOf(fonts);
    this.named = named;
  }

  /** Prints in the fonts that are there. */
  public static PdfPrinter standard() {
    return new PdfPrinter(USUAL_FONTS, false);
  }

  /** Prints each document in the first of these fonts that has all of its characters. */
  public static PdfPrinter with(Path... fontFiles) {
    return new PdfPrinter(List.of(fontFiles), true);
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.crmkit.kernel.error.InvalidRequestException where no font has all characters; names
   *     them and where it looked
   */
  @Override
  public byte[] print(PrintedDocument document) {
    return PdfPages.of(document, text -> PdfFonts.covering(text, fonts, named));
  }
}

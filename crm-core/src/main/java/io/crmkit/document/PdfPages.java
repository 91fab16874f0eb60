package io.crmkit.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.crmkit.document.PrintedDocument.Column;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages of one document. Lengths are points, of which 72 make an inch. */
final class PdfPages {
  private static final Color INK = new Color(0x1F2937);
  private static final Color SOFT = new Color(0x6B7280);
  private static final Color LINE = new Color(0xE5E7EB);
  private static final Color SHADE = new Color(0xF6F7F9);
  private static final float LEFT = 57;
  private static final float RIGHT = 51;
  private static final float TOP = 51;
  private static final float BOTTOM = 68;
  private static final float PAD = 5;
  private static final float LEADING = 1.3f;
  private static final float POSITION = 0.85f;
  private static final float ALL = 12.8f;

  private final PrintedDocument document;
  private final PdfFonts fonts;
  private final Color accent;

  private PdfPages(PrintedDocument document, PdfFonts fonts) {
    this.document = document;
    this.fonts = fonts;
    this.accent = Color.decode(document.from().color());
  }

  static byte[] of(PrintedDocument document, Function<String, PdfFonts> fonts) {
    return new PdfPages(document, fonts.apply(allTexts(document))).pages();
  }

  /** All that is going to stand on the pages. */
  private static String allTexts(PrintedDocument document) {
    return document.toString()
        + document.labels().values()
        + PrintFormat.label(document.language(), "page");
  }

  private byte[] pages() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document pdf = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
    PdfWriter writer = PdfWriter.getInstance(pdf, out);
    writer.setPageEvent(new Foot());
    pdf.addTitle(document.heading() + " " + document.number());
    pdf.addAuthor(document.from().name());
    pdf.open();
    pdf.add(letterhead());
    pdf.add(address());
    pdf.add(heading());
    if (document.title() != null) {
      pdf.add(paragraph(document.title(), fonts.strong(11.5f, INK), 2, 8));
    }
    if (document.introduction() != null) {
      pdf.add(paragraph(document.introduction(), fonts.plain(9.5f, INK), 0, 10));
    }
    pdf.add(lines());
    if (!document.sums().isEmpty()) {
      pdf.add(foot());
    }
    if (document.terms() != null) {
      pdf.add(terms(document.terms()));
    }
    if (!document.signatures().isEmpty()) {
      pdf.add(signatures(document.signatures()));
    }
    pdf.close();
    return out.toByteArray();
  }

  private PdfPTable letterhead() {
    Letterhead from = document.from();
    PdfPTable table = table(3, 2);
    PdfPCell name = empty();
    name.addElement(new Paragraph(20, from.name(), fonts.strong(17, accent)));
    if (from.slogan() != null) {
      name.addElement(new Paragraph(14, from.slogan(), fonts.plain(9.5f, SOFT)));
    }
    PdfPCell reach = empty();
    for (String line : from.lines()) {
      Paragraph paragraph = new Paragraph(12, line, fonts.plain(8.5f, SOFT));
      paragraph.setAlignment(Element.ALIGN_RIGHT);
      reach.addElement(paragraph);
    }
    for (PdfPCell cell : List.of(name, reach)) {
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderColor(accent);
      cell.setBorderWidth(1.6f);
      cell.setPaddingBottom(12);
      table.addCell(cell);
    }
    return table;
  }

  private PdfPTable address() {
    PdfPTable table = table(3, 2);
    table.setSpacingBefore(24);
    table.setSpacingAfter(16);
    PdfPCell to = empty();
    Font font = fonts.strong(10.5f, INK);
    for (String line : document.recipient()) {
      to.addElement(new Paragraph(14.5f, line, font));
      font = fonts.plain(10.5f, INK);
    }
    to.setMinimumHeight(84);
    table.addCell(to);
    PdfPTable facts = table(1, 1.25f);
    for (PrintedDocument.Entry fact : document.facts()) {
      facts.addCell(text(fact.label(), fonts.plain(9.5f, SOFT), Element.ALIGN_LEFT));
      facts.addCell(text(fact.value(), font(fact.strong(), 9.5f, INK), Element.ALIGN_RIGHT));
    }
    PdfPCell right = new PdfPCell(facts);
    right.setBorder(Rectangle.NO_BORDER);
    table.addCell(right);
    return table;
  }

  private Font font(boolean strong, float size, Color color) {
    return strong ? fonts.strong(size, color) : fonts.plain(size, color);
  }

  private Paragraph heading() {
    Paragraph heading = new Paragraph();
    heading.add(new Chunk(document.heading(), fonts.strong(16, accent)));
    heading.add(new Chunk("   " + document.number(), fonts.plain(16, INK)));
    return heading;
  }

  private static Paragraph paragraph(String text, Font font, float before, float after) {
    Paragraph paragraph = new Paragraph(font.getSize() * 1.45f, text, font);
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private PdfPTable lines() {
    PdfPTable table = table(widths());
    table.setSpacingBefore(document.title() == null && document.introduction() == null ? 12 : 0);
    table.setHeaderRows(1);
    table.setSplitLate(true);
    headCell(table, label("position"), Element.ALIGN_LEFT);
    headCell(table, label("description"), Element.ALIGN_LEFT);
    document.heads().forEach((column, label) -> headCell(table, label, alignment(column)));
    for (PrintedDocument.Section section : document.sections()) {
      section(table, section);
    }
    return table;
  }

  private float[] widths() {
    float[] widths = new float[document.columns().size() + 2];
    widths[0] = POSITION;
    widths[1] = ALL - POSITION;
    for (int i = 2; i < widths.length; i++) {
      widths[i] = document.columns().get(i - 2).width();
      widths[1] -= widths[i];
    }
    return widths;
  }

  private static int alignment(Column column) {
    return column.isNumber() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
  }

  private String label(String key) {
    return PrintFormat.label(document.language(), key);
  }

  private void headCell(PdfPTable table, String label, int alignment) {
    PdfPCell cell = text(label, fonts.strong(8.5f, Color.WHITE), alignment);
    cell.setBackgroundColor(accent);
    cell.setPadding(PAD);
    table.addCell(cell);
  }

  private void section(PdfPTable table, PrintedDocument.Section section) {
    int columns = document.columns().size() + 2;
    if (section.title() != null) {
      PdfPCell title = line(section.title(), fonts.strong(9.5f, accent), Element.ALIGN_LEFT);
      title.setColspan(columns);
      title.setBackgroundColor(SHADE);
      title.setPaddingTop(PAD);
      table.addCell(title);
    }
    Font plain = fonts.plain(9, INK);
    for (PrintedDocument.Row row : section.rows()) {
      table.addCell(line(row.position(), fonts.plain(9, SOFT), Element.ALIGN_LEFT));
      table.addCell(what(row));
      for (Column column : document.columns()) {
        table.addCell(line(row.value(column), plain, alignment(column)));
      }
    }
    if (section.subtotal() != null) {
      String label = label("subtotal") + "    " + section.subtotal();
      PdfPCell sum = line(label, fonts.strong(9, INK), Element.ALIGN_RIGHT);
      sum.setColspan(columns);
      sum.setBorderColor(SOFT);
      table.addCell(sum);
    }
  }

  private PdfPCell what(PrintedDocument.Row row) {
    Phrase phrase = new Phrase();
    phrase.add(new Chunk(row.name(), fonts.strong(9, INK)));
    if (row.description() != null) {
      phrase.add(new Chunk("\n" + row.description(), fonts.plain(8.5f, SOFT)));
    }
    return ruled(new PdfPCell(phrase), Element.ALIGN_LEFT);
  }

  private static PdfPCell line(String text, Font font, int alignment) {
    return ruled(new PdfPCell(new Phrase(text, font)), alignment);
  }

  private static PdfPCell ruled(PdfPCell cell, int alignment) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.7f);
    cell.setPadding(PAD);
    cell.setPaddingTop(PAD - 2.5f);
    cell.setLeading(0, LEADING);
    cell.setHorizontalAlignment(alignment);
    return cell;
  }

  /** The taxes on the left, the sums on the right, never apart. */
  private PdfPTable foot() {
    PdfPTable table = table(1.15f, 1);
    table.setSpacingBefore(20);
    table.setKeepTogether(true);
    PdfPTable taxes = table(2.2f, 1.6f, 1.6f);
    Font label = fonts.strong(8.5f, SOFT);
    Font plain = fonts.plain(8.5f, SOFT);
    taxes.addCell(text(label("tax"), label, Element.ALIGN_LEFT));
    taxes.addCell(text(label("taxable"), label, Element.ALIGN_RIGHT));
    taxes.addCell(text(label("tax_amount"), label, Element.ALIGN_RIGHT));
    for (PrintedDocument.TaxRow tax : document.taxes()) {
      taxes.addCell(text(tax.label(), plain, Element.ALIGN_LEFT));
      taxes.addCell(text(tax.taxable(), plain, Element.ALIGN_RIGHT));
      taxes.addCell(text(tax.amount(), plain, Element.ALIGN_RIGHT));
    }
    PdfPCell left = new PdfPCell(taxes);
    left.setBorder(Rectangle.NO_BORDER);
    left.setPaddingRight(34);
    table.addCell(left);
    PdfPTable sums = table(1.5f, 1.2f);
    for (PrintedDocument.Entry sum : document.sums()) {
      sums.addCell(sum(sum.label(), sum.strong(), Element.ALIGN_LEFT));
      sums.addCell(sum(sum.value(), sum.strong(), Element.ALIGN_RIGHT));
    }
    PdfPCell right = new PdfPCell(sums);
    right.setBorder(Rectangle.NO_BORDER);
    table.addCell(right);
    return table;
  }

  private PdfPCell sum(String text, boolean strong, int alignment) {
    PdfPCell cell =
        text(text, strong ? fonts.strong(11, accent) : fonts.plain(9.5f, INK), alignment);
    cell.setPaddingTop(3.5f);
    cell.setPaddingBottom(3.5f);
    if (strong) {
      cell.setBorder(Rectangle.TOP);
      cell.setBorderColor(accent);
      cell.setBorderWidth(1.1f);
      cell.setPaddingTop(6);
    }
    return cell;
  }

  private PdfPTable terms(String text) {
    PdfPTable table = table(1);
    table.setSpacingBefore(26);
    PdfPCell cell = empty();
    cell.addElement(paragraph(label("terms"), fonts.strong(9.5f, accent), 0, 3));
    cell.addElement(paragraph(text, fonts.plain(9.5f, INK), 0, 0));
    table.addCell(cell);
    return table;
  }

  private PdfPTable signatures(List<String> below) {
    float[] widths = new float[below.size() * 2 - 1];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = i % 2 == 0 ? 1 : 0.15f;
    }
    PdfPTable table = table(widths);
    table.setSpacingBefore(74);
    table.setKeepTogether(true);
    for (int i = 0; i < below.size(); i++) {
      if (i > 0) {
        table.addCell(empty());
      }
      PdfPCell cell = text(below.get(i), fonts.plain(8.5f, SOFT), Element.ALIGN_LEFT);
      cell.setBorder(Rectangle.TOP);
      cell.setBorderColor(SOFT);
      cell.setBorderWidth(0.7f);
      cell.setPaddingTop(3);
      table.addCell(cell);
    }
    return table;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  private static PdfPCell text(String text, Font font, int alignment) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingBottom(3);
    cell.setLeading(0, LEADING);
    cell.setHorizontalAlignment(alignment);
    return cell;
  }

  private static PdfPCell empty() {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }

  /** What stands at the foot of each page; how many there are is known with the last. */
  private final class Foot extends PdfPageEventHelper {
    private static final float SIZE = 8;

    private @Nullable PdfTemplate total;

    private String[] words() {
      return label("page").split("\\{1}", 2);
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document pdf) {
      total = writer.getDirectContent().createTemplate(60, 14);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document pdf) {
      PdfContentByte page = writer.getDirectContent();
      float right = pdf.right();
      float y = pdf.bottom() - 32;
      page.saveState();
      page.setColorStroke(LINE);
      page.setLineWidth(0.7f);
      page.moveTo(pdf.left(), y + 13);
      page.lineTo(right, y + 13);
      page.stroke();
      page.restoreState();
      String[] words = words();
      String before = words[0].replace("{0}", Integer.toString(writer.getPageNumber()));
      float room = fonts.base().getWidthPoint("99" + words[1], SIZE);
      write(page, before, right - room - fonts.base().getWidthPoint(before, SIZE), y);
      write(page, String.join("  ·  ", document.from().footer()), pdf.left(), y);
      if (total != null) {
        page.addTemplate(total, right - room, y);
      }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document pdf) {
      if (total != null) {
        write(total, (writer.getPageNumber() - 1) + words()[1], 0, 0);
      }
    }

    private void write(PdfContentByte page, String text, float x, float y) {
      page.beginText();
      page.setFontAndSize(fonts.base(), SIZE);
      page.setColorFill(SOFT);
      page.setTextMatrix(x, y);
      page.showText(text);
      page.endText();
    }
  }
}

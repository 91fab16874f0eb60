package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Prints figures as text tables. Columns stay aligned with Chinese, Japanese and Korean names too.
 * Immutable.
 *
 * <pre>{@code
 * ConsoleReport.standard().charset(Charset.defaultCharset()).print(figures, System.out);
 * }</pre>
 */
public final class ConsoleReport {
  private static final int NARROWEST = 60;
  private static final ConsoleReport STANDARD =
      new ConsoleReport(96, 10, StandardCharsets.UTF_8, false);

  private final int width;
  private final int top;
  private final Charset charset;
  private final boolean colour;

  private ConsoleReport(int width, int top, Charset charset, boolean colour) {
    this.width = width;
    this.top = top;
    this.charset = charset;
    this.colour = colour;
  }

  /** Returns 96 columns, ten places in long rankings, UTF-8 and no colour. */
  public static ConsoleReport standard() {
    return STANDARD;
  }

  /**
   * Returns this report for a terminal of another width, in columns.
   *
   * @throws IllegalArgumentException if it is less than {@value #NARROWEST}
   */
  public ConsoleReport width(int columns) {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException(
          "The report needs " + NARROWEST + " columns, not " + columns + ".");
    }
    return new ConsoleReport(columns, top, charset, colour);
  }

  /**
   * Returns this report with another number of places in long rankings.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ConsoleReport top(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("A ranking needs a place, not " + places + ".");
    }
    return new ConsoleReport(width, places, charset, colour);
  }

  /**
   * Returns this report for a stream that encodes in this charset. Where it has no box-drawing
   * characters the report is drawn in ASCII; a letter it does not have becomes a question mark.
   */
  public ConsoleReport charset(Charset ofTheStream) {
    return new ConsoleReport(
        width, top, Objects.requireNonNull(ofTheStream, "ofTheStream"), colour);
  }

  /** Returns this report with ANSI colours, for a terminal that is known to show them. */
  public ConsoleReport coloured() {
    return new ConsoleReport(width, top, charset, true);
  }

  /**
   * Prints the report. Lines end in a line feed; the stream is neither flushed nor closed.
   *
   * @throws UncheckedIOException if {@code out} throws an {@link IOException}
   */
  public void print(PipelineFigures figures, Appendable out) {
    try {
      out.append(text(figures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(PipelineFigures figures) {
    Page page = new Page(new Terminal(charset, colour), width, top);
    if (!figures.imports().equals(Imports.NONE)) {
      new ImportSections(page, figures.imports()).print();
      page.line("");
    }
    new PipelineSections(page, figures).print();
    if (!figures.afterSale().equals(AfterSale.NONE)) {
      page.line("");
      new AfterSaleSections(page, figures).print();
    }
    return page.text();
  }
}

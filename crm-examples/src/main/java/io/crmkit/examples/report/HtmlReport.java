package io.crmkit.examples.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes figures as one HTML page that needs nothing else: style, drawings and the few lines of
 * script that sort a table are part of it, and its content security policy allows nothing more. It
 * fits a phone and a printed page and follows the reader's light or dark scheme; the attribute
 * {@code data-theme="light"} or {@code "dark"} on the root element overrides that.
 */
public final class HtmlReport {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\s]]|[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Template TEMPLATE =
      Mustache.compiler()
          .withEscaper(text -> Escapers.HTML.escape(visible(text)))
          .withLoader(name -> new StringReader(resource(name + ".mustache")))
          .compile(resource("pipeline.mustache"));
  private static final String STYLE = resource("pipeline.css");
  private static final String SCRIPT = resource("pipeline.js");
  private static final String SCRIPT_HASH = sha256(SCRIPT);

  private HtmlReport() {}

  /** Returns the page. */
  public static String html(PipelineFigures figures) {
    Map<String, Object> model = new HtmlModel(figures).values();
    model.put("style", STYLE);
    model.put("script", SCRIPT);
    model.put("scriptHash", SCRIPT_HASH);
    return TEMPLATE.execute(model);
  }

  /**
   * Writes the page into a file in UTF-8, replacing one that is there.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(PipelineFigures figures, Path file) throws IOException {
    Files.writeString(file, html(figures));
  }

  /** Replaces control characters, and those that turn the direction of the text around them. */
  private static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("\uFFFD");
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + name + " is missing from the jar.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}

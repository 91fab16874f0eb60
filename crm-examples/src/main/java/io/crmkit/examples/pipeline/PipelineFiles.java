package io.crmkit.examples.pipeline;

import io.crmkit.exchange.CsvImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the four files are, and the currency of the amounts in them. Immutable. */
public final class PipelineFiles {
  static final String ACCOUNTS = "accounts.csv";
  static final String PRODUCTS = "products.csv";
  static final String TEAMS = "sales_teams.csv";
  static final String DEALS = "sales_pipeline.csv";

  private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

  private final @Nullable Path folder;
  private final String currency;

  private PipelineFiles(@Nullable Path folder, String currency) {
    this.folder = folder;
    this.currency = currency;
  }

  /** The sample that comes with the demo, with amounts in euros. */
  public static PipelineFiles sample() {
    return new PipelineFiles(null, "EUR");
  }

  /**
   * The files in a folder.
   *
   * @param currency the ISO 4217 code of their amounts
   */
  public static PipelineFiles in(Path folder, String currency) {
    return new PipelineFiles(folder, currency);
  }

  /** The ISO 4217 code of all amounts. */
  public String currency() {
    return currency;
  }

  /** Begins the import of one of the files. */
  CsvImport open(String name) throws IOException {
    return folder == null ? CsvImport.of(stream(name), name) : CsvImport.of(file(folder, name));
  }

  private static Path file(Path folder, String name) throws NoSuchFileException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  private static InputStream stream(String name) throws NoSuchFileException {
    InputStream stream = PipelineFiles.class.getResourceAsStream(name);
    if (stream == null) {
      throw new NoSuchFileException("class path:" + name);
    }
    return stream;
  }

  /**
   * The last day that the deals speak of, whatever becomes of their rows; empty where they speak of
   * none, or are missing.
   *
   * @throws IOException where the file cannot be read
   */
  public Optional<LocalDate> lastDay() throws IOException {
    if (folder != null && !Files.exists(folder.resolve(DEALS))) {
      return Optional.empty();
    }
    try (InputStream bytes =
        folder == null ? stream(DEALS) : Files.newInputStream(file(folder, DEALS))) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return DAY.matcher(text)
          .results()
          .map(found -> day(found.group()))
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder());
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Where the files are, in words. */
  @Override
  public String toString() {
    return folder == null
        ? "the sample data of the demo"
        : folder.toAbsolutePath().normalize().toString();
  }
}

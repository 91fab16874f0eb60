package io.crmkit.examples.pipeline;

import io.crmkit.exchange.CsvImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the four files are, and the currency of the amounts in them. Immutable. */
public final class PipelineFiles {
  static final String ACCOUNTS = "accounts.csv";
  static final String PRODUCTS = "products.csv";
  static final String TEAMS = "sales_teams.csv";
  static final String DEALS = "sales_pipeline.csv";

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
    if (folder != null) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return CsvImport.of(file);
    }
    InputStream stream = PipelineFiles.class.getResourceAsStream(name);
    if (stream == null) {
      throw new NoSuchFileException("class path:" + name);
    }
    return CsvImport.of(stream, name);
  }

  /** Where the files are, in words. */
  @Override
  public String toString() {
    return folder == null
        ? "the sample data of the demo"
        : folder.toAbsolutePath().normalize().toString();
  }
}

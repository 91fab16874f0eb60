package io.crmkit.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or a stream to be read. */
final class CsvInput {
  private final @Nullable Path path;
  private final @Nullable InputStream stream;
  private final String name;
  private long size = -1;

  private CsvInput(@Nullable Path path, @Nullable InputStream stream, String name) {
    this.path = path;
    this.stream = stream;
    this.name = name;
  }

  static CsvInput of(Path path) {
    return new CsvInput(path, null, "");
  }

  static CsvInput of(InputStream stream, String name) {
    return new CsvInput(null, stream, name);
  }

  CsvSource open(CsvFormat format) throws IOException {
    if (stream != null) {
      return CsvSource.open(stream, name, format);
    }
    if (path == null) {
      throw new AssertionError(name);
    }
    if (Files.isRegularFile(path)) {
      size = Files.size(path);
    }
    return CsvSource.open(path, format);
  }

  /** How many bytes there are, or -1 where nobody knows. */
  long size() {
    return size;
  }
}

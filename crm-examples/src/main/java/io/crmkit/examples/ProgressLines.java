package io.crmkit.examples;

import io.crmkit.exchange.ImportProgress;
import java.io.PrintStream;
import java.util.function.BiConsumer;

/** Prints how far a long import has come: nothing in the first second, then a line a second. */
final class ProgressLines implements BiConsumer<String, ImportProgress> {
  private static final long SECOND = 1_000_000_000;

  private final PrintStream out;
  private long next = System.nanoTime() + SECOND;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(String file, ImportProgress progress) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + SECOND;
    String part =
        progress.bytesTotal() > 0
            ? ", " + 100 * progress.bytesRead() / progress.bytesTotal() + " % of the file"
            : "";
    out.println("  " + file + ": " + progress.rowsRead() + " rows read" + part);
  }
}

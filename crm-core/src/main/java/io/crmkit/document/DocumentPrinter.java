package io.crmkit.document;

/** Gives printed documents a form. Implementations are thread-safe. */
public interface DocumentPrinter {
  /** What comes out, for example {@code application/pdf}. */
  String mediaType();

  /**
   * Prints a document.
   *
   * @return the whole of it, ready to be sent or kept
   */
  byte[] print(PrintedDocument document);
}

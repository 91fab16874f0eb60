package io.crmkit.exchange;

/** Ends the handling of a row that has collected problems; carries no stack trace. */
final class RowSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowSignal() {
    super("The row has problems", null, false, false);
  }
}

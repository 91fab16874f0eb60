package io.crmkit.kernel.access;

/** Whatever the time is. */
record Unchanging(AccessPolicy policy, boolean isCurrent) implements Standing {
  @Override
  public long since() {
    return Long.MIN_VALUE;
  }

  @Override
  public long until() {
    return FOREVER;
  }
}

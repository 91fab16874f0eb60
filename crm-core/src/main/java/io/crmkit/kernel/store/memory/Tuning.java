package io.crmkit.kernel.store.memory;

/**
 * Where the store draws its lines; tests draw them elsewhere, so that few rows go every way.
 *
 * @param indexFrom from how many rows on a table gets an index beyond the one by identity; below,
 *     looking at all rows is as fast
 * @param few as many rows are collected without a thought, and as many targets of a reference
 *     looked for one by one
 * @param scanAdvantage how many rows of a scan cost as much as one row found through an index, far
 *     away in memory
 * @param seek what it costs to find where a walk begins, in rows looked at
 * @param chunk how many entries of an index lie together, at least 4
 */
record Tuning(int indexFrom, int few, int scanAdvantage, int seek, int chunk) {
  static final Tuning DEFAULT = new Tuning(512, 256, 4, 16, 256);
}

package io.crmkit.service;

/** How one case relates to another. */
public enum LinkKind {
  /** It has to do with the other. */
  RELATED,
  /** It is about the same as the other. */
  DUPLICATE,
  /** It was merged into the other. */
  MERGED,
  /** It was split off the other. */
  SPLIT,
  /** It came up after the other was over. */
  FOLLOW_UP
}

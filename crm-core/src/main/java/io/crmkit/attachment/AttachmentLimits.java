package io.crmkit.attachment;

import java.util.Set;

/**
 * Which files are taken.
 *
 * @param maxBytes how great a file may be
 * @param mediaTypes which media types, in lower case, {@code "image/*"} for all of a kind; all of
 *     them where none is named
 */
public record AttachmentLimits(long maxBytes, Set<String> mediaTypes) {
  /** 100 MB, and every media type. */
  public static final AttachmentLimits STANDARD =
      new AttachmentLimits(100L * 1024 * 1024, Set.of());

  /** Copies the media types. */
  public AttachmentLimits {
    mediaTypes = Set.copyOf(mediaTypes);
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes " + maxBytes + ": at least 1");
    }
  }

  /** True where files of {@code mediaType} are taken. */
  public boolean takes(String mediaType) {
    String kind = mediaType.substring(0, Math.max(0, mediaType.indexOf('/')));
    return mediaTypes.isEmpty()
        || mediaTypes.contains(mediaType)
        || mediaTypes.contains(kind + "/*");
  }
}

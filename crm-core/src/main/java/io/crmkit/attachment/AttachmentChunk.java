package io.crmkit.attachment;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/**
 * A piece of content that is kept among the records: see {@link AttachmentStore#inRecords}. People
 * need no right to it: {@link Attachments} reads it for those who may see the attachment, and who
 * might read pieces as such could read every file.
 */
public final class AttachmentChunk extends Entity<AttachmentChunk> {
  static final Definition<AttachmentChunk> DEF =
      Definition.of("attachment_chunk", AttachmentChunk::new).journal();

  /** Which content, a UUID. */
  static final TextField<AttachmentChunk> CONTENT =
      DEF.text("content").required().max(36).managed().add();

  /** Which piece of it, from 0. */
  static final NumberField<AttachmentChunk, Long> POSITION =
      DEF.integer("position").required().managed().add();

  /** The bytes in Base64. */
  static final TextField<AttachmentChunk> DATA = DEF.longText("data").required().managed().add();

  /** The type. */
  public static final EntityType<AttachmentChunk> TYPE =
      DEF.index(CONTENT, POSITION).unique("place", CONTENT, POSITION).seal();

  private AttachmentChunk(Snapshot snapshot) {
    super(snapshot);
  }
}

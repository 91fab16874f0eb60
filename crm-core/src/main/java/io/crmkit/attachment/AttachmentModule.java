package io.crmkit.attachment;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Links;
import java.util.List;

/** Attachments and where their content is. */
public final class AttachmentModule implements CrmModule {
  private final AttachmentStore store;
  private final AttachmentLimits limits;

  /** Content in {@code store}, as much as {@code limits} allow. */
  public AttachmentModule(AttachmentStore store, AttachmentLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  AttachmentStore store() {
    return store;
  }

  AttachmentLimits limits() {
    return limits;
  }

  @Override
  public String name() {
    return "attachment";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Attachment.TYPE, AttachmentChunk.TYPE);
  }

  @Override
  public List<Job> jobs() {
    return List.of(new Orphans(store));
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Attachment.TYPE, Links.checked(Attachment.ABOUT))
        .personal(new PersonalFiles(store));
  }
}

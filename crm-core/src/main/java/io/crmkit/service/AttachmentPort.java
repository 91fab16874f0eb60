package io.crmkit.service;

import io.crmkit.kernel.work.Workspace;

/** Where what is attached to a message goes. */
@FunctionalInterface
public interface AttachmentPort {
  /**
   * Keeps an attachment. What it throws undoes the taking in of the message as a whole.
   *
   * @param unit the unit of work in which the message is taken in
   * @param step the step that holds the message
   */
  void keep(Workspace unit, CaseStep step, Intake.Attachment attachment);

  /** Leaves attachments where they are. */
  static AttachmentPort none() {
    return (unit, step, attachment) -> {};
  }
}

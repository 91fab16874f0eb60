package io.crmkit.service;

import io.crmkit.kernel.work.Workspace;
import java.util.List;

/**
 * A way in which messages come in, as the host implements it: a mailbox, a form, a social network.
 */
@FunctionalInterface
public interface CaseChannel {
  /**
   * The messages that are there. A message may be given again, also after it was accepted: it is
   * known by its identity.
   */
  List<Intake> messages();

  /** A message is in: its case is committed. The channel need not give it again. */
  default void accepted(Intake message, Case its) {}

  /** Keeps an attachment, see {@link AttachmentPort#keep}. */
  default void keep(Workspace unit, CaseStep step, Intake.Attachment attachment) {}
}

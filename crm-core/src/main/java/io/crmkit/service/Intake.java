package io.crmkit.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it comes in through a channel. Immutable.
 *
 * <p>It goes to the first of these that there is: the case of a message that it answers; the case
 * of its conversation; the case whose number stands in its subject, provided that the sender
 * belongs to that case or its customer, since anybody can guess a number. Where that case was
 * merged, it goes to the one into which. A resolved case is reopened by it, until the {@linkplain
 * CaseQueue#REOPEN_DAYS days} of its queue have passed; after that, and of a closed case, it
 * becomes a case of its own with a link. Anything else is a new case.
 *
 * <p>Characters that cannot be kept, NUL and halves of surrogate pairs, become U+FFFD. Of a text the
 * first {@value #LONGEST_TEXT} characters are kept; a channel that has longer ones attaches them.
 *
 * @param channel a code of {@code case_channel}
 * @param messageId its identity in the channel
 * @param sender the address or number it comes from, or null
 * @param subject what it is about, or null
 * @param text what it says
 * @param answers the identities of messages that it answers, the nearest first
 * @param threadKey what the channel calls the conversation, or null
 * @param attachments what is attached
 */
public record Intake(
    String channel,
    String messageId,
    @Nullable String sender,
    @Nullable String subject,
    String text,
    List<String> answers,
    @Nullable String threadKey,
    List<Attachment> attachments) {
  /** So many characters (code points) of a text are kept. */
  public static final int LONGEST_TEXT = 100_000;

  /**
   * Something attached to a message.
   *
   * @param name the name of the file
   * @param contentType the type as the sender says, for example {@code "image/png"}
   * @param location where the host finds the content
   */
  public record Attachment(String name, String contentType, String location) {}

  /** Copies the lists. */
  public Intake {
    answers = List.copyOf(answers);
    attachments = List.copyOf(attachments);
  }

  /** A message with nothing but its text. */
  public static Intake of(String channel, String messageId, String text) {
    return new Intake(channel, messageId, null, null, text, List.of(), null, List.of());
  }

  /** The same from somebody: an address or a number. */
  public Intake from(String address) {
    return new Intake(channel, messageId, address, subject, text, answers, threadKey, attachments);
  }

  /** The same with a subject. */
  public Intake about(String what) {
    return new Intake(channel, messageId, sender, what, text, answers, threadKey, attachments);
  }

  /** The same as an answer: In-Reply-To and References of a mail, the nearest first. */
  public Intake answering(String... messageIds) {
    return new Intake(
        channel, messageId, sender, subject, text, List.of(messageIds), threadKey, attachments);
  }

  /** The same in a conversation. */
  public Intake inThread(String key) {
    return new Intake(channel, messageId, sender, subject, text, answers, key, attachments);
  }

  /** The same with one more attachment. */
  public Intake with(Attachment attachment) {
    List<Attachment> more = new ArrayList<>(attachments);
    more.add(attachment);
    return new Intake(channel, messageId, sender, subject, text, answers, threadKey, more);
  }
}

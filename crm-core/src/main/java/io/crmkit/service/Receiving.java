package io.crmkit.service;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Retry;
import io.crmkit.kernel.work.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes messages in. */
final class Receiving {
  private static final int ATTEMPTS = 50;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_SENDER = 320;
  private static final int MOST_ANSWERS = 50;
  private static final long REOPEN_DAYS = 14;
  private static final Pattern WORD = Pattern.compile("[^\\s\\[\\]()#:,;<>]+");

  private final Workspace unit;
  private final CaseWork work;
  private final Intake message;
  private final Senders.Sender sender;

  private Receiving(Workspace unit, Intake message) {
    this.unit = unit;
    this.work = CaseWork.of(unit);
    this.message = clean(message);
    this.sender = new Senders(unit).find(message.sender());
  }

  private static Intake clean(Intake given) {
    return new Intake(
        given.channel(),
        given.messageId(),
        given.sender() == null ? null : Cleaning.of(given.sender()),
        given.subject() == null ? null : Cleaning.of(given.subject()),
        Cleaning.shortened(Cleaning.of(given.text())),
        given.answers(),
        given.threadKey(),
        given.attachments());
  }

  static Case receive(Workspace space, Intake message, AttachmentPort attachments) {
    Optional<Case> known = known(space, message);
    if (known.isPresent()) {
      return known.get();
    }
    return space.inUnit()
        ? space.call(unit -> once(unit, message, attachments))
        : Retry.call(space, ATTEMPTS, Receiving::isRace, unit -> once(unit, message, attachments));
  }

  /** Each in a unit of work of its own; why some failed is thrown at the end. */
  static List<Case> receive(ServiceDesk desk, CaseChannel channel) {
    List<Case> received = new ArrayList<>();
    RuntimeException failure = null;
    for (Intake message : channel.messages()) {
      try {
        Case its = desk.receive(message, channel::keep);
        channel.accepted(message, its);
        received.add(its);
      } catch (RuntimeException bad) {
        if (failure == null) {
          failure = bad;
        } else {
          failure.addSuppressed(bad);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return received;
  }

  /** Another node took the same message, or the same number, or changed the case. */
  private static boolean isRace(CrmException failure) {
    if (failure instanceof ValidationException taken) {
      return taken.violations().stream().allMatch(Receiving::isTaken);
    }
    return (failure instanceof ConflictException && !failure.code().equals(ConflictException.TWICE))
        || (failure instanceof StoreException broken && broken.isTransient());
  }

  private static boolean isTaken(Violation violation) {
    return violation.code().equals("violation.unique")
        && (!violation.type().equals(Case.TYPE.name())
            || Case.NUMBER.name().equals(violation.field()));
  }

  private static Case once(Workspace unit, Intake message, AttachmentPort attachments) {
    return known(unit, message).orElseGet(() -> new Receiving(unit, message).place(attachments));
  }

  private static Optional<Case> known(Workspace space, Intake message) {
    return step(space, message.channel(), List.of(key(message.messageId())))
        .map(step -> followed(space, step.require(CaseStep.CASE)));
  }

  private Case place(AttachmentPort attachments) {
    Case old = answered().orElse(null);
    Case its;
    if (old == null) {
      its = open();
    } else if (old.state() == CaseState.RESOLVED && isFresh(old)) {
      its = ServiceDesk.reopen(work, old, message.messageId());
    } else if (old.state().done()) {
      its = open();
      work.link(its.ref(), old.ref(), LinkKind.FOLLOW_UP);
    } else if (old.state() == CaseState.WAITING_CUSTOMER) {
      its = work.move(old, CaseState.OPEN, null, true, d -> {});
    } else {
      its = old;
    }
    CaseStep step = work.said(its.ref(), StepKind.MESSAGE, false, message.text());
    remember(unit, message.channel(), message.messageId(), step);
    message.attachments().forEach(attachment -> attachments.keep(unit, step, attachment));
    unit.publish(new CaseEvent.Received(its.ref(), step.ref()));
    return old == null || !its.ref().equals(old.ref()) ? nobodys(its) : its;
  }

  /** Whoever takes messages in does not work on the cases. */
  private Case nobodys(Case its) {
    return its.raw(Case.OWNER) == null
        ? its
        : CaseWork.own(unit).change(its, d -> d.clear(Case.OWNER));
  }

  private Case open() {
    return ServiceDesk.NUMBERS.give(unit, (inside, number) -> work.open(number, this::fill));
  }

  private void fill(Draft<Case> draft) {
    String subject = Objects.requireNonNullElse(message.subject(), message.text()).strip();
    draft
        .set(Case.SUBJECT, subject.isEmpty() ? message.channel() : cut(subject, LONGEST_SUBJECT))
        .set(Case.DESCRIPTION, message.text())
        .set(Case.CHANNEL, message.channel());
    if (message.sender() != null) {
      draft.set(Case.SENDER, cut(message.sender(), LONGEST_SENDER));
    }
    if (message.threadKey() != null) {
      draft.set(Case.THREAD_KEY, key(message.threadKey()));
    }
    if (sender.contact() != null) {
      draft.set(Case.CONTACT, sender.contact());
    }
    if (sender.customer() != null) {
      draft.set(Case.CUSTOMER, sender.customer());
    }
  }

  private static String cut(String text, int characters) {
    String line = text.lines().findFirst().orElse(text);
    return line.codePointCount(0, line.length()) <= characters
        ? line
        : line.substring(0, line.offsetByCodePoints(0, characters));
  }

  /** The case that the message belongs to, whoever may see it. */
  private Optional<Case> answered() {
    List<String> keys = message.answers().stream().limit(MOST_ANSWERS).map(Receiving::key).toList();
    return step(unit, message.channel(), keys)
        .map(step -> followed(unit, step.require(CaseStep.CASE)))
        .or(this::ofThread)
        .or(this::ofSubject);
  }

  private static Optional<CaseStep> step(Workspace space, String channel, List<String> keys) {
    for (String key : keys) {
      Optional<CaseMessage> known =
          space
              .own(CaseMessage.DEF, CaseMessage.TYPE)
              .where(CaseMessage.CHANNEL.is(channel), CaseMessage.MESSAGE_ID.is(key))
              .first();
      if (known.isPresent()) {
        return space.own(CaseStep.DEF, CaseStep.TYPE).find(known.get().require(CaseMessage.STEP));
      }
    }
    return Optional.empty();
  }

  private Optional<Case> ofThread() {
    return message.threadKey() == null
        ? Optional.empty()
        : latest(
            Case.THREAD_KEY.is(key(message.threadKey())).and(Case.CHANNEL.is(message.channel())));
  }

  private Optional<Case> ofSubject() {
    if (message.subject() == null || message.sender() == null) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(message.subject());
    while (word.find() && words.size() < MOST_ANSWERS) {
      if (word.group().length() <= 50) {
        words.add(word.group());
      }
    }
    Condition<Case> known = Case.SENDER.is(cut(message.sender(), LONGEST_SENDER));
    if (sender.contact() != null) {
      known = known.or(Case.CONTACT.is(sender.contact()));
    }
    if (sender.customer() != null) {
      known = known.or(Case.CUSTOMER.is(sender.customer()));
    }
    return latest(Case.NUMBER.in(words).and(known));
  }

  private Optional<Case> latest(Condition<Case> condition) {
    Order<Case> newest = Case.OPENED_AT.desc();
    return unit.own(Case.DEF, Case.TYPE)
        .where(condition)
        .orderBy(newest)
        .first()
        .map(found -> followed(unit, found.ref()));
  }

  /** The case, or the one that it was merged into in the end. */
  private static Case followed(Workspace space, Ref<Case> ref) {
    Case its =
        space.own(Case.DEF, Case.TYPE).find(ref).orElseThrow(() -> NotFoundException.record(ref));
    Ref<Case> into = its.raw(Case.MERGED_INTO);
    return into == null ? its : followed(space, into);
  }

  private boolean isFresh(Case old) {
    Ref<CaseQueue> queue = old.raw(Case.QUEUE);
    long days =
        queue == null
            ? REOPEN_DAYS
            : unit.own(CaseQueue.DEF, CaseQueue.TYPE)
                .find(queue)
                .map(its -> its.require(CaseQueue.REOPEN_DAYS))
                .orElse(REOPEN_DAYS);
    Instant resolved = old.raw(Case.RESOLVED_AT);
    return resolved != null && !unit.now().isAfter(resolved.plus(Duration.ofDays(days)));
  }

  /** Notes that a message belongs to a step. */
  static void remember(Workspace unit, String channel, String messageId, CaseStep step) {
    unit.own(CaseMessage.DEF, CaseMessage.TYPE)
        .create(
            d ->
                d.unlock(CaseMessage.DEF)
                    .set(CaseMessage.CHANNEL, channel)
                    .set(CaseMessage.MESSAGE_ID, key(messageId))
                    .setOrClear(CaseMessage.CASE, caseOf(step))
                    .set(CaseMessage.STEP, step));
  }

  private static @Nullable Ref<Case> caseOf(CaseStep step) {
    return CaseStep.CASE.of(step.snapshot().row());
  }

  /** An identity that fits a key: a long one by its hash. */
  private static String key(String id) {
    String text = Cleaning.of(id).strip();
    if (text.length() <= LONGEST_ID) {
      return text;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible); // every platform has it
    }
  }
}

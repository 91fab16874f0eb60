package io.crmkit.service;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.org.User;
import io.crmkit.permission.Permissions;
import io.crmkit.permission.Share;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes cases in and handles them. Every verb gives the case as it is afterwards and notes a {@link
 * CaseStep}; a case that somebody else has changed meanwhile is refused.
 */
public final class ServiceDesk {
  static final NumberRange NUMBERS = NumberRange.of("case", "C-{year}-{00000}");

  private final Workspace space;

  /** The service as {@code space} sees it. */
  public ServiceDesk(Workspace space) {
    this.space = space;
  }

  /** The cases, to look for and to change; their state moves by the verbs here. */
  public Records<Case> cases() {
    return space.records(Case.TYPE);
  }

  /** The steps of all cases. */
  public Records<CaseStep> steps() {
    return space.records(CaseStep.TYPE);
  }

  /** Who helps with which case. */
  public Records<Collaborator> collaborators() {
    return space.records(Collaborator.TYPE);
  }

  /** The queues. */
  public Records<CaseQueue> queues() {
    return space.records(CaseQueue.TYPE);
  }

  /** Who takes cases out of which queue. */
  public Records<QueueMember> members() {
    return space.records(QueueMember.TYPE);
  }

  /** What is promised, to whom. */
  public ServiceLevels levels() {
    return new ServiceLevels(space);
  }

  /** The case of that number; empty where there is none that the actor can see. */
  public Optional<Case> find(String number) {
    return cases().where(Case.NUMBER.is(number)).first();
  }

  /** The open cases that are late now, those due longest first. */
  public Query<Case> overdue() {
    return cases().where(Case.isOverdue(space.now())).orderBy(Case.RESOLUTION_DUE.asc());
  }

  /**
   * The cases of which every one of these words stands in number, subject, description, sender or
   * resolution, or in one of the {@link #steps} that the actor may see: of these the newest 1,000
   * that have the words, as they are when this is called.
   */
  public Query<Case> search(String words) {
    return cases().query().search(words, CaseStep.saidIn(space, words));
  }

  /** Opens a case of a customer. */
  public Case open(Customer customer, Consumer<Draft<Case>> filling) {
    return open(
        d -> {
          d.set(Case.CUSTOMER, customer);
          filling.accept(d);
        });
  }

  /** Opens a case of which nobody may know whose it is. */
  public Case open(Consumer<Draft<Case>> filling) {
    return NUMBERS.give(space, (unit, number) -> CaseWork.of(unit).open(number, filling));
  }

  /**
   * Takes a message of a channel in: the first delivery makes a case, or goes to the one that it
   * answers; every later delivery of the same message gives that case and changes nothing. Which
   * case that is, see {@link Intake}. A new case is nobody's until it is assigned or dispatched,
   * whoever takes the message in.
   */
  public Case receive(Intake message) {
    return receive(message, AttachmentPort.none());
  }

  /** As the other; attachments go to {@code attachments} within the same unit of work. */
  public Case receive(Intake message, AttachmentPort attachments) {
    return Receiving.receive(space, message, attachments);
  }

  /**
   * Takes in whatever a channel has, each message in a unit of work of its own, and tells the
   * channel of each. A message that fails keeps no other from being taken in: it is left to the
   * channel, and why it failed is thrown at the end.
   *
   * @return the cases in the order of the messages
   */
  public List<Case> receive(CaseChannel channel) {
    return Receiving.receive(this, channel);
  }

  /** Begins work, or goes on with it. */
  public Case start(Case its) {
    return move(its, CaseState.OPEN, null, true);
  }

  /** Lets a case wait for the customer. */
  public Case await(Case its, String reason) {
    return move(its, CaseState.WAITING_CUSTOMER, reason, true);
  }

  /** Lets a case wait for something else. */
  public Case hold(Case its, String reason) {
    return move(its, CaseState.ON_HOLD, reason, true);
  }

  private Case move(Case its, CaseState to, @Nullable String reason, boolean internal) {
    if (its.state().done()) {
      throw new InvalidRequestException("service.done", its.called());
    }
    return space.call(unit -> CaseWork.of(unit).move(its, to, reason, internal, d -> {}));
  }

  /** Resolves a case; a customer who was not answered before is answered by that. */
  public Case resolve(Case its, String resolution) {
    return space.call(
        unit ->
            CaseWork.of(unit)
                .move(
                    its,
                    CaseState.RESOLVED,
                    resolution,
                    false,
                    d -> {
                      d.set(Case.RESOLUTION, resolution).set(Case.RESOLVED_AT, unit.now());
                      respond(d, unit);
                    }));
  }

  /** Closes a case that is resolved. */
  public Case close(Case its) {
    return space.call(
        unit ->
            CaseWork.of(unit)
                .move(its, CaseState.CLOSED, null, false, d -> d.set(Case.CLOSED_AT, unit.now())));
  }

  /**
   * Opens a case again that is resolved or closed. The clock of its resolution goes on where it
   * stood.
   *
   * @throws InvalidRequestException where it is open, or was merged: see {@link #unmerge}
   */
  public Case reopen(Case its, String reason) {
    return space.call(unit -> reopen(CaseWork.of(unit), its, reason));
  }

  static Case reopen(CaseWork work, Case its, String reason) {
    if (!its.state().done()) {
      throw new InvalidRequestException("service.not_done", its.called());
    }
    long times = Objects.requireNonNullElse(its.raw(Case.REOPENED), 0L);
    return work.move(its, CaseState.OPEN, reason, true, d -> d.set(Case.REOPENED, times + 1));
  }

  /** Notes something for colleagues; customers never see it. */
  public CaseStep note(Case its, String text) {
    return verb(
        work -> {
          CaseStep note = work.said(its.ref(), StepKind.NOTE, true, text);
          work.unit().publish(new CaseEvent.Noted(its.ref(), note.ref()));
          return note;
        });
  }

  /** Answers the customer. The first answer begins work on a new case. */
  public Case reply(Case its, String text) {
    return space.call(unit -> new Replying(unit).reply(its, StepKind.REPLY, text, null));
  }

  /**
   * Answers the customer by a message, so that an answer to it comes back to this case.
   *
   * @param messageId the identity under which the channel sends it
   */
  public Case reply(Case its, String text, String messageId) {
    return space.call(unit -> new Replying(unit).reply(its, StepKind.REPLY, text, messageId));
  }

  /** Notes a talk with the customer, for colleagues; it counts as an answer. */
  public Case call(Case its, String text) {
    return space.call(unit -> new Replying(unit).reply(its, StepKind.CALL, text, null));
  }

  static void respond(Draft<Case> draft, Workspace unit) {
    if (draft.get(Case.RESPONDED_AT) == null) {
      draft.set(Case.RESPONDED_AT, unit.now());
    }
  }

  /**
   * Asks somebody to help: from now on they see the case and may work on it. Needs the right to
   * share the case and to change it.
   *
   * @param task with what
   * @throws io.crmkit.kernel.error.ValidationException where they help already
   * @throws InvalidRequestException where they do not work here any more
   */
  public Collaborator invite(Case its, Ref<User> user, String task) {
    return verb(
        work -> {
          work.requireWorks(user);
          new Permissions(work.unit()).share(its, user, Share.Access.WRITE, null, task);
          Collaborator made =
              work.unit()
                  .records(Collaborator.TYPE)
                  .create(
                      d ->
                          d.set(Collaborator.CASE, its)
                              .set(Collaborator.USER, user)
                              .set(Collaborator.TASK, task));
          work.unit().publish(new CaseEvent.Invited(its.ref(), user));
          return made;
        });
  }

  /**
   * Ends the help of somebody, and with it what they could see and change by it. Needs the right to
   * change the case, and to share it where somebody else invited them.
   */
  public void dismiss(Collaborator helper) {
    space.run(
        unit -> {
          Case its = unit.records(Case.TYPE).get(helper.require(Collaborator.CASE));
          unit.require(Operation.UPDATE, its);
          Permissions permissions = new Permissions(unit);
          for (Share share : permissions.sharesOf(its)) {
            if (helper.require(Collaborator.USER).equals(share.get(Share.WITH_USER))) {
              permissions.unshare(its, share);
            }
          }
          unit.own(Collaborator.DEF, Collaborator.TYPE).delete(helper);
        });
  }

  /** Promises another moment by which the case will be dealt with. */
  public Case reschedule(Case its, Instant due, String reason) {
    return verb(
        work -> {
          CaseWork.requireNotMerged(its);
          Case changed = work.change(its, d -> d.set(Case.DUE_AT, due));
          work.fact(its.ref(), StepKind.SCHEDULE, true, reason, d -> d.set(CaseStep.DUE_AT, due));
          work.unit().publish(new CaseEvent.Rescheduled(its.ref(), due));
          return changed;
        });
  }

  /**
   * Gives a case to somebody, however much they have to do.
   *
   * @throws InvalidRequestException where they do not work here any more
   */
  public Case assign(Case its, Ref<User> owner, String reason) {
    return verb(
        work -> {
          work.requireWorks(owner);
          Ref<CaseQueue> queue = its.raw(Case.QUEUE);
          Dispatcher.count(work.unit(), queue, owner);
          return work.assign(its, queue, owner, Reason.of(reason));
        });
  }

  /** Puts a case into a queue, where nobody has it yet. */
  public Case transfer(Case its, CaseQueue queue, String reason) {
    return verb(work -> work.assign(its, queue.ref(), null, Reason.of(reason)));
  }

  /**
   * Gives a case to the member of its queue whom the queue's strategy chooses among those who have
   * all the skills that it needs, are not away and have room. Why is said in the step. Two
   * dispatchers at once never give anybody more than they have room for.
   *
   * @throws InvalidRequestException where it is in no queue, is done, or nobody can take it
   */
  public Case dispatch(Case its) {
    return Dispatcher.dispatch(space, its);
  }

  /** A case that is handed in need not be one that the actor sees. */
  private void requireSeen(Case its) {
    if (cases().find(its.ref()).isEmpty()) {
      throw NotFoundException.record(its.ref());
    }
  }

  /** Says how a case relates to another: that both have to do with each other, or are the same. */
  public CaseLink relate(Case its, Case other, LinkKind kind) {
    if (!EnumSet.of(LinkKind.RELATED, LinkKind.DUPLICATE).contains(kind)
        || its.ref().equals(other.ref())) {
      throw new InvalidRequestException("service.link", kind);
    }
    requireSeen(its);
    requireSeen(other);
    return space
        .records(CaseLink.TYPE)
        .create(
            d ->
                d.unlock(CaseLink.DEF)
                    .set(CaseLink.CASE, its)
                    .set(CaseLink.OTHER, other)
                    .set(CaseLink.KIND, kind));
  }

  /** How a case relates to others, and they to it. */
  public List<CaseLink> links(Case its) {
    return space
        .records(CaseLink.TYPE)
        .where(CaseLink.CASE.is(its).or(CaseLink.OTHER.is(its)))
        .list();
  }

  /**
   * Merges a case into another that is about the same. It is closed; its steps stay its own and are
   * shown in the {@link #timeline} of the other.
   *
   * @return the case that was merged, closed
   * @throws InvalidRequestException where either was merged before, or the other is done
   */
  public Case merge(Case its, Case into) {
    requireSeen(its);
    requireSeen(into);
    return verb(work -> new Merging(work).merge(its, into));
  }

  /** Takes a merging back: the case is as it was before. */
  public Case unmerge(Case its) {
    return verb(work -> new Merging(work).unmerge(its));
  }

  /**
   * Makes a case of its own of some steps of another: what was said in them is about something
   * else. They are moved and keep where they came from.
   *
   * @param steps messages, replies, calls and notes of the case
   * @return the new case
   */
  public Case split(Case its, Collection<CaseStep> steps, String subject) {
    requireSeen(its);
    return NUMBERS.give(
        space, (unit, number) -> new Merging(CaseWork.of(unit)).split(its, steps, subject, number));
  }

  /**
   * Everything that happened to a case and to those merged into it, in order; {@link CaseStep#CASE}
   * says to which.
   */
  public List<CaseStep> timeline(Case its) {
    return timeline(its, steps().query());
  }

  /** What customers may see of the {@link #timeline}: without what is for colleagues alone. */
  public List<CaseStep> correspondence(Case its) {
    return timeline(its, steps().where(CaseStep.visibleToCustomers()));
  }

  private List<CaseStep> timeline(Case its, Query<CaseStep> steps) {
    return steps
        .where(CaseStep.CASE.in(Trees.andBelow(cases(), Case.MERGED_INTO, its.ref())))
        .orderBy(CaseStep.AT.asc())
        .list();
  }

  /**
   * How much working time a case has taken so far; empty where it falls under no service level.
   *
   * @throws NotFoundException where the actor does not see it
   * @throws AccessDeniedException where they may not read what this is found from
   */
  public Optional<ServiceTimes> times(Case its) {
    Case seen = cases().get(its.ref());
    space.requireReadable(Clocks.TOLD);
    return new Clocks(space).times(seen);
  }

  private <T> T verb(Function<CaseWork, T> work) {
    return space.call(unit -> work.apply(CaseWork.of(unit)));
  }
}

package io.crmkit.activity;

import io.crmkit.activity.Task.State;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Links;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was done with customers, and what is to be done. */
public final class Activities {
  private static final int AT_ONCE = 500;

  /** As a store sorts: of the same moment, and without one, the first that was made. */
  private static final Comparator<Interaction> NEWEST_FIRST =
      Comparator.<Interaction, Instant>comparing(
              its -> its.get(Interaction.AT), Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Interaction::ref);

  private final Workspace space;

  /** The activities as {@code space} sees them. */
  public Activities(Workspace space) {
    this.space = space;
  }

  /** The interactions. */
  public Records<Interaction> interactions() {
    return space.records(Interaction.TYPE);
  }

  /** Who took part in interactions. */
  public Records<InteractionParty> parties() {
    return space.records(InteractionParty.TYPE);
  }

  /** The tasks. */
  public Records<Task> tasks() {
    return space.records(Task.TYPE);
  }

  /**
   * Notes an interaction that took place now, unless {@code filling} says when.
   *
   * @param with the contacts who took part, none or several
   */
  public Interaction log(
      Customer customer,
      Interaction.Kind kind,
      List<Contact> with,
      Consumer<Draft<Interaction>> filling) {
    return space.call(
        work -> {
          Activities inside = new Activities(work);
          Interaction made =
              inside
                  .interactions()
                  .create(
                      d -> {
                        d.set(Interaction.CUSTOMER, customer)
                            .set(Interaction.KIND, kind)
                            .set(Interaction.AT, work.now());
                        filling.accept(d);
                      });
          with.forEach(contact -> inside.addParty(made, contact));
          return made;
        });
  }

  /** Adds a contact who took part. */
  public InteractionParty addParty(Interaction interaction, Contact contact) {
    return parties()
        .create(
            d ->
                d.set(InteractionParty.INTERACTION, interaction)
                    .set(InteractionParty.CONTACT, contact));
  }

  /**
   * The contacts who took part in an interaction, as far as they can be seen, in the order in which
   * they were added.
   */
  public List<Contact> partiesOf(Interaction interaction) {
    List<Ref<Contact>> who =
        parties().where(InteractionParty.INTERACTION.is(interaction)).list().stream()
            .map(party -> party.require(InteractionParty.CONTACT))
            .toList();
    return inOrder(space.records(Contact.TYPE), who);
  }

  private static <E extends Entity<E>> List<E> inOrder(Records<E> records, List<Ref<E>> which) {
    Map<Ref<E>, E> found = records.find(which);
    List<E> all = new ArrayList<>();
    which.forEach(ref -> Optional.ofNullable(found.get(ref)).ifPresent(all::add));
    return all;
  }

  /** The interactions that a contact took part in, the newest first, all of them. */
  public List<Interaction> historyOf(Contact contact) {
    List<Ref<Interaction>> which = new ArrayList<>();
    parties()
        .where(InteractionParty.CONTACT.is(contact))
        .list()
        .forEach(party -> which.add(party.require(InteractionParty.INTERACTION)));
    List<Interaction> all = new ArrayList<>();
    for (int i = 0; i < which.size(); i += AT_ONCE) {
      all.addAll(
          interactions().find(which.subList(i, Math.min(i + AT_ONCE, which.size()))).values());
    }
    all.sort(NEWEST_FIRST);
    return all;
  }

  /**
   * A page of the interactions that a contact took part in, the newest first.
   *
   * @param limit how many at the most; there may be fewer, and still a next page, where some cannot
   *     be seen
   * @param after the token of the page before, or null for the first
   */
  public Page<Interaction> historyOf(Contact contact, int limit, @Nullable String after) {
    Page<InteractionParty> page =
        parties()
            .where(InteractionParty.CONTACT.is(contact))
            .orderBy(InteractionParty.INTERACTION.get(Interaction.AT).desc())
            .limit(limit)
            .after(after)
            .page();
    List<Ref<Interaction>> which =
        page.items().stream().map(party -> party.require(InteractionParty.INTERACTION)).toList();
    return new Page<>(inOrder(interactions(), which), page.token());
  }

  /** The interactions about a record, the newest first; none where the record is out of sight. */
  public List<Interaction> interactionsAbout(Ref<?> record) {
    return Links.sees(space, record)
        ? interactions().where(Interaction.ABOUT.is(record)).orderBy(Interaction.AT.desc()).list()
        : List.of();
  }

  /**
   * Makes a task about a record.
   *
   * @param about a record of any type that the actor can see
   */
  public Task plan(Ref<?> about, Consumer<Draft<Task>> filling) {
    return tasks().create(filling.andThen(d -> Task.ABOUT.set(d, about)));
  }

  /** The tasks about a record by due day; none where the record is out of sight. */
  public List<Task> tasksAbout(Ref<?> record) {
    return Links.sees(space, record)
        ? tasks().where(Task.ABOUT.is(record)).orderBy(Task.DUE_ON.asc()).list()
        : List.of();
  }

  /**
   * Has done a task.
   *
   * @throws InvalidRequestException where it is not open
   */
  public Task complete(Task task) {
    return move(task, State.OPEN, State.DONE, new TaskEvent.Done(task.ref()));
  }

  /**
   * Says that a task is not to be done any more.
   *
   * @throws InvalidRequestException where it is not open
   */
  public Task cancel(Task task) {
    return move(task, State.OPEN, State.CANCELLED, new TaskEvent.Cancelled(task.ref()));
  }

  /**
   * Says that a task is to be done again.
   *
   * @throws InvalidRequestException where it is open
   */
  public Task reopen(Task task) {
    State from = task.raw(Task.STATE) == State.OPEN ? State.DONE : task.raw(Task.STATE);
    return move(task, from, State.OPEN, new TaskEvent.Reopened(task.ref()));
  }

  private Task move(Task task, @Nullable State from, State to, TaskEvent event) {
    State now = task.raw(Task.STATE);
    if (now != from) {
      throw new InvalidRequestException("activity.state", task.ref(), task.told(Task.STATE), to);
    }
    return space.call(
        work -> {
          Task moved =
              work.records(Task.TYPE)
                  .update(
                      task,
                      d ->
                          d.unlock(Task.DEF)
                              .set(Task.STATE, to)
                              .setOrClear(Task.CLOSED_AT, to == State.OPEN ? null : work.now()));
          work.publish(event);
          return moved;
        });
  }
}

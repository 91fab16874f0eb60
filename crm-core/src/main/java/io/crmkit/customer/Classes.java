package io.crmkit.customer;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the periods of classifications, within a unit of work, and keeps {@link Customer#LEVEL} in
 * step: it is the level in force today, whichever of the two is written.
 */
final class Classes {
  private final Workspace space;

  Classes(Workspace space) {
    this.space = space;
  }

  private Records<Classification> periods() {
    return space.own(Classification.DEF, Classification.TYPE);
  }

  private Records<Customer> customers() {
    return space.own(Customer.DEF, Customer.TYPE);
  }

  private static Condition<Classification> of(Ref<Customer> customer, String scheme) {
    return Classification.CUSTOMER.is(customer).and(Classification.SCHEME.is(scheme));
  }

  /** Refuses what is no code table, and a code that is good neither today nor on the first day. */
  private void requireCode(String scheme, @Nullable String value, LocalDate since) {
    List<String> tables =
        space.layout().codeTables().stream().map(CodeTable::name).sorted().toList();
    if (!tables.contains(scheme)) {
      throw NotFoundException.named("code table", scheme, tables);
    }
    CodeTable table = space.layout().codes(scheme);
    Set<String> codes = new LinkedHashSet<>(table.acceptedOn(since));
    codes.addAll(table.acceptedOn(space.today()));
    if (value != null && !codes.contains(value)) {
      throw new ValidationException(
          List.of(Violation.of("classification", "value", "violation.code", value, scheme, codes)));
    }
  }

  /**
   * Begins a period, or corrects the one that begins on the same day.
   *
   * @param records the records in the name of whoever asks for it
   */
  Classification begin(
      Records<Classification> records,
      Ref<Customer> customer,
      String scheme,
      @Nullable String value,
      LocalDate since,
      @Nullable String reason) {
    requireCode(scheme, value, since);
    Optional<Classification> before =
        periods().where(of(customer, scheme), Classification.on(since)).first();
    if (before.isPresent() && since.equals(before.get().raw(Classification.SINCE))) {
      return records.update(
          before.get(),
          d ->
              d.unlock(Classification.DEF)
                  .setOrClear(Classification.VALUE, value)
                  .setOrClear(Classification.REASON, reason));
    }
    LocalDate until = end(customer, scheme, since, before);
    before.ifPresent(was -> end(was, since.minusDays(1)));
    return records.create(
        d ->
            d.unlock(Classification.DEF)
                .set(Classification.CUSTOMER, customer)
                .set(Classification.SCHEME, scheme)
                .setOrClear(Classification.VALUE, value)
                .set(Classification.SINCE, since)
                .setOrClear(Classification.UNTIL, until)
                .setOrClear(Classification.LAST, until == null ? Boolean.TRUE : null)
                .setOrClear(Classification.REASON, reason));
  }

  private @Nullable LocalDate end(
      Ref<Customer> customer, String scheme, LocalDate since, Optional<Classification> before) {
    if (before.isPresent()) {
      return before.get().raw(Classification.UNTIL);
    }
    return periods()
        .where(of(customer, scheme), Classification.SINCE.moreThan(since))
        .orderBy(Classification.SINCE.asc())
        .first()
        .map(next -> Objects.requireNonNull(next.raw(Classification.SINCE)).minusDays(1))
        .orElse(null);
  }

  private void end(Classification period, LocalDate last) {
    periods()
        .update(
            period,
            d ->
                d.unlock(Classification.DEF)
                    .set(Classification.UNTIL, last)
                    .clear(Classification.LAST));
  }

  /** A level that a customer has had since it was made gets its period when it first changes. */
  void noteWhatWas(Ref<Customer> customer, String scheme, LocalDate since) {
    if (scheme.equals(Classification.LEVEL) && !periods().where(of(customer, scheme)).exists()) {
      customers()
          .find(customer)
          .filter(its -> its.raw(Customer.LEVEL) != null && its.raw(Customer.LEVEL_SINCE) == null)
          .ifPresent(its -> note(its, Objects.requireNonNull(its.raw(Customer.LEVEL)), since));
    }
  }

  private void note(Customer customer, String level, LocalDate before) {
    LocalDate made = made(customer);
    if (made.isBefore(before)) {
      periods()
          .create(
              d ->
                  d.unlock(Classification.DEF)
                      .set(Classification.CUSTOMER, customer)
                      .set(Classification.SCHEME, Classification.LEVEL)
                      .set(Classification.VALUE, level)
                      .set(Classification.SINCE, made)
                      .set(Classification.LAST, true));
    }
  }

  private LocalDate made(Customer customer) {
    return space.dayOf(Objects.requireNonNull(customer.raw(Customer.TYPE.createdAt())));
  }

  /** How many periods, those over as well, are of a code. */
  static long count(Workspace space, String scheme, String value) {
    return Guards.countRecords(space, Classification.TYPE, of(scheme, value));
  }

  private static Condition<Classification> of(String scheme, String value) {
    return Classification.SCHEME.is(scheme).and(Classification.VALUE.is(value));
  }

  /**
   * One code takes the place of another: from today on where a period is in force, from its
   * beginning where it is planned.
   *
   * @return how many periods were changed
   */
  long merge(String scheme, String from, String into) {
    LocalDate today = space.today();
    List<Classification> open =
        periods().where(of(scheme, from), Classification.notOver(today)).list();
    for (Classification period : open) {
      LocalDate since = period.raw(Classification.SINCE);
      begin(
          periods(),
          Objects.requireNonNull(period.raw(Classification.CUSTOMER)),
          scheme,
          into,
          since == null || since.isBefore(today) ? today : since,
          period.raw(Classification.REASON));
    }
    return open.size();
  }

  /** A period has changed: where it is in force today, the customer follows. */
  static void periodChanged(
      Workspace space, @Nullable Classification before, @Nullable Classification after) {
    Classification any = after != null ? after : before;
    if (any != null && Classification.LEVEL.equals(any.raw(Classification.SCHEME))) {
      new Classes(space).follow(Objects.requireNonNull(any.raw(Classification.CUSTOMER)));
    }
  }

  private void follow(Ref<Customer> customer) {
    Optional<Classification> now = today(customer);
    if (now.isPresent()) {
      String level = now.get().raw(Classification.VALUE);
      LocalDate since = now.get().raw(Classification.SINCE);
      customers()
          .find(customer)
          .ifPresent(
              its ->
                  customers()
                      .update(
                          its,
                          d ->
                              d.carry(Customer.DEF, Customer.LEVEL, level)
                                  .setOrClear(Customer.LEVEL_SINCE, since)));
    }
  }

  private Optional<Classification> today(Ref<Customer> customer) {
    return periods()
        .where(of(customer, Classification.LEVEL), Classification.on(space.today()))
        .first();
  }

  /** A customer is being changed: where its level is, it has it since today. */
  static void customerChanging(Workspace space, Draft<Customer> draft) {
    if (!draft.isNew()
        && draft.isTouched(Customer.LEVEL)
        && !draft.isTouched(Customer.LEVEL_SINCE)
        && !Objects.equals(draft.stored(Customer.LEVEL), draft.get(Customer.LEVEL))) {
      draft.unlock(Customer.DEF).set(Customer.LEVEL_SINCE, space.today());
    }
  }

  /** A customer has changed: where its level did, a period begins today. */
  static void customerChanged(
      Workspace space, @Nullable Customer before, @Nullable Customer after) {
    if (before != null
        && after != null
        && !after.deleted()
        && !Objects.equals(before.raw(Customer.LEVEL), after.raw(Customer.LEVEL))) {
      new Classes(space).lead(before, after);
    }
  }

  private void lead(Customer before, Customer after) {
    String level = after.raw(Customer.LEVEL);
    LocalDate day = space.today();
    Optional<Classification> now = today(after.ref());
    if (now.isPresent() && Objects.equals(now.get().raw(Classification.VALUE), level)) {
      return;
    }
    String was = before.raw(Customer.LEVEL);
    if (now.isEmpty()
        && was != null
        && !periods().where(of(after.ref(), Classification.LEVEL)).exists()) {
      note(before, was, day);
    }
    begin(periods(), after.ref(), Classification.LEVEL, level, day, space.context().reason());
  }
}

package io.crmkit.privacy;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.permission.PermissionModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people may ask of whoever keeps data about them. People are the records of types that say
 * so, see {@link io.crmkit.kernel.record.Definition#person()}; what is kept about them follows from
 * the declarations of all types, custom and vendors' ones included.
 */
public final class Privacy {
  /** The right to erase. */
  public static final String ERASE = "privacy.erase";

  /** The right to all that is kept about a person. */
  public static final String REPORT = "privacy.report";

  /** The right to hold and release records. */
  public static final String HOLD = "privacy.hold";

  /** The right to write consents down. */
  public static final String CONSENT = "privacy.consent";

  /** The right to restrict the use of what is kept about people, and to lift that. */
  public static final String RESTRICT = "privacy.restrict";

  /** The right to what others are restricted from. */
  public static final String RESTRICTED = "privacy.restricted";

  private final Workspace space;

  /** The rights of people as {@code space} serves them. */
  public Privacy(Workspace space) {
    this.space = space;
  }

  /** The ledger of consents. */
  public Consents consents() {
    return new Consents(space);
  }

  /** What is to go when its time is over. */
  public Retention retention() {
    return new Retention(space);
  }

  /** The erasures, under way and done: the receipts. */
  public Records<Erasure> erasures() {
    return space.records(Erasure.TYPE);
  }

  /** The holds. */
  public Records<LegalHold> holds() {
    return space.records(LegalHold.TYPE);
  }

  /**
   * Keeps a record, and what is about it, from being erased and destroyed. A law that demands the
   * same of all records of a type is a {@link RetentionRule} that keeps them.
   */
  public LegalHold hold(Ref<?> record, String reason) {
    space.require(HOLD);
    return space
        .own(LegalHold.DEF, LegalHold.TYPE)
        .create(
            draft ->
                draft
                    .unlock(LegalHold.DEF)
                    .set(LegalHold.SUBJECT_TYPE, record.type().name())
                    .set(LegalHold.SUBJECT_ID, record.id())
                    .set(LegalHold.REASON, reason));
  }

  /** Ends a hold. */
  public LegalHold release(LegalHold hold) {
    space.require(HOLD);
    return space.own(LegalHold.DEF, LegalHold.TYPE).delete(hold);
  }

  /** The restrictions in force. */
  public Records<Restriction> restrictions() {
    return space.records(Restriction.TYPE);
  }

  /**
   * Keeps what is kept about a person, but from being used (GDPR Art. 18): under the policy of the
   * roles nobody sees or changes the record and what is about it, in whatever way and whatever they
   * have been granted, but those with the permission {@link #RESTRICTED}. It holds from the next
   * decision on, as a change of roles does. Holds, reports and erasure reach it as before.
   *
   * @param reason why, without personal data
   * @return the restriction; the one that there is where there is one
   * @throws InvalidRequestException where the record is no person, or a policy of the host's own is
   *     in force, which would not follow it
   * @throws NotFoundException where there is no such record
   */
  public <E extends Entity<E>> Restriction restrict(Ref<E> person, String reason) {
    space.require(RESTRICT);
    if (!space.module(PermissionModule.class).inForce()) {
      throw new InvalidRequestException("privacy.restrict_policy");
    }
    return space.call(
        unit -> {
          E record = person(PrivacyModule.all(unit), person);
          return restriction(unit, record.ref())
              .orElseGet(
                  () ->
                      unit.own(Restriction.DEF, Restriction.TYPE)
                          .create(
                              draft ->
                                  draft
                                      .unlock(Restriction.DEF)
                                      .set(Restriction.SUBJECT_TYPE, record.type().name())
                                      .set(Restriction.SUBJECT_ID, record.ref().id())
                                      .set(Restriction.REASON, reason)));
        });
  }

  /** Ends the restriction of a person; nothing where there is none. */
  public void lift(Ref<?> person) {
    space.require(RESTRICT);
    space.run(
        unit ->
            restriction(unit, person)
                .ifPresent(unit.own(Restriction.DEF, Restriction.TYPE)::delete));
  }

  private static Optional<Restriction> restriction(Workspace unit, Ref<?> person) {
    return unit.own(Restriction.DEF, Restriction.TYPE)
        .where(
            Restriction.SUBJECT_ID.is(person.id()),
            Restriction.SUBJECT_TYPE.is(person.type().name()))
        .first();
  }

  /**
   * Erases what is kept about a person (GDPR Art. 17): personal values of the record and of those
   * about it, with blind indexes and search copies; the keys to what their histories say; what
   * other stores keep. Records stay, without the person in them, and so do consents, which name
   * nobody. The person cannot be entered again under the same address, number or external name.
   *
   * <p>What has to stay about them, since it is held or a {@link RetentionRule} keeps it, is left;
   * the receipt waits then, and the job erases that when its time is over.
   *
   * <p>To erase somebody again erases what has come since, and nothing where nothing has. What is
   * interrupted is gone on with by the next call or by the job {@code privacy.erasure}.
   *
   * @param ground why, without personal data: it stays in the receipt
   * @return the receipt
   * @throws InvalidRequestException where the record is no person, or has to stay itself
   * @throws NotFoundException where there is no such record
   */
  public <E extends Entity<E>> Erasure erase(Ref<E> person, String ground) {
    space.require(ERASE);
    return erased(person, draft -> draft.set(Erasure.GROUND, ground));
  }

  <E extends Entity<E>> Erasure erased(Ref<E> person, Consumer<Draft<Erasure>> why) {
    E record = person(PrivacyModule.all(space), person);
    Condition<Erasure> itsOwn =
        Erasure.SUBJECT_ID.is(person.id()).and(Erasure.STATE.is(Erasure.State.RUNNING));
    Optional<Erasure> interrupted = space.own(Erasure.DEF, Erasure.TYPE).where(itsOwn).first();
    return Eraser.finished(space, interrupted.orElseGet(() -> Eraser.begun(space, record, why)));
  }

  /**
   * Writes everything that is kept about a person (GDPR Art. 15) as one JSON document: the record
   * and those about it with their histories, what mentions them, consents, what other stores keep.
   * Of records that are about other people as well, the personal values are left out.
   *
   * @param out gets the document piece by piece
   */
  public <E extends Entity<E>> void report(Ref<E> person, Appendable out) {
    space.require(REPORT);
    Erasing all = PrivacyModule.all(space);
    new Report(space, all, out).access(person(all, person));
  }

  /**
   * Writes what a person has provided about themself (GDPR Art. 20) as one JSON document: what was
   * found out or written about them is not in it.
   *
   * @param out gets the document piece by piece
   */
  public <E extends Entity<E>> void portable(Ref<E> person, Appendable out) {
    space.require(REPORT);
    Erasing all = PrivacyModule.all(space);
    new Report(space, all, out).portable(person(all, person));
  }

  /**
   * What makes people's rights fail: free text of records that are about people, or refer to one
   * who does not merely own them, of which nobody has said whether it is personal; personal values
   * that can be neither missing nor replaced, or that no erasure reaches, since their type does not
   * say that it is about the person. A test of a vendor's asks this of an installation with all
   * modules.
   */
  public List<Field<?, ?>> uncovered() {
    return Coverage.uncovered(space.layout());
  }

  private static <E extends Entity<E>> E person(Erasing all, Ref<E> ref) {
    E record = all.find(ref).orElseThrow(() -> NotFoundException.record(ref));
    if (!isPerson(record)) {
      throw new InvalidRequestException("privacy.no_person", ref);
    }
    return record;
  }

  static <E extends Entity<E>> boolean isPerson(E record) {
    Condition<E> people = record.type().person();
    return people != null && people.predicate(Lookup.NONE).test(record.snapshot().row());
  }
}

package io.crmkit.privacy;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The ledger of consents: what each person has agreed to, and when. */
public final class Consents extends Records<ConsentEntry> {
  /** The ledger as {@code space} sees it. */
  public Consents(Workspace space) {
    super(space, ConsentEntry.TYPE);
  }

  /**
   * Writes down that a person has given a consent.
   *
   * @param purpose a code of {@code consent_purpose}, for example {@code "newsletter"}
   * @param source where it was given
   * @param more sets what else is known: legal basis, version of the text, end; since now where
   *     nothing else is said
   */
  public ConsentEntry grant(
      Ref<?> person, String purpose, String source, Consumer<Draft<ConsentEntry>> more) {
    return write(person, purpose, true, source, more);
  }

  /** Writes down that a person has refused or taken back a consent, from now on. */
  public ConsentEntry withdraw(Ref<?> person, String purpose, String source) {
    return write(person, purpose, false, source, draft -> {});
  }

  private ConsentEntry write(
      Ref<?> person,
      String purpose,
      boolean granted,
      String source,
      Consumer<Draft<ConsentEntry>> more) {
    space().require(Privacy.CONSENT);
    return space()
        .own(ConsentEntry.DEF, ConsentEntry.TYPE)
        .create(
            draft -> {
              draft
                  .unlock(ConsentEntry.DEF)
                  .set(ConsentEntry.SUBJECT_TYPE, person.type().name())
                  .set(ConsentEntry.SUBJECT_ID, person.id())
                  .set(ConsentEntry.PURPOSE, purpose)
                  .set(ConsentEntry.GRANTED, granted)
                  .set(ConsentEntry.SOURCE, source)
                  .set(ConsentEntry.SINCE, space().now());
              more.accept(draft);
            });
  }

  /** True where the person has agreed to the purpose, and it holds now. */
  public boolean has(Ref<?> person, String purpose) {
    return has(person, purpose, space().now());
  }

  /** True where the person had agreed to the purpose, and it held at {@code instant}. */
  public boolean has(Ref<?> person, String purpose, Instant instant) {
    ConsentEntry last = null;
    for (ConsentEntry entry : of(person)) {
      if (entry.require(ConsentEntry.PURPOSE).equals(purpose)
          && !entry.require(ConsentEntry.SINCE).isAfter(instant)) {
        last = entry;
      }
    }
    if (last == null || !last.require(ConsentEntry.GRANTED)) {
      return false;
    }
    Instant end = last.get(ConsentEntry.EXPIRES_AT);
    return end == null || end.isAfter(instant);
  }

  /** The entries about a person in the order in which they came into force. */
  public List<ConsentEntry> of(Ref<?> person) {
    List<ConsentEntry> entries = new ArrayList<>(where(about(person)).list());
    entries.sort(Comparator.comparing(entry -> entry.require(ConsentEntry.SINCE)));
    return entries;
  }

  static Condition<ConsentEntry> about(Ref<?> person) {
    return ConsentEntry.SUBJECT_ID
        .is(person.id())
        .and(ConsentEntry.SUBJECT_TYPE.is(person.type().name()));
  }

  /** Everything that proves what a person has agreed to, to be handed out. */
  public Json proof(Ref<?> person) {
    return Json.of(of(person).stream().map(Texts::of).toList());
  }
}

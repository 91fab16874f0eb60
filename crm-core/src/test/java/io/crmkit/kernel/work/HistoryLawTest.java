package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.audit.Replay;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a record, its facts give it back as it was at any moment. */
@AnyStore
class HistoryLawTest {
  private static final Extension<Customer> MORE = Extension.of(() -> Customer.TYPE);
  private static final TextField<Customer> NOTE = MORE.longText("note").add();
  private static final TagsField<Customer> LABELS = MORE.tags("labels").add();
  private static final List<Field<Customer, ?>> FIELDS =
      List.of(
          Customer.NAME,
          Customer.EMPLOYEES,
          Customer.CREDIT_LIMIT,
          Customer.BACKGROUND,
          Customer.TAGS,
          Customer.ADDRESS,
          NOTE,
          LABELS);

  /** What to do: set a field to a text or clear it (empty text), delete, restore. */
  record Edit(int field, String text, int seconds) {}

  @Property(tries = 100)
  void the_facts_give_the_record(@ForAll("edits") List<Edit> edits) {
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).extend(MORE).open()) {
      Session ada = crm.as("ada");
      Customer now = ada.customers().create(Fixtures.aCustomer());
      List<Customer> states = new ArrayList<>(List.of(now));
      List<Instant> moments = new ArrayList<>(List.of(clock.instant()));
      for (Edit edit : edits) {
        clock.advance(Duration.ofSeconds(edit.seconds()));
        now = apply(ada, now, edit);
        states.add(now);
        moments.add(clock.instant());
      }
      Ledger.check(ada);
      List<AuditEntry> facts = ada.customers().history(now.ref());
      assertEquals(now, replayed(ada, now, facts));
      ada.records(AuditEntry.TYPE).query().list().forEach(HistoryLawTest::storeAndRead);
      for (int i = 0; i < states.size(); i++) {
        if (i + 1 == states.size() || moments.get(i).isBefore(moments.get(i + 1))) {
          Customer then = states.get(i);
          assertEquals(
              then.deleted() ? Optional.empty() : Optional.of(then),
              ada.customers().asOf(moments.get(i)).find(now.ref()));
        }
      }
    }
  }

  private static Customer apply(Session ada, Customer now, Edit edit) {
    if (edit.field() == FIELDS.size()) {
      return ada.customers().delete(now);
    }
    Customer alive = ada.customers().restore(now);
    if (edit.field() > FIELDS.size()) {
      return alive;
    }
    return ada.customers().update(alive, d -> fill(d, FIELDS.get(edit.field()), edit.text()));
  }

  private static <T> void fill(
      io.crmkit.kernel.record.Draft<Customer> draft, Field<Customer, T> field, String text) {
    String form =
        switch (field.kind().name()) {
          case "integer" -> String.valueOf(text.length());
          case "money" -> "EUR " + text.length() + ".50";
          case "address" ->
              io.crmkit.kernel.value.Address.builder().city("C" + text.length()).build().toText();
          case "tags" -> "t" + text.length() + "\nu";
          default -> text;
        };
    if (text.isBlank() && !field.required()) {
      draft.clear(field);
    } else {
      draft.parse(field, text.isBlank() ? "x" : form);
    }
  }

  /** A fact as a store with plain columns would give it back. */
  private static void storeAndRead(AuditEntry entry) {
    String text = ChangeSet.KIND.format(entry.changes());
    ChangeSet read = ChangeSet.KIND.parse(text);
    assertEquals(entry.changes(), read);
    assertEquals(text, ChangeSet.KIND.format(read));
  }

  private static Customer replayed(Session ada, Customer now, List<AuditEntry> facts) {
    Row row = Replay.of(ada.workspace().layout(), Customer.TYPE, now.snapshot().row(), facts);
    return Customer.TYPE.entity(row);
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("aZ 你\"\\\n\t'{}[]:,é\u0001")
            .ofMaxLength(12)
            .map(String::strip);
    return Combinators.combine(
            Arbitraries.integers().between(0, FIELDS.size() + 1),
            texts,
            Arbitraries.integers().between(0, 3))
        .as(Edit::new)
        .list()
        .ofMaxSize(12);
  }
}

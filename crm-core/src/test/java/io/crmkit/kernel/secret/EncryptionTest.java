package io.crmkit.kernel.secret;

import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.work.Jobs;
import io.crmkit.kernel.work.Records;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Patient;
import io.crmkit.testing.RawRows;
import io.crmkit.testing.TestStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Fields kept encrypted, on every store: nobody who has the database alone can read them. */
class EncryptionTest extends CrmTest {
  private static final String SECRET = "CANARY7";
  private static final Extension<Patient> MORE = Extension.of(() -> Patient.TYPE);
  private static final TextField<Patient> GENE =
      MORE.text("gene").encrypted().personal().unique().max(30).add();

  private final Supplier<Store> nodes = TestStores.shared();
  private final Store store = nodes.get();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.store(store).module(new Patient.Module()).extend(MORE);
  }

  private Records<Patient> patients() {
    return ada.records(Patient.TYPE);
  }

  private static Consumer<Draft<Patient>> aPatient(String name) {
    return d -> d.set(Patient.NAME, name);
  }

  private static Consumer<Draft<Patient>> everything(String name, String number) {
    return d ->
        d.set(Patient.NAME, name)
            .set(Patient.INSURANCE, number)
            .set(Patient.MAIL, number + "@example.com")
            .set(Patient.BORN, LocalDate.of(1970, 2, 3))
            .set(Patient.BALANCE, eur("1234"))
            .set(Patient.FINDINGS, "long " + number)
            .set(Patient.SMOKES, true)
            .set(Patient.WARD, "W1")
            .set(GENE, "G" + number);
  }

  private void assertNowhere(String text) {
    List<String> found =
        RawRows.texts(store, ada).stream().filter(each -> each.contains(text)).toList();
    assertEquals(List.of(), found);
  }

  @Test
  void encrypted_values_come_back_as_they_were_and_nothing_stored_shows_them() {
    Patient eva = patients().create(everything("Eva", SECRET));
    Patient read = patients().get(eva.ref());
    assertEquals(eva, read);
    assertEquals(LocalDate.of(1970, 2, 3), read.get(Patient.BORN));
    assertEquals(eur("1234"), read.get(Patient.BALANCE));
    assertEquals(true, read.get(Patient.SMOKES));
    assertEquals("G" + SECRET, read.get(GENE));
    assertEquals(List.of(eva), patients().query().list());
    assertNowhere(SECRET);
    assertNowhere("1970-02-03");
    assertTrue(RawRows.texts(store, ada).contains("patient.ward=W1"));
  }

  @Test
  void a_change_keeps_the_others_and_clears_what_is_cleared() {
    Patient eva = patients().create(everything("Eva", SECRET));
    Patient changed = patients().update(eva, d -> d.set(Patient.FINDINGS, "better").clear(GENE));
    assertEquals(changed, patients().get(eva.ref()));
    assertEquals(SECRET, changed.get(Patient.INSURANCE));
    assertNull(changed.get(GENE));
    assertTrue(patients().where(GENE.isMissing()).exists());
  }

  @Test
  void equal_values_have_different_ciphertexts() {
    patients().create(aPatient("Eva").andThen(d -> d.set(Patient.MAIL, "a@example.com")));
    patients().create(aPatient("Ina").andThen(d -> d.set(Patient.MAIL, "a@example.com")));
    List<Object> texts = new ArrayList<>();
    for (Row row : RawRows.of(store, ada, Patient.TYPE)) {
      texts.add(row.slot(Patient.MAIL.slot()));
    }
    assertNotEquals(texts.get(0), texts.get(1));
  }

  @Test
  void an_encrypted_value_is_found_by_equality_also_through_a_reference() {
    Patient eva = patients().create(everything("Eva", "A1"));
    Patient ina = patients().create(everything("Ina", "B2").andThen(d -> d.set(Patient.TWIN, eva)));
    assertEquals(List.of(eva), patients().where(Patient.INSURANCE.is("A1")).list());
    assertEquals(2, patients().where(Patient.INSURANCE.in("A1", "B2", "C3")).count());
    assertEquals(2, patients().where(Patient.BORN.is(LocalDate.of(1970, 2, 3))).count());
    assertEquals(0, patients().where(Patient.BALANCE.is(eur("1"))).count());
    assertEquals(List.of(ina), patients().where(Patient.INSURANCE.isNot("A1")).list());
    assertEquals(List.of(ina), patients().where(GENE.is("GB2")).list());
    assertEquals(List.of(ina), patients().where(Patient.TWIN.matches(GENE.is("GA1"))).list());
    assertEquals(
        List.of(ina), patients().where(Patient.TWIN.get(Patient.MAIL).is("A1@example.com")).list());
    assertEquals(List.of(eva), patients().where(Patient.TWIN.get(Patient.MAIL).isMissing()).list());
    assertEquals(2, patients().where(Patient.FINDINGS.isPresent()).count());
  }

  @Test
  void yes_or_no_is_not_asked_for_since_counting_would_tell_it() {
    assertThrows(
        InvalidRequestException.class, () -> patients().where(Patient.SMOKES.is(true)).count());
    assertEquals(0, patients().where(Patient.SMOKES.isPresent()).count());
  }

  @Test
  void unique_encrypted_values_are_kept_apart_and_the_refusal_names_the_field() {
    Patient eva = patients().create(everything("Eva", "A1"));
    ValidationException taken =
        assertThrows(ValidationException.class, () -> patients().create(everything("Ina", "A1")));
    List<String> fields = taken.violations().stream().map(v -> String.valueOf(v.field())).toList();
    assertTrue(fields.contains("insurance"), fields::toString);
    assertFalse(taken.getMessage().contains("blind"), taken::getMessage);
    ValidationException gene =
        assertThrows(
            ValidationException.class,
            () -> patients().create(aPatient("Ida").andThen(d -> d.set(GENE, "GA1"))));
    assertEquals("gene", gene.violations().get(0).field());
    patients().delete(eva);
    patients().create(everything("Ina", "A1"));
  }

  @Test
  void tenants_and_fields_do_not_show_that_they_share_a_value() {
    crm.as("one", "ada").records(Patient.TYPE).create(everything("Eva", "A1"));
    crm.as("two", "ada").records(Patient.TYPE).create(everything("Eva", "A1"));
    Object one = blind(crm.as("one", "ada"));
    Object two = blind(crm.as("two", "ada"));
    assertNotEquals(one, two);
  }

  private Object blind(Session session) {
    Row row = RawRows.of(store, session, Patient.TYPE).get(0);
    return String.valueOf(row.slot(Patient.TYPE.sealed().get(0).blind().slot()));
  }

  @Test
  void a_ciphertext_that_was_moved_to_another_record_or_field_is_refused() {
    Patient eva = patients().create(everything("Eva", "A1"));
    Patient ina = patients().create(everything("Ina", "B2"));
    Row from = raw(eva);
    Row to = raw(ina);
    Object[] slots = to.copyOfSlots();
    slots[Patient.MAIL.slot()] = from.slot(Patient.MAIL.slot());
    write(to, new Row(to.ref(), to.version(), slots, to.extra()));
    assertThrows(KeyException.class, () -> patients().get(ina.ref()));
    slots = to.copyOfSlots();
    slots[Patient.MAIL.slot()] = to.slot(Patient.FINDINGS.slot());
    write(to, new Row(to.ref(), to.version(), slots, to.extra()));
    KeyException moved = assertThrows(KeyException.class, () -> patients().get(ina.ref()));
    assertEquals("secret.damaged", moved.code());
    write(new Row(to.ref(), to.version(), slots, to.extra()), to);
    assertEquals(ina, patients().get(ina.ref()));
  }

  private Row raw(Patient patient) {
    return RawRows.of(store, ada, Patient.TYPE).stream()
        .filter(row -> row.ref().equals(patient.ref()))
        .findFirst()
        .orElseThrow();
  }

  private void write(Row before, Row after) {
    try (StoreTransaction transaction =
        store.begin(ada.context().tenant(), ada.workspace().layout().stored())) {
      transaction.commit(List.of(new Change.Update(before, after)));
    }
  }

  @Test
  void the_history_shows_old_values_to_readers_and_keeps_them_encrypted() {
    Patient eva = patients().create(everything("Eva", SECRET));
    clock.advance(Duration.ofDays(1));
    patients().update(eva, d -> d.set(Patient.FINDINGS, "better").set(Patient.WARD, "W2"));
    AuditEntry change = patients().history(eva.ref()).get(1);
    assertEquals(
        new FieldChange("findings", "long " + SECRET, "better"),
        change.changes().of(Patient.FINDINGS));
    assertEquals(
        "long " + SECRET,
        patients().asOf(START).find(eva.ref()).orElseThrow().get(Patient.FINDINGS));
    for (AuditEntry entry : ada.records(AuditEntry.TYPE).query().list()) {
      assertTrue(entry.changes().isSealed());
      assertTrue(entry.changes().changes().stream().anyMatch(c -> c.field().equals("findings")));
    }
    assertNowhere(SECRET);
    assertNowhere("Eva".repeat(2));
    assertTrue(RawRows.texts(store, ada).stream().anyMatch(text -> text.contains("\"W2\"")));
  }

  @Test
  void who_may_read_exports_plain_text_and_nobody_logs_it() throws Exception {
    Patient eva = patients().create(everything("Eva", SECRET));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvExport.of(patients().query()).to(out);
    String file = out.toString(StandardCharsets.UTF_8);
    assertTrue(file.contains(SECRET) && file.contains("1970-02-03"), file);
    assertFalse(file.contains("__"), file);
    assertFalse(eva.toString().contains(SECRET));
  }

  @Test
  void an_administrator_adds_an_encrypted_field_at_run_time() {
    ada.customization()
        .addField(
            Patient.TYPE,
            "allergy",
            FieldKind.TEXT,
            d -> d.set(FieldDefinition.ENCRYPTED, true).set(FieldDefinition.UNIQUE, true));
    TextField<Patient> allergy =
        ada.customization().field(Patient.TYPE, "allergy", TextField.class);
    Patient eva = patients().create(aPatient("Eva").andThen(d -> d.set(allergy, SECRET)));
    assertEquals(SECRET, patients().get(eva.ref()).get(allergy));
    assertEquals(List.of(eva), patients().where(allergy.is(SECRET)).list());
    assertThrows(
        ValidationException.class,
        () -> patients().create(aPatient("Ina").andThen(d -> d.set(allergy, SECRET))));
    assertNowhere(SECRET);
    Patient other = patients().update(eva, d -> d.set(allergy, "none"));
    patients().create(aPatient("Ina").andThen(d -> d.set(allergy, SECRET)));
    patients().purge(other);
    patients().create(aPatient("Ida").andThen(d -> d.set(allergy, "none")));
  }

  @Test
  void an_administrator_cannot_encrypt_what_is_known_when_it_is_equal_and_unique() {
    assertThrows(
        ValidationException.class,
        () ->
            ada.customization()
                .addField(
                    Patient.TYPE,
                    "blood",
                    FieldKind.CHOICE,
                    d ->
                        d.set(FieldDefinition.OPTIONS, Set.of("A", "B"))
                            .set(FieldDefinition.ENCRYPTED, true)
                            .set(FieldDefinition.UNIQUE, true)));
  }

  @Test
  void the_name_of_an_encrypted_field_leaves_room_for_that_of_its_index() {
    for (int length : new int[] {41, 42}) {
      Runnable adding =
          () ->
              ada.customization()
                  .addField(
                      Patient.TYPE,
                      "n".repeat(length),
                      FieldKind.TEXT,
                      d ->
                          d.set(FieldDefinition.ENCRYPTED, true).set(FieldDefinition.UNIQUE, true));
      if (length == 42) {
        assertThrows(ValidationException.class, adding::run);
      } else {
        adding.run();
        TextField<Patient> field =
            ada.customization().field(Patient.TYPE, "n".repeat(length), TextField.class);
        Patient eva = patients().create(aPatient("Eva").andThen(d -> d.set(field, SECRET)));
        assertEquals(eva, patients().get(eva.ref()));
      }
    }
  }

  @Test
  void without_keys_a_type_with_encrypted_fields_is_refused_at_opening() {
    KeyException refused =
        assertThrows(
            KeyException.class,
            () ->
                Crm.builder()
                    .store(new MemoryStore())
                    .policy(AccessPolicy.open())
                    .module(new Patient.Module())
                    .open());
    assertEquals("secret.no_ring", refused.code());
    assertTrue(refused.getMessage().contains("CrmBuilder.keys"), refused::getMessage);
  }

  @Test
  void without_keys_no_administrator_can_add_an_encrypted_field() {
    try (Crm plain = Crm.builder().store(TestStores.fresh()).policy(AccessPolicy.open()).open()) {
      assertThrows(
          ValidationException.class,
          () ->
              plain
                  .as("ada")
                  .customization()
                  .addField(
                      Customer.TYPE,
                      "tax_id",
                      FieldKind.TEXT,
                      d -> d.set(FieldDefinition.ENCRYPTED, true)));
    }
  }

  @Test
  void in_memory_a_key_is_drawn() {
    try (Crm memory =
        Crm.builder().policy(AccessPolicy.open()).module(new Patient.Module()).open()) {
      Patient eva =
          memory
              .as("ada")
              .records(Patient.TYPE)
              .create(aPatient("Eva").andThen(d -> d.set(Patient.INSURANCE, "A1")));
      assertEquals(
          "A1", memory.as("ada").records(Patient.TYPE).get(eva.ref()).get(Patient.INSURANCE));
    }
  }

  @Test
  void another_ring_reads_nothing() {
    patients().create(everything("Eva", "A1"));
    Store node = nodes.get();
    Crm other =
        Fixtures.aCrm(clock)
            .store(node)
            .keys(KeyRing.throwAway(new Random(8)))
            .module(new Patient.Module())
            .extend(MORE)
            .open();
    assertThrows(KeyException.class, () -> other.as("ada").records(Patient.TYPE).query().list());
    if (node != store) {
      other.close();
    }
  }

  @Test
  void a_tenant_is_moved_with_its_keys_to_where_somebody_has_looked_for_it_before()
      throws Exception {
    KeyRing ring = KeyRing.throwAway(new Random(8));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Patient eva;
    try (Crm here = anotherCrm(ring)) {
      here.tenants().create("acme");
      eva = here.as("acme", "ada").records(Patient.TYPE).create(everything("Eva", "A1"));
      here.tenants().exportTo("acme", file);
    }
    try (Crm there = anotherCrm(ring)) {
      there.tenants().create("acme");
      Records<Patient> patients = there.as("acme", "ada").records(Patient.TYPE);
      assertEquals(List.of(), patients.where(Patient.INSURANCE.is("A1")).list());
      there.tenants().importFrom("acme", new ByteArrayInputStream(file.toByteArray()));
      assertEquals(eva, patients.get(eva.ref()));
      assertEquals(List.of(eva), patients.where(Patient.INSURANCE.is("A1")).list());
    }
  }

  private Crm anotherCrm(KeyRing ring) {
    return Fixtures.aCrm(clock)
        .store(new MemoryStore())
        .keys(ring)
        .module(new Patient.Module())
        .extend(MORE)
        .open();
  }

  @Test
  void keys_are_exchanged_while_everybody_works() {
    List<Patient> before = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      before.add(patients().create(everything("P" + i, "N" + i)));
    }
    crm.keys().rotate();
    clock.advance(Vault.SPREAD.plusSeconds(1));
    Patient fresh = patients().create(everything("New", "N-new"));
    assertTrue(sealedWith("1.1.") > 0);
    assertTrue(sealedWith("1.2.") > 0);
    // Both keys are asked for, and a value taken under the old key is taken.
    assertEquals(List.of(before.get(7)), patients().where(Patient.INSURANCE.is("N7")).list());
    assertEquals(List.of(fresh), patients().where(Patient.INSURANCE.is("N-new")).list());
    ValidationException taken =
        assertThrows(ValidationException.class, () -> patients().create(everything("X", "N7")));
    assertEquals("insurance", taken.violations().get(0).field());
    ran();
    assertEquals(0, sealedWith("1.1."));
    for (Patient patient : before) {
      assertEquals(patient, patients().get(patient.ref()));
    }
    assertEquals(List.of(before.get(7)), patients().where(Patient.INSURANCE.is("N7")).list());
    assertEquals(
        "N9@example.com",
        patients().history(before.get(9).ref()).get(0).changes().of(Patient.MAIL).after());
    assertEquals(2, RawRows.of(store, ada, DataKey.TYPE).size());
    clock.advance(Duration.ofHours(2));
    ran();
    assertEquals(1, RawRows.of(store, ada, DataKey.TYPE).size());
    Patient changed = patients().update(before.get(3), d -> d.set(Patient.WARD, "W3"));
    assertEquals(changed, patients().get(changed.ref()));
    assertThrows(ValidationException.class, () -> patients().create(everything("X", "N7")));
  }

  private void ran() {
    for (Jobs.Run run : crm.jobs().runDue()) {
      run.failed()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  private long sealedWith(String prefix) {
    long count = 0;
    for (Row row : RawRows.of(store, ada, Patient.TYPE)) {
      String key = row.key();
      String mail = (String) row.slot(Patient.MAIL.slot());
      count +=
          (key != null && key.startsWith(prefix)) || (mail != null && mail.startsWith(prefix))
              ? 1
              : 0;
    }
    return count;
  }
}

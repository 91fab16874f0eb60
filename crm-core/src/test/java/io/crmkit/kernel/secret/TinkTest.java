package io.crmkit.kernel.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Store;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Patient;
import io.crmkit.testing.RawRows;
import io.crmkit.testing.TestStores;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The host's keys in keysets of Tink. */
class TinkTest extends CrmTest {
  private static final byte[] KEY =
      "a key of a tenant, of 32 bytes, ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CONTEXT = "acme".getBytes(StandardCharsets.UTF_8);

  private final Supplier<Store> nodes = TestStores.shared();
  private final Store store = nodes.get();
  private KeysetHandle keyset = withNewKey(KeysetHandle.newBuilder());

  @Override
  protected void configure(CrmBuilder builder) {
    builder.store(store).keys(ring()).module(new Patient.Module());
  }

  private static KeysetHandle withNewKey(KeysetHandle.Builder keys) {
    try {
      AeadConfig.register();
      return keys.addEntry(
              KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                  .withRandomId()
                  .makePrimary())
          .build();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Aead aead() throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Follows the keyset, as a host does whose keyset is exchanged while it runs. */
  private KeyRing ring() {
    return KeyRing.of(
        (key, context) -> aead().encrypt(key, context),
        (wrapped, context) -> aead().decrypt(wrapped, context));
  }

  private void takeUpANewKey() {
    keyset = withNewKey(KeysetHandle.newBuilder(keyset));
  }

  private void destroyTheOldestKey() throws GeneralSecurityException {
    keyset = KeysetHandle.newBuilder(keyset).deleteAt(0).build();
  }

  /** What another node, which has read no keys yet, knows of a patient. */
  private String mailElsewhere(Patient patient) {
    Store node = nodes.get();
    Crm other = Fixtures.aCrm(clock).store(node).keys(ring()).module(new Patient.Module()).open();
    try {
      return String.valueOf(
          other.as("ada").records(Patient.TYPE).get(patient.ref()).get(Patient.MAIL));
    } finally {
      if (node != store) {
        other.close();
      }
    }
  }

  private Patient eva() {
    return ada.records(Patient.TYPE)
        .create(d -> d.set(Patient.NAME, "Eva").set(Patient.MAIL, "eva@example.com"));
  }

  private List<String> wrappedKeys() {
    List<String> wrapped = new ArrayList<>();
    for (Row row : RawRows.of(store, ada, DataKey.TYPE)) {
      wrapped.add(row.slot(DataKey.NUMBER.slot()) + " " + row.slot(DataKey.WRAPPED.slot()));
    }
    return wrapped;
  }

  /** Of whom a fingerprint stays, for which there is a key of its own. */
  private void erasedSomebody() {
    Contact ina =
        ada.contacts()
            .create(d -> d.set(Contact.NAME, "Ina").set(Contact.EMAIL, "ina@example.com"));
    assertTrue(ada.privacy().erase(ina.ref(), "asked for").isDone());
    assertTrue(
        RawRows.texts(store, ada).stream().noneMatch(text -> text.contains("ina@example.com")));
    assertTrue(wrappedKeys().stream().anyMatch(key -> key.startsWith("0 ")));
  }

  @Test
  void a_keyset_wraps_keys_that_are_good_in_their_place_alone() throws Exception {
    KeyRing ring = KeyRing.of(aead()::encrypt, aead()::decrypt);
    byte[] wrapped = ring.wrap(KEY, CONTEXT);
    assertArrayEquals(KEY, ring.unwrap(wrapped, CONTEXT));
    KeyException refused =
        assertThrows(KeyException.class, () -> ring.unwrap(wrapped, new byte[] {1}));
    assertEquals("secret.refused", refused.code());
    assertTrue(refused.getCause() instanceof GeneralSecurityException);
    wrapped[wrapped.length - 1] ^= 1;
    assertThrows(KeyException.class, () -> ring.unwrap(wrapped, CONTEXT));
  }

  @Test
  void a_key_service_that_does_not_answer_is_told_with_its_cause() {
    IllegalStateException away = new IllegalStateException("no route to the key service");
    KeyRing ring =
        KeyRing.of(
            (key, context) -> {
              throw away;
            },
            (wrapped, context) -> wrapped);
    KeyException refused = assertThrows(KeyException.class, () -> ring.wrap(KEY, CONTEXT));
    assertEquals(away, refused.getCause());
    assertTrue(refused.getMessage().contains("no route"), refused::getMessage);
  }

  @Test
  void what_is_encrypted_under_a_keyset_is_read_by_whoever_has_it() {
    Patient eva = eva();
    assertEquals("eva@example.com", mailElsewhere(eva));
    keyset = withNewKey(KeysetHandle.newBuilder());
    assertThrows(KeyException.class, () -> mailElsewhere(eva));
  }

  @Test
  void a_new_key_of_the_keyset_takes_over_and_the_old_one_can_be_destroyed() throws Exception {
    Patient eva = eva();
    erasedSomebody();
    takeUpANewKey();
    assertEquals("eva@example.com", mailElsewhere(eva));
    List<String> before = wrappedKeys();
    crm.keys().rotate();
    assertEquals(before.size() + 1, wrappedKeys().size());
    before.forEach(each -> assertFalse(wrappedKeys().contains(each), each));
    destroyTheOldestKey();
    assertEquals("eva@example.com", mailElsewhere(eva));
    clock.advance(Vault.SPREAD.plusSeconds(1));
    crm.jobs().runDue();
    assertEquals("eva@example.com", mailElsewhere(eva));
  }
}

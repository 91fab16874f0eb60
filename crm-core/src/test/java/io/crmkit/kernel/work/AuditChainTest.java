package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.AuditHead;
import io.crmkit.kernel.audit.AuditKeys;
import io.crmkit.kernel.audit.AuditPolicy;
import io.crmkit.kernel.audit.AuditSeal;
import io.crmkit.kernel.audit.AuditVerification;
import io.crmkit.kernel.audit.AuditVerification.Kind;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changes what was audited, past the library, is found out. */
@AnyStore
class AuditChainTest {
  private static final byte[] KEY = "a key that no administrator of a database has".getBytes();

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Supplier<Store> nodes = TestStores.shared();
  private final List<AuditHead> anchors = new ArrayList<>();
  private final List<Crm> more = new ArrayList<>();
  private Crm crm;
  private Crm other;
  private Session ada;
  private Store past;
  private Layout layout;

  private CrmBuilder builder() {
    return Fixtures.aCrm(clock).store(nodes.get()).auditKeys(AuditKeys.of("k1", KEY));
  }

  @BeforeEach
  void open() {
    crm = builder().auditAnchor(anchors::add).open();
    other = opened(builder().ids(IdSource.monotonic(clock, new Random(43))));
    ada = crm.as("ada");
    layout = ada.workspace().layout();
    past = nodes.get();
    past.open(List.copyOf(layout.types()));
  }

  @AfterEach
  void close() {
    more.forEach(Crm::close);
    crm.close();
  }

  private Crm opened(CrmBuilder builder) {
    Crm another = builder.open();
    more.add(another);
    return another;
  }

  private void someCustomers(int count) {
    ada.run(
        work -> {
          for (int i = 0; i < count; i++) {
            work.customers().create(aCustomer("Acme " + i));
          }
        });
  }

  private void seal() {
    crm.jobs().runDue().forEach(run -> assertTrue(run.failed().isEmpty(), run::toString));
  }

  private <E extends Entity<E>> List<Row> rows(EntityType<E> type) {
    return past.reader(CallContext.DEFAULT_TENANT, layout)
        .select(new Selection<>(type, Condition.always(), List.of(), null, Integer.MAX_VALUE));
  }

  private void tamper(Change change) {
    tamper(CallContext.DEFAULT_TENANT, change);
  }

  private void tamper(String tenant, Change change) {
    try (StoreTransaction transaction = past.begin(tenant, layout)) {
      transaction.commit(List.of(change));
    }
  }

  private static <E extends Entity<E>, T> Row with(
      Row row, EntityType<E> type, Field<E, T> changed, @Nullable T value, UUID id) {
    @Nullable Object[] slots = new @Nullable Object[type.slots().size()];
    for (Field<E, ?> field : type.slots()) {
      slots[field.slot()] = field.of(row);
    }
    slots[changed.slot()] = value;
    return new Row(type.ref(id), row.version(), slots, Map.of());
  }

  private void assertFound(Kind kind, long n) {
    AuditVerification found = crm.auditChain().verify();
    assertEquals(kind, found.found().orElseThrow().kind());
    assertEquals(n, found.found().orElseThrow().n());
    assertFalse(found.isIntact());
  }

  @Test
  void what_was_sealed_and_left_alone_is_intact() {
    assertEquals(new AuditVerification(0, 0, null), crm.auditChain().verify());
    assertTrue(crm.auditChain().head().isEmpty());
    someCustomers(5);
    assertEquals(new AuditVerification(0, 5, null), crm.auditChain().verify());
    seal();
    assertEquals(new AuditVerification(5, 0, null), crm.auditChain().verify());
    clock.advance(Duration.ofHours(1));
    someCustomers(2);
    seal();
    seal();
    assertEquals(new AuditVerification(7, 0, null), crm.auditChain().verify());
    AuditHead head = crm.auditChain().head().orElseThrow();
    assertEquals(7, head.sealed());
    assertEquals(2, head.seal());
    assertEquals(List.of(5L, 7L), anchors.stream().map(AuditHead::sealed).toList());
    assertEquals(head, anchors.get(1));
    assertTrue(crm.auditChain().verify(anchors.get(0)).isIntact());
  }

  @Test
  void thousands_of_facts_are_sealed_in_batches() {
    for (int i = 0; i < 5; i++) {
      someCustomers(500);
    }
    seal();
    assertEquals(new AuditVerification(2500, 0, null), crm.auditChain().verify());
    assertEquals(3, crm.auditChain().head().orElseThrow().seal());
  }

  @Test
  void a_changed_fact_is_found() {
    someCustomers(5);
    seal();
    Row third = rows(AuditEntry.TYPE).get(2);
    Row forged =
        with(
            third, AuditEntry.TYPE, AuditEntry.TYPE.createdBy(), "somebody else", third.ref().id());
    tamper(new Change.Update(third, forged));
    assertFound(Kind.CHANGED, 3);
    assertEquals(third.ref(), crm.auditChain().verify().found().orElseThrow().fact());
    tamper(new Change.Update(forged, third));
    assertTrue(crm.auditChain().verify().isIntact());
  }

  @Test
  void a_removed_fact_is_found() {
    someCustomers(5);
    seal();
    tamper(new Change.Purge(rows(AuditEntry.TYPE).get(3)));
    assertFound(Kind.REMOVED, 4);
  }

  @Test
  void a_fact_put_in_behind_the_seals_is_found() {
    someCustomers(3);
    seal();
    Row first = rows(AuditEntry.TYPE).get(0);
    clock.advance(Duration.ofHours(1));
    someCustomers(1);
    seal();
    UUID id = first.ref().id();
    UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    tamper(
        new Change.Insert(
            with(first, AuditEntry.TYPE, AuditEntry.TYPE.createdBy(), "mallory", before)));
    assertFound(Kind.INSERTED, 4);
  }

  @Test
  void facts_in_another_order_are_found() {
    someCustomers(3);
    seal();
    List<Row> rows = rows(AuditEntry.TYPE);
    Row first = rows.get(0);
    Row second = rows.get(1);
    Row swapped =
        with(
            second,
            AuditEntry.TYPE,
            AuditEntry.RECORD_ID,
            second.get(AuditEntry.RECORD_ID),
            first.ref().id());
    tamper(new Change.Update(first, swapped));
    assertFound(Kind.CHANGED, 1);
  }

  @Test
  void a_changed_or_removed_seal_is_found() {
    someCustomers(3);
    seal();
    someCustomers(3);
    seal();
    Row first = rows(AuditSeal.TYPE).get(0);
    Row forged = with(first, AuditSeal.TYPE, AuditSeal.BEHIND, first.ref().id(), first.ref().id());
    tamper(new Change.Update(first, forged));
    assertFound(Kind.SEAL, 0);
    tamper(new Change.Purge(forged));
    assertFound(Kind.SEAL, 0);
  }

  @Test
  void seals_made_again_without_the_key_are_found() {
    someCustomers(3);
    seal();
    Row seal = rows(AuditSeal.TYPE).get(0);
    tamper(new Change.Purge(seal));
    Crm forger =
        opened(
            builder()
                .auditKeys(AuditKeys.of("k1", "another key of thirty-two bytes !!".getBytes())));
    forger.jobs().runDue();
    assertFound(Kind.SEAL, 0);
  }

  @Test
  void a_cut_tail_is_found_by_an_anchor() {
    someCustomers(3);
    seal();
    someCustomers(2);
    seal();
    List<Row> facts = rows(AuditEntry.TYPE);
    tamper(new Change.Purge(rows(AuditSeal.TYPE).get(1)));
    tamper(new Change.Purge(facts.get(3)));
    tamper(new Change.Purge(facts.get(4)));
    assertTrue(crm.auditChain().verify().isIntact());
    AuditVerification found = crm.auditChain().verify(anchors.get(1));
    assertEquals(Kind.ANCHOR, found.found().orElseThrow().kind());
    assertEquals(3, found.found().orElseThrow().n());
  }

  @Test
  void the_chain_of_a_tenant_is_no_chain_of_another() {
    someCustomers(3);
    seal();
    rows(AuditEntry.TYPE).forEach(row -> tamper("other", new Change.Insert(row)));
    rows(AuditSeal.TYPE).forEach(row -> tamper("other", new Change.Insert(row)));
    AuditVerification found = crm.auditChain("other").verify();
    assertEquals(Kind.SEAL, found.found().orElseThrow().kind());
  }

  @Test
  void a_fact_committed_late_is_sealed_by_the_next_run() {
    someCustomers(1);
    ada.run(
        work -> {
          work.customers().create(aCustomer("Late"));
          work.customers().query().count(); // the fact has its identity and is in the store
          clock.advance(Duration.ofSeconds(1));
          other.as("bob").customers().create(aCustomer("Soon"));
          other.jobs().runDue();
          assertEquals(2, crm.auditChain().head().orElseThrow().sealed());
        });
    clock.advance(Duration.ofDays(1));
    someCustomers(1);
    seal();
    assertEquals(new AuditVerification(4, 0, null), crm.auditChain().verify());
    assertEquals(2, crm.auditChain().head().orElseThrow().seal());
  }

  @Test
  void of_two_sealers_at_once_one_wins_and_nothing_is_sealed_twice() throws Exception {
    for (int i = 0; i < 3; i++) {
      someCustomers(1000);
    }
    CountDownLatch ready = new CountDownLatch(2);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> sealers = new ArrayList<>();
    for (Crm each : List.of(crm, other)) {
      Thread sealer =
          new Thread(
              () -> {
                ready.countDown();
                try {
                  ready.await();
                  each.jobs().runDue();
                } catch (InterruptedException | RuntimeException e) {
                  failure.set(e);
                }
              });
      sealer.start();
      sealers.add(sealer);
    }
    for (Thread sealer : sealers) {
      sealer.join();
    }
    assertEquals(null, failure.get());
    seal();
    assertEquals(new AuditVerification(3000, 0, null), crm.auditChain().verify());
  }

  @Test
  void facts_of_access_are_in_the_chain_as_well() {
    Crm watching = opened(builder().audit(AuditPolicy.standard().records(Customer.TYPE)));
    Customer acme = watching.as("ada").customers().create(aCustomer());
    watching.as("bob").customers().get(acme.ref());
    seal();
    assertEquals(new AuditVerification(2, 0, null), crm.auditChain().verify());
    tamper(new Change.Purge(rows(AccessEntry.TYPE).get(0)));
    assertFound(Kind.REMOVED, 2);
  }
}

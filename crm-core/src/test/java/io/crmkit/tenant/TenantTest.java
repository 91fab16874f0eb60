package io.crmkit.tenant;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.secret.DataKey;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The life of a tenant, and all of its data at once. */
@AnyStore
class TenantTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Supplier<Store> nodes = TestStores.shared();
  private Crm crm;

  @BeforeEach
  void open() {
    crm = Fixtures.aCrm(clock).store(nodes.get()).open();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  private static void assertRefused(String code, Executable call) {
    assertEquals(code, assertThrows(CrmException.class, call).code());
  }

  private static byte[] export(Crm from, String tenant) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    from.tenants().exportTo(tenant, out);
    return out.toByteArray();
  }

  /** The lines of the rows, without head and manifest. */
  private static List<String> rows(byte[] export) {
    List<String> lines = new String(export, StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size() - 1);
  }

  private long stored(String tenant, Layout layout) {
    Store store = nodes.get();
    List<EntityType<?>> types = new ArrayList<>(layout.types());
    types.add(DataKey.TYPE);
    store.open(types.stream().filter(type -> !CustomRecord.is(type)).toList());
    long rows = 0;
    for (EntityType<?> type : types) {
      rows += count(store.reader(tenant, layout), type);
    }
    return rows;
  }

  private static <E extends Entity<E>> long count(StoreReader reader, EntityType<E> type) {
    return reader.count(type, Condition.always());
  }

  @Test
  void a_tenant_is_created_suspended_and_resumed() {
    crm.tenants().create("acme");
    crm.tenants().create("beta");
    Session ada = crm.as("acme", "ada");
    ada.customers().create(aCustomer());
    Tenant suspended = crm.tenants().suspend("acme");
    assertEquals(Tenant.State.SUSPENDED, suspended.get(Tenant.STATE));
    assertRefused("tenant.suspended", () -> ada.customers().query().count());
    assertRefused("tenant.suspended", () -> ada.customers().create(aCustomer()));
    assertRefused("tenant.suspended", () -> crm.as("acme", "bob").customers().query().list());
    assertEquals(0, crm.as("beta", "bob").customers().query().count());
    crm.tenants().resume("acme");
    assertEquals(1, ada.customers().query().count());
    assertEquals(
        List.of("acme", "beta"),
        crm.tenants().list().stream().map(t -> t.require(Tenant.NAME)).toList());
    assertThrows(ValidationException.class, () -> crm.tenants().create("acme"));
    assertThrows(NotFoundException.class, () -> crm.tenants().suspend("nobody"));
  }

  @Test
  void another_node_hears_of_a_suspension_within_a_minute() {
    crm.tenants().create("acme");
    Crm other = Fixtures.aCrm(clock).store(nodes.get()).open();
    Session bob = other.as("acme", "bob");
    assertEquals(0, bob.customers().query().count());
    crm.tenants().suspend("acme");
    clock.advance(Duration.ofMinutes(1));
    assertRefused("tenant.suspended", () -> bob.customers().query().count());
  }

  @Test
  void a_simple_installation_needs_no_registered_tenant() {
    crm.as("ada").customers().create(aCustomer());
    assertEquals(List.of(), crm.tenants().list());
  }

  @Test
  void where_tenants_must_be_registered_an_unknown_one_is_refused() {
    Crm strict = Fixtures.aCrm(clock).store(nodes.get()).requireRegisteredTenants().open();
    assertRefused("tenant.unknown", () -> strict.as("acme", "ada").customers().query().count());
    strict.tenants().create("acme");
    assertEquals(0, strict.as("acme", "ada").customers().query().count());
  }

  @Test
  void nobody_works_in_the_registry() {
    Session ada = crm.as(Tenant.REGISTRY, "ada");
    assertRefused("tenant.reserved", () -> ada.records(Tenant.TYPE).query().list());
    assertRefused("tenant.reserved", () -> crm.tenants().create(Tenant.REGISTRY));
    assertRefused("tenant.reserved", () -> crm.tenants().delete(Tenant.REGISTRY));
  }

  @Test
  void what_is_exported_and_imported_is_the_same_on_every_store() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      String tenant = "acme" + seed;
      new History(crm.as(tenant, "ada"), seed).happen(80);
      crm.jobs().runDue(tenant);
      byte[] first = export(crm, tenant);
      assertTrue(rows(first).size() > 150, () -> "rows: " + rows(first).size());
      try (Crm memory = Fixtures.aCrm(clock).store(new MemoryStore()).open()) {
        long rows = memory.tenants().importFrom(tenant, new ByteArrayInputStream(first));
        assertEquals(rows(first).size(), rows);
        byte[] second = export(memory, tenant);
        assertEquals(rows(first), rows(second));
        assertTrue(memory.auditChain(tenant).verify().isIntact());
        crm.tenants().importFrom(tenant + " copy", new ByteArrayInputStream(second));
        assertEquals(rows(first), rows(export(crm, tenant + " copy")));
      }
      Session copy = crm.as(tenant + " copy", "ada");
      assertEquals(
          crm.as(tenant, "ada").customers().query().count(), copy.customers().query().count());
    }
  }

  @Test
  void a_damaged_or_cut_file_is_refused_and_nobody_works_with_half_of_it() throws IOException {
    new History(crm.as("acme", "ada"), 7).happen(20);
    String whole = new String(export(crm, "acme"), StandardCharsets.UTF_8);
    String changed =
        whole.replaceFirst("\"version\":\"1\",\"values\"", "\"version\":\"2\",\"values\"");
    assertRefused("tenant.file_damaged", () -> read("b", changed));
    List<String> lines = whole.lines().toList();
    String cut = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    assertRefused("tenant.file_cut", () -> read("c", cut));
    String removed = lines.get(0) + "\n" + String.join("\n", lines.subList(2, lines.size()));
    assertThrows(CrmException.class, () -> read("d", removed));
    assertRefused("tenant.suspended", () -> crm.as("c", "ada").customers().query().count());
    crm.tenants().delete("c");
    read("c", whole);
    assertEquals(rows(export(crm, "acme")), rows(export(crm, "c")));
  }

  private void read(String tenant, String file) throws IOException {
    crm.tenants()
        .importFrom(tenant, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_tenant_that_is_not_empty_takes_no_import() throws IOException {
    crm.as("acme", "ada").customers().create(aCustomer());
    byte[] file = export(crm, "acme");
    assertRefused(
        "tenant.not_empty", () -> crm.tenants().importFrom("acme", new ByteArrayInputStream(file)));
  }

  @Test
  void a_reference_to_a_row_that_is_missing_is_refused() throws IOException {
    Session ada = crm.as("acme", "ada");
    Customer acme = ada.customers().create(aCustomer());
    ada.pipeline().open(acme, Fixtures.aDeal("40 seats"));
    List<String> lines = new String(export(crm, "acme"), StandardCharsets.UTF_8).lines().toList();
    TenantFormat format = new TenantFormat();
    StringBuilder without = new StringBuilder();
    int rows = 0;
    for (String line : lines) {
      Map<String, Object> item = new TenantFormat().item(line);
      if ("customer".equals(item.get("type"))) {
        continue;
      }
      if (item.containsKey("rows")) {
        item.put("rows", String.valueOf(rows));
        item.put("hash", format.hash());
      }
      rows += item.containsKey("type") ? 1 : 0;
      without.append(format.line(item)).append('\n');
    }
    assertThrows(CrmException.class, () -> read("b", without.toString()));
    assertRefused("tenant.suspended", () -> crm.as("b", "ada").customers().query().count());
  }

  @Test
  void a_deleted_tenant_leaves_nothing_and_another_is_untouched() throws IOException {
    new History(crm.as("acme", "ada"), 1).happen(60);
    new History(crm.as("beta", "ada"), 1).happen(60);
    crm.jobs().runDue("acme");
    byte[] beta = export(crm, "beta");
    Layout layout = crm.as("acme", "ada").workspace().layout();
    long before = stored("acme", layout);
    Map<String, Long> destroyed = crm.tenants().delete("acme");
    assertEquals(before, destroyed.values().stream().mapToLong(n -> n).sum());
    assertEquals(0, stored("acme", layout));
    assertEquals(rows(beta), rows(export(crm, "beta")));
    assertTrue(crm.tenants().find("acme").isEmpty());
    crm.as("acme", "ada").customers().create(aCustomer());
    assertEquals(1, crm.as("acme", "ada").customers().query().count());
  }

  @Test
  void a_deletion_that_was_interrupted_goes_on() throws IOException {
    new History(crm.as("acme", "ada"), 2).happen(60);
    Layout layout = crm.as("acme", "ada").workspace().layout();
    for (int commits = 1; commits <= 9; commits += 4) {
      Crm dying = Fixtures.aCrm(clock).store(new Dying(nodes.get(), commits + 1)).open();
      assertThrows(StoreException.class, () -> dying.tenants().delete("acme"));
      clock.advance(Duration.ofMinutes(1));
      assertRefused("tenant.deleting", () -> crm.as("acme", "ada").customers().query().count());
    }
    assertRefused("tenant.deleting", () -> crm.tenants().resume("acme"));
    assertFalse(crm.tenants().delete("acme").isEmpty());
    assertEquals(0, stored("acme", layout));
  }

  @Test
  void a_record_of_another_tenant_is_as_absent_as_one_that_never_was() {
    Customer acme = crm.as("acme", "ada").customers().create(aCustomer());
    Session beta = crm.as("beta", "ada");
    String absent = "customer:00000000-0000-7000-8000-000000000000";
    NotFoundException foreign =
        assertThrows(NotFoundException.class, () -> beta.customers().get(acme.ref()));
    NotFoundException never =
        assertThrows(
            NotFoundException.class, () -> beta.customers().get(Ref.parse(Customer.TYPE, absent)));
    assertEquals(
        never.getMessage().replace(absent, "?"),
        foreign.getMessage().replace(acme.ref().toString(), "?"));
    assertThrows(CrmException.class, () -> beta.pipeline().open(acme, Fixtures.aDeal("stolen")));
    assertThrows(
        CrmException.class, () -> beta.customers().update(acme, d -> d.set(Customer.LEVEL, "A")));
    assertThrows(
        InvalidRequestException.class,
        () -> crm.as(Tenant.REGISTRY, "ada").customers().query().count());
  }

  @Test
  void no_answer_of_a_tenant_changes_when_another_does() throws IOException {
    for (long seed = 10; seed < 13; seed++) {
      String one = "one" + seed;
      String two = "two" + seed;
      History a = new History(crm.as(one, "ada"), seed);
      History b = new History(crm.as(two, "ada"), seed + 100);
      a.happen(10);
      b.happen(10);
      for (int i = 10; i < 40; i++) {
        a.step(i);
        List<String> before = rows(export(crm, one));
        String token = crm.as(one, "ada").customers().query().limit(1).page().next().orElse("");
        b.step(i);
        assertEquals(before, rows(export(crm, one)));
        if (!token.isEmpty()) {
          assertRefused(
              "request.cursor",
              () -> crm.as(two, "ada").customers().query().limit(1).after(token).page());
        }
      }
    }
  }

  /** A store whose process dies at a commit, for good. */
  private static final class Dying implements Store {
    private final Store store;
    private final AtomicInteger commits;

    Dying(Store store, int commits) {
      this.store = store;
      this.commits = new AtomicInteger(commits);
    }

    @Override
    public void open(Collection<EntityType<?>> types) {
      store.open(types);
    }

    @Override
    public StoreReader reader(String tenant, Layout layout) {
      return store.reader(tenant, layout);
    }

    @Override
    public StoreTransaction begin(String tenant, Layout layout) {
      if (commits.decrementAndGet() < 0) {
        throw StoreException.closed("The process");
      }
      return store.begin(tenant, layout);
    }

    @Override
    public void close() {}
  }
}

package io.crmkit.examples.bench;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A million opportunities of 200,000 customers and a thousand owners, the same in the library and
 * on the floor.
 */
@State(Scope.Benchmark)
public class Million {
  private static final int DEALS = 1_000_000;
  private static final int CUSTOMERS = 200_000;
  private static final int OWNERS = 1_000;
  private static final int DAYS = 1_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int BATCH = 10_000;
  private static final String[] STAGES = {
    "qualification", "proposal", "negotiation", "won", "lost"
  };

  private final List<Ref<User>> owners = new ArrayList<>();
  private final List<Ref<Opportunity>> deals = new ArrayList<>(DEALS);
  private final List<Ref<Opportunity>> open = new ArrayList<>(DEALS);
  Crm crm;
  Session all;
  Session narrow;
  Session broad;
  Floor floor;
  UUID oneOwner;
  Set<UUID> halfOfTheOwners;
  private final List<Customer> customers = new ArrayList<>(CUSTOMERS);
  private long turn = 7;
  private Condition<Opportunity> ofOneOwner;
  private Condition<Opportunity> ofHalfOfTheOwners;

  /** Fills both. */
  @Setup(Level.Trial)
  public void fill() {
    MemoryStore store = new MemoryStore();
    Random random = new Random(7);
    IdSource ids = IdSource.monotonic(Clock.systemUTC(), random);
    crm = Crm.builder().store(store).policy(new ByOwner()).open();
    all = crm.as("all");
    floor = new Floor(ids::next);
    Pipeline pipeline = all.pipeline().get(Pipeline.STANDARD);
    all.run(
        work -> {
          for (int i = 0; i < OWNERS; i++) {
            String name = "user" + i;
            owners.add(
                work.organization()
                    .create(d -> d.set(User.USERNAME, name).set(User.FULL_NAME, name))
                    .ref());
          }
        });
    for (int from = 0; from < CUSTOMERS; from += BATCH) {
      all.run(
          work -> {
            for (int i = 0; i < BATCH; i++) {
              String name = nextName();
              Ref<User> owner = nextOwner();
              Customer made =
                  work.customers()
                      .create(d -> d.set(Customer.NAME, name).set(Customer.OWNER, owner));
              customers.add(made);
              floor.add(
                  new Floor.Client(
                      made.ref().id(), 1, Instant.now(), "ada", name, null, owner.id()));
            }
          });
    }
    oneOwner = owners.get(OWNERS / 2).id();
    halfOfTheOwners = new HashSet<>();
    owners.subList(0, OWNERS / 2).forEach(owner -> halfOfTheOwners.add(owner.id()));
    ofOneOwner = Opportunity.OWNER.is(owners.get(OWNERS / 2));
    ofHalfOfTheOwners = Opportunity.OWNER.in(owners.subList(0, OWNERS / 2));
    narrow = crm.as("narrow");
    broad = crm.as("broad");
    Layout layout = all.workspace().layout();
    for (int from = 0; from < DEALS; from += BATCH) {
      List<Change> batch = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        batch.add(new Change.Insert(deal(ids.next(), random, pipeline)));
      }
      try (StoreTransaction transaction = store.begin(CallContext.DEFAULT_TENANT, layout)) {
        transaction.commit(batch);
      }
    }
  }

  private Row deal(UUID id, Random random, Pipeline pipeline) {
    Ref<User> owner = owners.get(random.nextInt(OWNERS));
    Ref<Customer> customer = nextCustomer().ref();
    String stage = STAGES[random.nextInt(STAGES.length)];
    BigDecimal amount = BigDecimal.valueOf(100 + random.nextInt(100_000));
    LocalDate closes = FIRST_DAY.plusDays(random.nextInt(DAYS));
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    @Nullable Object[] slots = new @Nullable Object[Opportunity.TYPE.slots().size()];
    slots[EntityType.CREATED_AT] = now;
    slots[EntityType.CREATED_BY] = "ada";
    slots[EntityType.UPDATED_AT] = now;
    slots[EntityType.UPDATED_BY] = "ada";
    slots[Opportunity.TITLE.slot()] = "Deal";
    slots[Opportunity.CUSTOMER.slot()] = customer;
    slots[Opportunity.OWNER.slot()] = owner;
    slots[Opportunity.AMOUNT.slot()] = Money.of(amount, "EUR");
    slots[Opportunity.CLOSES_ON.slot()] = closes;
    slots[Opportunity.PIPELINE.slot()] = pipeline.ref();
    slots[Opportunity.STAGE.slot()] = stage;
    slots[Opportunity.STAGE_CATEGORY.slot()] =
        switch (stage) {
          case "won" -> StageCategory.WON;
          case "lost" -> StageCategory.LOST;
          default -> StageCategory.OPEN;
        };
    floor.add(
        new Floor.Deal(
            id, 1, now, "ada", customer.id(), owner.id(), "Deal", amount, "EUR", stage, closes));
    Ref<Opportunity> ref = Opportunity.TYPE.ref(id);
    deals.add(Opportunity.TYPE.ref(id)); // not the stored one: a caller's own
    if (slots[Opportunity.STAGE_CATEGORY.slot()] == StageCategory.OPEN) {
      open.add(deals.get(deals.size() - 1));
    }
    return new Row(ref, 1, slots, Map.of());
  }

  /** The identity of one of the deals, as good as by chance. */
  Ref<Opportunity> nextDeal() {
    return deals.get((int) Long.remainderUnsigned(turn >>> 16, DEALS));
  }

  /** The identity of one of those that are still open. */
  Ref<Opportunity> nextOpen() {
    turn = turn * 0x5851_F42D_4C95_7F2DL + 1;
    return open.get((int) Long.remainderUnsigned(turn >>> 16, open.size()));
  }

  /** One of the customers. */
  Customer nextCustomer() {
    turn = turn * 0x5851_F42D_4C95_7F2DL + 1;
    return customers.get((int) Long.remainderUnsigned(turn >>> 16, customers.size()));
  }

  /** A name that few others have. */
  String nextName() {
    turn = turn * 0x5851_F42D_4C95_7F2DL + 1;
    return Long.toString(turn >>> 20, Character.MAX_RADIX);
  }

  /** One of the owners. */
  Ref<User> nextOwner() {
    turn = turn * 0x5851_F42D_4C95_7F2DL + 1;
    return owners.get((int) Long.remainderUnsigned(turn >>> 16, OWNERS));
  }

  /** One of the days on which deals close, but for the last few. */
  LocalDate nextDay() {
    turn = turn * 0x5851_F42D_4C95_7F2DL + 1;
    return FIRST_DAY.plusDays(Long.remainderUnsigned(turn >>> 16, DAYS - 10));
  }

  /**
   * Notes that a deal was read. The next one depends on it, so that each read begins when the one
   * before is done; else the processor waits for the memory of several at once.
   */
  void read(long version) {
    turn = turn * 0x5851_F42D_4C95_7F2DL + version;
  }

  /** Lets everything go. */
  @TearDown(Level.Trial)
  public void close() {
    crm.close();
  }

  /**
   * “narrow” sees one owner's deals, “broad” those of half of the owners, others all. Made once, as
   * the floor's set of owners is.
   */
  private final class ByOwner implements AccessPolicy {
    @Override
    public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
      return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends Entity<E>> Condition<E> rows(
        CallContext who, Operation operation, EntityType<E> type) {
      if (type != (Object) Opportunity.TYPE) {
        return Condition.always();
      }
      return switch (who.actor()) {
        case "narrow" -> (Condition<E>) ofOneOwner;
        case "broad" -> (Condition<E>) ofHalfOfTheOwners;
        default -> Condition.always();
      };
    }

    @Override
    public FieldRight field(CallContext who, Field<?, ?> field) {
      return FieldRight.WRITE;
    }
  }
}

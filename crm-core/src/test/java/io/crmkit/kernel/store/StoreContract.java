package io.crmkit.kernel.store;

import static io.crmkit.testing.Universe.changed;
import static io.crmkit.testing.Universe.deleted;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static io.crmkit.testing.Universe.restored;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.CurrencyMismatchException;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every store has to do, whatever it is made of. A store runs it in one empty subclass per way
 * of wiring it.
 */
public abstract class StoreContract {
  private static final String HERE = "here";
  private static final String THERE = "there";

  /** So many that a store may have a way of its own for them. */
  private static final int MANY = 700;

  private Store store;

  /** Makes a store with nothing in it, not opened yet. */
  protected abstract Store freshStore();

  /** Closes a store and removes what it may have left behind. */
  protected abstract void dispose(Store used);

  /**
   * True where a transaction that has written keeps others from writing the same until it ends: the
   * one that would have to wait is then refused, and the other must not suffer for it.
   */
  protected boolean writersWait() {
    return false;
  }

  /**
   * True where the store cannot look beyond the snapshot of a transaction that is refused because
   * of what others have committed meanwhile: it may then say no more than that.
   */
  protected boolean seesOnlyItsSnapshot() {
    return false;
  }

  @BeforeEach
  final void openTheStore() {
    store = freshStore();
    store.open(Universe.TYPES);
  }

  @AfterEach
  final void disposeOfTheStore() {
    dispose(store);
  }

  /** The store under test, open for {@link Universe#TYPES}. */
  protected final Store store() {
    return store;
  }

  // Help

  private StoreTransaction begin() {
    return store.begin(HERE, Universe.PLAIN);
  }

  private StoreReader reader() {
    return store.reader(HERE, Universe.PLAIN);
  }

  private void commit(Change... changes) {
    commit(HERE, Universe.PLAIN, changes);
  }

  private void commit(String tenant, Layout layout, Change... changes) {
    try (StoreTransaction tx = store.begin(tenant, layout)) {
      tx.commit(List.of(changes));
    }
  }

  private Row stored(Row row) {
    commit(insert(row));
    return row;
  }

  /** Whether a commit succeeds while another transaction has written what it writes. */
  private boolean succeedsBeside(Runnable commit) {
    if (!writersWait()) {
      commit.run();
      return true;
    }
    try {
      commit.run();
      return true;
    } catch (ConflictException refused) {
      return false;
    } catch (StoreException refused) {
      assertTrue(refused.isTransient(), refused::toString);
      return false;
    }
  }

  private static Change insert(Row row) {
    return new Change.Insert(row);
  }

  private static Change update(Row before, Row after) {
    return new Change.Update(before, after);
  }

  private static Change purge(Row before) {
    return new Change.Purge(before);
  }

  private static Change expect(Row row) {
    return new Change.Expect(row);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Row> select(
      StoreReader reader, Condition<Planet> condition, Order<Planet>... orders) {
    return reader.select(
        new Selection<>(Planet.TYPE, condition, List.of(orders), null, Integer.MAX_VALUE));
  }

  private static List<Long> numbers(List<Row> rows) {
    return rows.stream().map(row -> row.ref().low() & 0xffff_ffffL).toList();
  }

  private static List<Violation> refused(Executable call) {
    return assertThrows(ValidationException.class, call).violations();
  }

  private static List<List<Object>> lists(List<Object[]> figures) {
    return figures.stream().map(Arrays::asList).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<List<Object>> figures(
      StoreReader reader, List<Expr<Planet, ?>> groups, Measure<Planet, ?>... measures) {
    return lists(
        reader.aggregate(
            new Aggregation<>(Planet.TYPE, Condition.always(), groups, List.of(measures))));
  }

  /** Refused because of what others have committed since the transaction first read. */
  private <T extends RuntimeException> @Nullable T late(Class<T> type, Executable call) {
    RuntimeException refused = assertThrows(RuntimeException.class, call);
    if (seesOnlyItsSnapshot() && refused instanceof StoreException store && store.isTransient()) {
      return null;
    }
    return assertInstanceOf(type, refused);
  }

  /** Everything that reads must say the same of a row. */
  private static void assertStored(StoreReader reader, Row row) {
    Row found = reader.find(row.ref());
    assertNotNull(found, () -> row.ref() + " is there");
    assertSame(row, found);
  }

  private static void assertSame(Row expected, Row found) {
    assertEquals(expected.ref(), found.ref());
    assertEquals(expected.version(), found.version());
    for (int slot = 0; slot < expected.type().slots().size(); slot++) {
      assertEquals(expected.slot(slot), found.slot(slot), expected.type().slots().get(slot).name());
    }
    assertEquals(expected.extra(), found.extra());
  }

  // Points

  @Test
  void a_row_comes_back_as_it_was_written() {
    stored(star(1));
    Row full = full(7);
    Row empty = planet(8);
    commit(insert(full), insert(empty));
    assertStored(reader(), full);
    assertStored(reader(), empty);
    try (StoreTransaction tx = begin()) {
      assertStored(tx, full);
    }
  }

  private static Row full(long number) {
    return planet(
        number,
        p -> p.set(Planet.NAME, "Ærø \uD83D\uDE80 行星 e\u0301"),
        p -> p.set(Planet.CODE, "K-" + number),
        p -> p.set(Planet.REGION, "north "),
        p -> p.set(Planet.ORBIT, Long.MIN_VALUE),
        p -> p.set(Planet.MOONS, Long.MAX_VALUE),
        p -> p.set(Planet.MASS, new BigDecimal("-99999999999999999999.12345678")),
        p -> p.set(Planet.BUDGET, Money.of("12.5", "EUR")),
        p -> p.set(Planet.INHABITED, false),
        p -> p.set(Planet.FOUND_ON, LocalDate.of(1, 1, 1)),
        p -> p.set(Planet.SEEN_AT, Instant.parse("9999-12-31T23:59:59.999999Z")),
        p -> p.set(Planet.MATTER, Planet.Matter.ICE),
        p -> p.set(Planet.CLIMATE, "mild"),
        p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
        p -> p.set(Planet.TWIN, ref(Planet.TYPE, number)),
        p -> p.set(Planet.TAGS, Set.of("far", "äußere", "\uD83D\uDE80")),
        p -> p.set(Planet.ADDRESS, Address.parse("{\"country\":\"DE\",\"city\":\"Köln\"}")),
        p -> p.set(Planet.DATA, Json.parse("{\"a\":[1,2.50,null,\"x\"]}")),
        p -> p.set(Planet.SERIAL, new UUID(-1, 1)),
        p -> p.set(Planet.NOTES, "long ".repeat(2000)),
        p -> p.set(Planet.EMAIL, "Someone@example.org"),
        p -> p.set(Planet.PHONE, "+49 221 1234567"),
        p -> p.set(Planet.SITE, "https://example.org/a?b=c"));
  }

  @Test
  void many_new_rows_come_back_as_they_were_written() {
    stored(star(1));
    List<String> odd = List.of("\\N", "a\tb\\", "\r\n", "\\.", "\"{,}", "'?");
    List<Row> rows = new ArrayList<>(List.of(full(1), planet(2)));
    for (int i = 3; i < MANY; i++) {
      String text = odd.get(i % odd.size());
      rows.add(planet(i, p -> p.set(Planet.NAME, text), p -> p.set(Planet.NOTES, text)));
    }
    try (StoreTransaction tx = begin()) {
      tx.commit(rows.stream().map(StoreContract::insert).toList());
    }
    rows.subList(0, 20).forEach(row -> assertStored(reader(), row));
    assertEquals(rows.size(), reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  void of_many_new_rows_with_a_taken_key_none_stays_and_the_key_is_told() {
    stored(planet(MANY + 1, p -> p.set(Planet.CODE, "k9")));
    List<Change> changes = new ArrayList<>(List.of(insert(star(1))));
    for (int i = 1; i < MANY; i++) {
      String code = "k" + i;
      changes.add(insert(planet(i, p -> p.set(Planet.CODE, code))));
    }
    List<Violation> violations =
        refused(
            () -> {
              try (StoreTransaction tx = begin()) {
                tx.commit(changes);
              }
            });
    assertEquals(List.of(Violation.of("planet", "code", "violation.unique", "code")), violations);
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
    assertNull(reader().find(ref(Star.TYPE, 1)));
    stored(planet(9, p -> p.set(Planet.CODE, "k1")));
  }

  @Test
  void what_is_not_there_is_null() {
    assertNull(reader().find(ref(Planet.TYPE, 1)));
    try (StoreTransaction tx = begin()) {
      assertNull(tx.find(ref(Planet.TYPE, 1)));
    }
  }

  @Test
  void several_rows_are_found_at_once_and_absent_ones_left_out() {
    commit(insert(planet(1)), insert(planet(2)), insert(planet(3)));
    List<Ref<Planet>> wanted =
        List.of(ref(Planet.TYPE, 3), ref(Planet.TYPE, 9), ref(Planet.TYPE, 1));
    assertEquals(Set.of(1L, 3L), Set.copyOf(numbers(reader().find(wanted))));
    try (StoreTransaction tx = begin()) {
      assertEquals(Set.of(1L, 3L), Set.copyOf(numbers(tx.find(wanted))));
      assertEquals(List.of(), tx.find(List.of()));
    }
  }

  @Test
  void the_same_number_of_two_types_is_two_rows() {
    commit(insert(planet(1)), insert(star(1)));
    assertEquals(Planet.TYPE, reader().find(ref(Planet.TYPE, 1)).type());
    assertEquals(Star.TYPE, reader().find(ref(Star.TYPE, 1)).type());
  }

  // Transactions

  @Test
  void a_transaction_sees_its_own_writes_and_nobody_else_does() {
    Row old = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    Row gone = stored(planet(2, p -> p.set(Planet.MOONS, 2L)));
    try (StoreTransaction tx = begin()) {
      Row fresh = planet(3, p -> p.set(Planet.MOONS, 3L));
      Row next = changed(old, p -> p.set(Planet.MOONS, 10L));
      tx.write(List.of(insert(fresh), update(old, next), purge(gone)));
      assertStored(tx, fresh);
      assertStored(tx, next);
      assertNull(tx.find(gone.ref()));
      assertEquals(List.of(1L, 3L), numbers(select(tx, Condition.always())));
      assertEquals(List.of(3L, 1L), numbers(select(tx, Condition.always(), Planet.MOONS.asc())));
      assertEquals(List.of(1L), numbers(select(tx, Planet.MOONS.is(10L))));
      assertEquals(List.of(), numbers(select(tx, Planet.MOONS.is(1L))));
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
      assertFalse(tx.exists(Planet.TYPE, Planet.MOONS.is(2L)));
      assertTrue(tx.exists(Planet.TYPE, Planet.MOONS.is(3L)));
      assertEquals(
          List.of(List.of(13L, 2L)), figures(tx, List.of(), Planet.MOONS.sum(), Measure.count()));

      assertStored(reader(), old);
      assertEquals(List.of(1L, 2L), numbers(select(reader(), Condition.always())));
      tx.commit(List.of());
      assertStored(reader(), next);
      assertEquals(List.of(1L, 3L), numbers(select(reader(), Condition.always())));
    }
  }

  @Test
  void a_row_may_be_written_several_times_in_one_transaction() {
    Row one = planet(1);
    Row two = changed(one, p -> p.set(Planet.NAME, "b"));
    Row three = changed(two, p -> p.set(Planet.NAME, "c"));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(one), update(one, two)));
      tx.write(List.of(update(two, three)));
      assertStored(tx, three);
      tx.commit(List.of());
    }
    assertStored(reader(), three);
    commit(purge(three), insert(one), purge(one));
    assertNull(reader().find(one.ref()));
  }

  @Test
  void without_commit_nothing_is_left() {
    Row old = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(2, p -> p.set(Planet.CODE, "b"))), purge(old)));
    }
    assertEquals(List.of(1L), numbers(select(reader(), Condition.always())));
    assertStored(reader(), old);
    stored(planet(3, p -> p.set(Planet.CODE, "b")));
  }

  @Test
  void a_failed_commit_leaves_nothing() {
    Row old = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    assertThrows(
        ConflictException.class,
        () ->
            commit(
                insert(planet(2, p -> p.set(Planet.CODE, "b"))),
                update(changed(old, p -> p.set(Planet.NAME, "x")), deleted(old))));
    refused(
        () ->
            commit(
                insert(planet(3, p -> p.set(Planet.CODE, "c"))),
                insert(planet(4, p -> p.set(Planet.CODE, "a")))));
    assertEquals(List.of(1L), numbers(select(reader(), Condition.always())));
    commit(
        insert(planet(3, p -> p.set(Planet.CODE, "b"))),
        insert(planet(4, p -> p.set(Planet.CODE, "c"))));
  }

  @Test
  void a_snapshot_stays_as_it_was_when_the_transaction_first_read() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    Row two = stored(planet(2, p -> p.set(Planet.MOONS, 2L)));
    try (StoreTransaction tx = begin()) {
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
      Row next = changed(one, p -> p.set(Planet.MOONS, 5L));
      commit(update(one, next));
      commit(update(next, changed(next, p -> p.set(Planet.MOONS, 1L))));
      commit(purge(two), insert(planet(3, p -> p.set(Planet.MOONS, 3L))));
      assertStored(tx, one);
      assertStored(tx, two);
      assertEquals(List.of(1L, 2L), numbers(select(tx, Condition.always())));
      assertEquals(List.of(2L, 1L), numbers(select(tx, Condition.always(), Planet.MOONS.desc())));
      assertEquals(List.of(2L), numbers(select(tx, Planet.MOONS.atLeast(2L))));
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
    }
    assertEquals(List.of(1L, 3L), numbers(select(reader(), Condition.always())));
  }

  @Test
  void an_update_is_never_lost() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    try (StoreTransaction first = begin();
        StoreTransaction second = begin()) {
      first.write(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 2L)))));
      first.commit(List.of());
      ConflictException conflict =
          assertThrows(
              ConflictException.class,
              () ->
                  second.commit(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 3L))))));
      assertEquals("conflict.stale", conflict.code());
    }
    assertEquals(2L, reader().find(one.ref()).get(Planet.MOONS));
  }

  @Test
  void an_update_of_a_row_purged_meanwhile_is_a_conflict() {
    Row one = stored(planet(1));
    try (StoreTransaction tx = begin()) {
      assertStored(tx, one);
      commit(purge(one));
      ConflictException conflict =
          late(
              ConflictException.class,
              () -> tx.commit(List.of(update(one, changed(one, p -> p.set(Planet.NAME, "x"))))));
      assertTrue(conflict == null || conflict.code().equals("conflict.gone"));
    }
    assertNull(reader().find(one.ref()));
  }

  @Test
  void a_purge_of_a_row_changed_meanwhile_is_a_conflict() {
    Row one = stored(planet(1));
    commit(update(one, deleted(one)));
    assertThrows(ConflictException.class, () -> commit(purge(one)));
    assertTrue(reader().find(one.ref()).deleted());
  }

  @Test
  void a_row_is_inserted_once() {
    stored(planet(1));
    assertThrows(ConflictException.class, () -> commit(insert(planet(1))));
    Row row = planet(2);
    Row same = planet(2, p -> p.set(Planet.NAME, "first"));
    boolean overtaken;
    try (StoreTransaction tx = begin();
        StoreTransaction other = begin()) {
      tx.write(List.of(insert(row)));
      overtaken = succeedsBeside(() -> other.commit(List.of(insert(same))));
      if (overtaken) {
        assertThrows(ConflictException.class, () -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertStored(reader(), overtaken ? same : row);
  }

  @Test
  void a_stale_version_is_told_with_the_stored_one() {
    Row one = stored(planet(1));
    Row two = changed(one, p -> p.set(Planet.NAME, "b"));
    commit(update(one, two));
    ConflictException conflict =
        assertThrows(ConflictException.class, () -> commit(update(one, two)));
    assertTrue(conflict.getMessage().contains(one.ref().toString()), conflict.getMessage());
    assertTrue(conflict.getMessage().contains("2"), conflict.getMessage());
  }

  @Test
  void a_decision_on_rows_not_changed_is_guarded_by_expecting_them() {
    Row one = stored(planet(1, p -> p.set(Planet.INHABITED, true)));
    Row two = stored(planet(2, p -> p.set(Planet.INHABITED, true)));
    // Each leaves one planet empty, provided that the other stays inhabited.
    try (StoreTransaction first = begin();
        StoreTransaction second = begin()) {
      first.commit(
          List.of(expect(two), update(one, changed(one, p -> p.set(Planet.INHABITED, false)))));
      assertThrows(
          ConflictException.class,
          () ->
              second.commit(
                  List.of(
                      expect(one),
                      update(two, changed(two, p -> p.set(Planet.INHABITED, false))))));
    }
    assertEquals(1, reader().count(Planet.TYPE, Planet.INHABITED.is(true)));
  }

  @Test
  void an_expected_row_may_be_written_by_the_transaction_itself() {
    Row one = stored(planet(1));
    Row two = changed(one, p -> p.set(Planet.NAME, "x"));
    commit(expect(one), update(one, two), expect(two));
    assertStored(reader(), two);
    assertThrows(ConflictException.class, () -> commit(expect(one)));
    Row absent = planet(9);
    assertThrows(ConflictException.class, () -> commit(expect(absent)));
  }

  @Test
  void of_two_open_writers_of_a_row_exactly_one_succeeds() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    boolean overtaken;
    try (StoreTransaction tx = begin();
        StoreTransaction other = begin()) {
      assertStored(other, one);
      tx.write(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 2L)))));
      overtaken =
          succeedsBeside(
              () -> other.commit(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 3L))))));
      if (overtaken) {
        assertThrows(ConflictException.class, () -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(overtaken ? 3L : 2L, reader().find(one.ref()).get(Planet.MOONS));
  }

  @Test
  void of_two_open_takers_of_a_key_exactly_one_succeeds() {
    boolean overtaken;
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(1, p -> p.set(Planet.CODE, "a")))));
      overtaken = succeedsBeside(() -> commit(insert(planet(2, p -> p.set(Planet.CODE, "a")))));
      if (overtaken) {
        refused(() -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(List.of(overtaken ? 2L : 1L), numbers(select(reader(), Planet.CODE.is("a"))));
  }

  @Test
  void the_second_of_two_writers_fails_and_the_first_does_not_wait_for_it() {
    Row one = stored(planet(1));
    try (StoreTransaction idle = begin()) {
      assertStored(idle, one);
      commit(update(one, changed(one, p -> p.set(Planet.NAME, "x"))));
    }
  }

  // Unique keys

  @Test
  void a_key_is_held_by_one_row() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    List<Violation> violations =
        refused(() -> commit(insert(planet(2, p -> p.set(Planet.CODE, "a")))));
    assertEquals(List.of(Violation.of("planet", "code", "violation.unique", "code")), violations);
    stored(planet(3, p -> p.set(Planet.CODE, "A")));
    stored(planet(4, p -> p.set(Planet.CODE, "a ")));
    stored(planet(5));
    stored(planet(6));
  }

  @Test
  void all_taken_keys_are_told_at_once() {
    stored(star(1));
    stored(
        planet(
            1,
            p -> p.set(Planet.CODE, "a"),
            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
            p -> p.set(Planet.ORBIT, 3L)));
    List<Violation> violations =
        refused(
            () ->
                commit(
                    insert(
                        planet(
                            2,
                            p -> p.set(Planet.CODE, "a"),
                            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
                            p -> p.set(Planet.ORBIT, 3L)))));
    assertEquals(
        Set.of(
            Violation.of("planet", "code", "violation.unique", "code"),
            Violation.of("planet", null, "violation.unique", "place")),
        Set.copyOf(violations));
    assertEquals(2, violations.size());
  }

  @Test
  void a_key_of_several_fields_counts_where_all_have_values() {
    commit(insert(star(1)), insert(star(2)));
    Consumer<Draft<Planet>> sun = p -> p.set(Planet.STAR, ref(Star.TYPE, 1));
    stored(planet(1, sun, p -> p.set(Planet.ORBIT, 1L)));
    stored(planet(2, sun, p -> p.set(Planet.ORBIT, 2L)));
    stored(planet(3, p -> p.set(Planet.STAR, ref(Star.TYPE, 2)), p -> p.set(Planet.ORBIT, 1L)));
    commit(insert(planet(4, sun)), insert(planet(5, sun)));
    commit(
        insert(planet(6, p -> p.set(Planet.ORBIT, 1L))),
        insert(planet(7, p -> p.set(Planet.ORBIT, 1L))));
    refused(() -> commit(insert(planet(8, sun, p -> p.set(Planet.ORBIT, 2L)))));
  }

  @Test
  void a_deleted_row_gives_its_key_back_and_may_not_find_it_again() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row bin = deleted(one);
    commit(update(one, bin));
    Row heir = stored(planet(2, p -> p.set(Planet.CODE, "a")));
    Row back = restored(bin);
    refused(() -> commit(update(bin, back)));
    commit(update(heir, deleted(heir)));
    commit(update(bin, back));
    assertStored(reader(), back);
  }

  @Test
  void rows_may_swap_their_keys() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row two = stored(planet(2, p -> p.set(Planet.CODE, "b")));
    commit(
        update(one, changed(one, p -> p.set(Planet.CODE, "b"))),
        update(two, changed(two, p -> p.set(Planet.CODE, "a"))));
    assertEquals("b", reader().find(one.ref()).get(Planet.CODE));
    refused(() -> commit(insert(planet(3, p -> p.set(Planet.CODE, "a")))));
    refused(() -> commit(insert(planet(3, p -> p.set(Planet.CODE, "b")))));
  }

  @Test
  void a_key_may_pass_from_a_row_to_its_heir() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row two = planet(2, p -> p.set(Planet.CODE, "a"));
    commit(update(one, deleted(one)), insert(two));
    commit(purge(two), insert(planet(3, p -> p.set(Planet.CODE, "a"))));
    refused(() -> commit(insert(planet(4, p -> p.set(Planet.CODE, "a")))));
  }

  @Test
  void two_rows_of_one_transaction_cannot_share_a_key() {
    assertEquals(
        1,
        refused(
                () ->
                    commit(
                        insert(planet(1, p -> p.set(Planet.CODE, "a"))),
                        insert(planet(2, p -> p.set(Planet.CODE, "a")))))
            .size());
    assertEquals(0, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  void two_transactions_cannot_take_the_same_key() {
    try (StoreTransaction first = begin()) {
      assertFalse(first.exists(Planet.TYPE, Planet.CODE.is("a")));
      stored(planet(2, p -> p.set(Planet.CODE, "a")));
      late(
          ValidationException.class,
          () -> first.commit(List.of(insert(planet(1, p -> p.set(Planet.CODE, "a"))))));
    }
    assertEquals(List.of(2L), numbers(select(reader(), Condition.always())));
  }

  @Test
  void a_taken_key_is_told_early() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      refused(() -> tx.write(List.of(insert(planet(2, p -> p.set(Planet.CODE, "a"))))));
    }
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }

  // References

  @Test
  void a_reference_leads_to_a_row() {
    List<Violation> violations =
        refused(() -> commit(insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
    assertEquals(
        List.of(
            Violation.of("planet", "star", "violation.ref_missing", ref(Star.TYPE, 1).toString())),
        violations);
    // In one transaction the order does not matter, nor do circles.
    commit(
        insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1)))),
        insert(star(1, s -> s.set(Star.CAPITAL, ref(Planet.TYPE, 1)))));
  }

  @Test
  void a_reference_may_lead_to_a_deleted_row() {
    Row sun = stored(star(1));
    commit(update(sun, deleted(sun)));
    stored(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))));
  }

  @Test
  void a_row_that_others_refer_to_is_not_purged() {
    Row sun = stored(star(1));
    Row one = stored(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))));
    assertEquals(
        List.of(Violation.of("star", null, "violation.referenced", "planet", "star")),
        refused(() -> commit(purge(sun))));
    Row bin = deleted(one);
    commit(update(one, bin));
    refused(() -> commit(purge(sun)));
    Row free = changed(bin, p -> p.clear(Planet.STAR));
    commit(update(bin, free), purge(sun));
    assertNull(reader().find(sun.ref()));
  }

  @Test
  void rows_that_refer_to_each_other_are_purged_together() {
    Row sun = star(1, s -> s.set(Star.CAPITAL, ref(Planet.TYPE, 1)));
    Row one =
        planet(
            1,
            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
            p -> p.set(Planet.TWIN, ref(Planet.TYPE, 1)));
    commit(insert(sun), insert(one));
    refused(() -> commit(purge(sun)));
    refused(() -> commit(purge(one)));
    commit(purge(sun), purge(one));
    assertEquals(0, reader().count(Star.TYPE, Condition.always()));
  }

  @Test
  void a_reference_and_the_purge_of_its_target_cannot_both_succeed() {
    Row sun = stored(star(1));
    boolean purged;
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
      purged = succeedsBeside(() -> commit(purge(sun)));
      if (purged) {
        assertThrows(
            ValidationException.class, () -> tx.commit(List.of()), "the star was purged before");
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(purged ? 0 : 1, reader().count(Planet.TYPE, Condition.always()));
    assertEquals(purged ? 0 : 1, reader().count(Star.TYPE, Condition.always()));
  }

  @Test
  void a_purged_row_may_come_back() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    commit(purge(one));
    assertEquals(0, reader().count(Planet.TYPE, Planet.CODE.is("a")));
    Row again = planet(1, p -> p.set(Planet.CODE, "b"));
    commit(insert(again));
    assertStored(reader(), again);
  }

  @Test
  void a_row_may_be_purged_and_come_back_while_somebody_still_sees_the_old_one() {
    Row one = stored(planet(1, p -> p.set(Planet.REGION, "a"), p -> p.set(Planet.MOONS, 1L)));
    Row again = planet(1, p -> p.set(Planet.REGION, "a"), p -> p.set(Planet.MOONS, 2L));
    try (StoreTransaction old = begin()) {
      assertEquals(1, select(old, Planet.REGION.is("a"), Planet.MOONS.asc()).size());
      commit(purge(one));
      try (StoreTransaction between = begin()) {
        assertNull(between.find(one.ref()));
        commit(insert(again));
        assertEquals(
            List.of(1L), numbers(select(reader(), Planet.MOONS.is(2L), Planet.MOONS.asc())));
        Row later = changed(again, p -> p.set(Planet.MOONS, 1L));
        commit(update(again, later));
        assertEquals(List.of(), select(between, Planet.REGION.is("a"), Planet.MOONS.asc()));
        assertNull(between.find(one.ref()));
        assertStored(old, one);
        assertEquals(
            List.of(1L),
            select(old, Planet.REGION.is("a"), Planet.MOONS.desc()).stream()
                .map(Row::version)
                .toList());
        assertStored(reader(), later);
      }
      assertEquals(
          List.of(2L),
          select(reader(), Planet.REGION.is("a"), Planet.MOONS.desc()).stream()
              .map(Row::version)
              .toList());
      assertStored(old, one);
    }
    stored(planet(2, p -> p.set(Planet.REGION, "a")));
    assertEquals(
        List.of(1L, 2L), numbers(select(reader(), Planet.REGION.is("a"), Planet.MOONS.asc())));
  }

  @Test
  void a_value_may_go_and_come_back_while_somebody_still_sees_it() {
    Row one = stored(planet(1, p -> p.set(Planet.REGION, "a")));
    assertEquals(1, select(reader(), Planet.REGION.is("a"), Planet.REGION.asc()).size());
    try (StoreTransaction old = begin()) {
      assertStored(old, one);
      Row two = changed(one, p -> p.set(Planet.REGION, "b"));
      commit(update(one, two));
      Row three = changed(two, p -> p.set(Planet.REGION, "a"));
      commit(update(two, three));
      assertEquals(List.of(), numbers(select(reader(), Planet.REGION.is("b"))));
      assertEquals(List.of(1L), numbers(select(reader(), Planet.REGION.is("a"))));
      assertEquals(List.of(1L), numbers(select(old, Planet.REGION.is("a"))));
    }
    stored(planet(2, p -> p.set(Planet.REGION, "b")));
    assertEquals(
        List.of(1L, 2L), numbers(select(reader(), Condition.always(), Planet.REGION.asc())));
  }

  // Selections

  private void fivePlanets() {
    commit(insert(star(1, s -> s.set(Star.BRIGHTNESS, 9L))), insert(star(2)));
    commit(
        insert(planet(1, p -> p.set(Planet.REGION, "b"), p -> p.set(Planet.MOONS, 2L))),
        insert(planet(2, p -> p.set(Planet.REGION, "a"))),
        insert(planet(3, p -> p.set(Planet.MOONS, 1L))),
        insert(
            planet(
                4,
                p -> p.set(Planet.REGION, "a"),
                p -> p.set(Planet.MOONS, 2L),
                p -> p.set(Planet.STAR, ref(Star.TYPE, 1)))),
        insert(planet(5, p -> p.set(Planet.STAR, ref(Star.TYPE, 2)))));
  }

  @Test
  void missing_values_come_last_in_both_directions_and_ties_follow_the_last_key() {
    fivePlanets();
    Condition<Planet> all = Condition.always();
    StoreReader reader = reader();
    assertAll(
        () -> assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(select(reader, all))),
        () ->
            assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L), numbers(select(reader, all, Planet.TYPE.id().desc()))),
        () ->
            assertEquals(
                List.of(2L, 4L, 1L, 3L, 5L), numbers(select(reader, all, Planet.REGION.asc()))),
        () ->
            assertEquals(
                List.of(1L, 4L, 2L, 5L, 3L), numbers(select(reader, all, Planet.REGION.desc()))),
        () ->
            assertEquals(
                List.of(4L, 2L, 1L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.asc(), Planet.MOONS.asc()))),
        () ->
            assertEquals(
                List.of(1L, 4L, 2L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.desc(), Planet.MOONS.asc()))),
        () ->
            assertEquals(
                List.of(4L, 2L, 1L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.asc(), Planet.MOONS.desc()))),
        () ->
            assertEquals(
                List.of(4L, 1L, 2L, 3L, 5L),
                numbers(select(reader, all, Planet.STAR.get(Star.BRIGHTNESS).asc()))));
  }

  @Test
  void text_is_ordered_by_code_point() {
    List<String> inOrder =
        List.of("", " ", "A", "Z", "a", "a ", "aa", "é", "ﬀ", "\uFFFD", "\uD83D\uDE80");
    List<String> texts = new ArrayList<>(inOrder.subList(1, inOrder.size()));
    Collections.shuffle(texts, new Random(1));
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      stored(planet(i, p -> p.set(Planet.REGION, text)));
    }
    List<String> found =
        select(reader(), Condition.always(), Planet.REGION.asc()).stream()
            .map(row -> row.get(Planet.REGION))
            .toList();
    assertEquals(inOrder.subList(1, inOrder.size()), found);
    assertEquals(
        inOrder.subList(5, inOrder.size()),
        select(reader(), Planet.REGION.moreThan("a"), Planet.REGION.asc()).stream()
            .map(row -> row.get(Planet.REGION))
            .toList());
  }

  @Test
  void a_selection_gives_no_more_than_it_asks_for() {
    fivePlanets();
    for (int limit = 1; limit <= 6; limit++) {
      Selection<Planet> some =
          new Selection<>(
              Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), null, limit);
      assertEquals(Math.min(5, limit), reader().select(some).size());
    }
  }

  @Test
  void pages_follow_one_another_while_rows_come_and_go() {
    for (long i = 0; i < 40; i++) {
      long n = i * 10;
      stored(planet(n, p -> p.set(Planet.MOONS, n % 70)));
    }
    List<Long> expected = numbers(select(reader(), Condition.always(), Planet.MOONS.desc()));
    List<Long> paged = new ArrayList<>();
    Keyset after = null;
    long fresh = 1;
    while (true) {
      List<Row> page =
          reader()
              .select(
                  new Selection<>(
                      Planet.TYPE, Condition.always(), List.of(Planet.MOONS.desc()), after, 7));
      if (page.isEmpty()) {
        break;
      }
      numbers(page).stream().filter(n -> n % 10 == 0).forEach(paged::add);
      Row last = page.get(page.size() - 1);
      after = new Keyset(Collections.singletonList(last.get(Planet.MOONS)), last.ref());
      // One before and one behind the place; the row at the place itself vanishes.
      stored(planet(fresh++ * 10 - 3, p -> p.set(Planet.MOONS, 1_000L)));
      stored(planet(fresh++ * 10 - 3));
      commit(purge(last));
      if (paged.size() > 100) {
        break;
      }
    }
    assertEquals(expected, paged);
  }

  @Test
  void a_place_among_the_missing_values_is_a_place() {
    fivePlanets();
    Keyset third = new Keyset(Collections.singletonList(null), ref(Planet.TYPE, 3));
    Selection<Planet> up =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.asc()), third, 10);
    Selection<Planet> down =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), third, 10);
    assertEquals(List.of(5L), numbers(reader().select(up)));
    assertEquals(List.of(), numbers(reader().select(down)));
  }

  @Test
  void conditions_follow_references() {
    fivePlanets();
    StoreReader reader = reader();
    assertEquals(List.of(4L), numbers(select(reader, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    assertEquals(
        List.of(4L), numbers(select(reader, Planet.STAR.get(Star.BRIGHTNESS).atLeast(1L))));
    assertEquals(List.of(5L), numbers(select(reader, Planet.STAR.is(ref(Star.TYPE, 2)))));
    Row sun = reader.find(ref(Star.TYPE, 1));
    commit(update(sun, deleted(sun)));
    assertEquals(List.of(), numbers(select(reader, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    assertEquals(List.of(4L), numbers(select(reader, Planet.STAR.is(ref(Star.TYPE, 1)))));
  }

  @Test
  void conditions_on_written_rows_of_another_type_are_seen() {
    fivePlanets();
    try (StoreTransaction tx = begin()) {
      Row dim = tx.find(ref(Star.TYPE, 2));
      tx.write(
          List.of(
              update(
                  dim,
                  Universe.changed(Star.TYPE, dim, List.of(s -> s.set(Star.BRIGHTNESS, 9L))))));
      assertEquals(
          List.of(4L, 5L), numbers(select(tx, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    }
  }

  // Streams

  @Test
  void a_stream_gives_the_selection_row_by_row() {
    fivePlanets();
    Selection<Planet> selection =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), null, 4);
    try (Stream<Row> rows = reader().stream(selection)) {
      assertEquals(numbers(reader().select(selection)), numbers(rows.toList()));
    }
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(6, p -> p.set(Planet.REGION, "aa")))));
      try (Stream<Row> rows = tx.stream(selection)) {
        assertEquals(List.of(1L, 6L, 4L, 2L), numbers(rows.toList()));
      }
    }
  }

  @Test
  void a_stream_may_be_left_before_its_end() {
    fivePlanets();
    Selection<Planet> all =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(), null, Integer.MAX_VALUE);
    try (Stream<Row> rows = reader().stream(all)) {
      assertEquals(1L, numbers(rows.limit(1).toList()).get(0));
    }
    commit(purge(reader().find(ref(Planet.TYPE, 1))));
    assertEquals(4, reader().count(Planet.TYPE, Condition.always()));
  }

  // Figures

  @Test
  void figures_without_groups_are_one_row_even_of_nothing() {
    assertEquals(
        List.of(Arrays.asList(0L, 0L, null, null, null, null)),
        figures(
            reader(),
            List.of(),
            Measure.count(),
            Planet.REGION.countDistinct(),
            Planet.MOONS.sum(),
            Planet.MOONS.avg(),
            Planet.REGION.min(),
            Planet.BUDGET.max()));
    assertEquals(List.of(), figures(reader(), List.of(Planet.REGION), Measure.count()));
  }

  @Test
  void figures_leave_missing_values_out() {
    fivePlanets();
    assertEquals(
        List.of(Arrays.asList(5L, 2L, 5L, new BigDecimal("1.66666667"), "a", 2L)),
        figures(
            reader(),
            List.of(),
            Measure.count(),
            Planet.REGION.countDistinct(),
            Planet.MOONS.sum(),
            Planet.MOONS.avg(),
            Planet.REGION.min(),
            Planet.MOONS.max()));
  }

  @Test
  void groups_are_by_value_and_the_missing_value_is_one() {
    fivePlanets();
    assertEquals(
        List.of(
            Arrays.asList("a", 2L, 2L), Arrays.asList("b", 1L, 2L), Arrays.asList(null, 2L, 1L)),
        figures(reader(), List.of(Planet.REGION), Measure.count(), Planet.MOONS.sum()));
    assertEquals(
        List.of(
            Arrays.asList("a", 2L, 1L),
            Arrays.asList("a", null, 1L),
            Arrays.asList("b", 2L, 1L),
            Arrays.asList(null, 1L, 1L),
            Arrays.asList(null, null, 1L)),
        figures(reader(), List.of(Planet.REGION, Planet.MOONS), Measure.count()));
    assertEquals(
        List.of(Arrays.asList(9L, 1L), Arrays.asList(null, 4L)),
        figures(reader(), List.of(Planet.STAR.get(Star.BRIGHTNESS)), Measure.count()));
  }

  @Test
  void dates_are_grouped_by_period() {
    commit(
        insert(planet(1, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 1, 31)))),
        insert(planet(2, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 2, 1)))),
        insert(planet(3, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 2, 28)))));
    assertEquals(
        List.of(List.of(LocalDate.of(2027, 1, 1), 1L), List.of(LocalDate.of(2027, 2, 1), 2L)),
        figures(reader(), List.of(Planet.FOUND_ON.by(DatePart.MONTH)), Measure.count()));
  }

  @Test
  void sums_are_exact() {
    commit(
        insert(planet(1, p -> p.set(Planet.MASS, new BigDecimal("0.1")))),
        insert(planet(2, p -> p.set(Planet.MASS, new BigDecimal("0.20000001")))),
        insert(planet(3, p -> p.set(Planet.MASS, new BigDecimal("99999999999999999999")))),
        insert(planet(4, p -> p.set(Planet.MASS, new BigDecimal("-99999999999999999999")))));
    assertEquals(
        List.of(List.of(new BigDecimal("0.30000001"), new BigDecimal("0.075"))),
        figures(reader(), List.of(), Planet.MASS.sum(), Planet.MASS.avg()));
    commit(
        insert(planet(5, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(6, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(7, p -> p.set(Planet.MOONS, -Long.MAX_VALUE))));
    assertEquals(
        List.of(List.of(Long.MAX_VALUE)), figures(reader(), List.of(), Planet.MOONS.sum()));
  }

  @Test
  void a_sum_that_does_not_fit_is_refused() {
    commit(
        insert(planet(1, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(2, p -> p.set(Planet.MOONS, 1L))));
    assertThrows(
        InvalidRequestException.class, () -> figures(reader(), List.of(), Planet.MOONS.sum()));
    assertEquals(
        List.of(List.of(new BigDecimal("4611686018427387904"))),
        figures(reader(), List.of(), Planet.MOONS.avg()));
  }

  @Test
  void money_is_added_within_one_currency() {
    commit(
        insert(planet(1, p -> p.set(Planet.BUDGET, Money.of("10.00", "EUR")))),
        insert(planet(2, p -> p.set(Planet.BUDGET, Money.of("0.01", "EUR")))),
        insert(planet(3, p -> p.set(Planet.BUDGET, Money.of(5, "JPY")))));
    assertThrows(
        CurrencyMismatchException.class, () -> figures(reader(), List.of(), Planet.BUDGET.sum()));
    assertThrows(
        CurrencyMismatchException.class, () -> figures(reader(), List.of(), Planet.BUDGET.avg()));
    assertEquals(
        List.of(
            List.of("EUR", Money.of("10.01", "EUR"), new BigDecimal("5.005")),
            List.of("JPY", Money.of(5, "JPY"), new BigDecimal("5"))),
        figures(
            reader(), List.of(Planet.BUDGET.currency()), Planet.BUDGET.sum(), Planet.BUDGET.avg()));
    assertEquals(
        List.of(List.of(Money.of("0.01", "EUR"), Money.of(5, "JPY"))),
        figures(reader(), List.of(), Planet.BUDGET.min(), Planet.BUDGET.max()));
  }

  // Tenants

  @Test
  void tenants_never_meet() {
    Row mine = planet(1, p -> p.set(Planet.CODE, "a"), p -> p.set(Planet.NAME, "mine"));
    Row theirs = planet(1, p -> p.set(Planet.CODE, "a"), p -> p.set(Planet.NAME, "theirs"));
    commit(insert(mine));
    commit(THERE, Universe.PLAIN, insert(theirs), insert(star(1)));
    StoreReader there = store.reader(THERE, Universe.PLAIN);
    assertEquals("mine", reader().find(mine.ref()).get(Planet.NAME));
    assertEquals("theirs", there.find(mine.ref()).get(Planet.NAME));
    assertEquals(1, select(reader(), Planet.CODE.is("a")).size());
    assertEquals(0, reader().count(Star.TYPE, Condition.always()));
    refused(() -> commit(insert(planet(2, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
    commit(purge(mine));
    assertStored(there, theirs);
    assertEquals(0, store.reader("nobody", Universe.PLAIN).count(Planet.TYPE, Condition.always()));
  }

  // Custom fields

  @Test
  void custom_fields_filter_sort_and_group() {
    commit(HERE, Universe.EXTENDED, insert(star(1)));
    commit(
        HERE,
        Universe.EXTENDED,
        insert(planet(1, p -> p.set(Universe.RINGS, 2L), p -> p.set(Universe.NICKNAME, "x"))),
        insert(planet(2, p -> p.set(Universe.RINGS, 1L))),
        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1)))));
    StoreReader reader = store.reader(HERE, Universe.EXTENDED);
    assertEquals(List.of(1L), numbers(select(reader, Universe.NICKNAME.is("x"))));
    assertEquals(
        List.of(2L, 1L, 3L), numbers(select(reader, Condition.always(), Universe.RINGS.asc())));
    assertEquals(
        List.of(1L, 2L, 3L), numbers(select(reader, Condition.always(), Universe.RINGS.desc())));
    assertEquals(List.of(3L), numbers(select(reader, Universe.SPONSOR.is(ref(Star.TYPE, 1)))));
    assertEquals(
        List.of(List.of(3L, 2L)),
        figures(reader, List.of(), Universe.RINGS.sum(), Universe.RINGS.countDistinct()));
  }

  @Test
  void custom_fields_are_unique_and_refer_to_rows() {
    commit(HERE, Universe.EXTENDED, insert(planet(1, p -> p.set(Universe.NICKNAME, "x"))));
    assertEquals(
        List.of(Violation.of("planet", "nickname", "violation.unique", "nickname")),
        refused(
            () ->
                commit(
                    HERE,
                    Universe.EXTENDED,
                    insert(planet(2, p -> p.set(Universe.NICKNAME, "x"))))));
    assertEquals(
        "violation.ref_missing",
        refused(
                () ->
                    commit(
                        HERE,
                        Universe.EXTENDED,
                        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1))))))
            .get(0)
            .code());
    Row sun = star(1);
    commit(
        HERE,
        Universe.EXTENDED,
        insert(sun),
        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1)))));
    assertEquals(
        List.of(Violation.of("star", null, "violation.referenced", "planet", "sponsor")),
        refused(() -> commit(HERE, Universe.EXTENDED, purge(sun))));
  }

  @Test
  void a_custom_field_becomes_unique_while_rows_have_it() {
    commit(HERE, Universe.PLAIN, insert(planet(1, p -> p.set(Universe.NICKNAME, "x"))));
    refused(
        () ->
            commit(HERE, Universe.EXTENDED, insert(planet(2, p -> p.set(Universe.NICKNAME, "x")))));
    Row one = reader().find(ref(Planet.TYPE, 1));
    commit(HERE, Universe.PLAIN, update(one, changed(one, p -> p.set(Universe.NICKNAME, "y"))));
    commit(HERE, Universe.EXTENDED, insert(planet(2, p -> p.set(Universe.NICKNAME, "x"))));
  }

  // The end

  @Test
  void a_transaction_that_has_ended_is_of_no_use() {
    StoreTransaction done = begin();
    done.commit(List.of(insert(planet(1))));
    assertThrows(StoreException.class, () -> done.find(ref(Planet.TYPE, 1)));
    assertThrows(StoreException.class, () -> done.write(List.of(insert(planet(2)))));
    assertThrows(StoreException.class, () -> done.commit(List.of()));
    done.close();
    done.close();

    StoreTransaction left = begin();
    left.close();
    assertThrows(StoreException.class, () -> left.commit(List.of(insert(planet(2)))));
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  void a_transaction_that_was_refused_something_is_over() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(2))));
      refused(() -> tx.write(List.of(insert(planet(3, p -> p.set(Planet.CODE, "a"))))));
      assertThrows(StoreException.class, () -> tx.commit(List.of()));
    }
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  void a_closed_store_says_so() {
    stored(planet(1));
    StoreReader reader = reader();
    StoreTransaction open = begin();
    store.close();
    store.close();
    for (Executable call :
        List.<Executable>of(
            () -> begin(),
            () -> reader(),
            () -> reader.find(ref(Planet.TYPE, 1)),
            () -> reader.count(Planet.TYPE, Condition.always()),
            () -> open.find(ref(Planet.TYPE, 1)),
            () -> open.commit(List.of(insert(planet(2)))))) {
      assertEquals("store.closed", assertThrows(StoreException.class, call).code());
    }
    open.close();
  }
}

package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Work;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UnitOfWorkTest extends CrmTest {
  private final List<String> heard = new ArrayList<>();

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .module(new GadgetModule())
        .listen((event, context) -> heard.add(event.name() + " v" + version(event)));
  }

  private static Object version(CrmEvent event) {
    return event instanceof io.crmkit.kernel.event.RecordEvent its ? its.version() : "?";
  }

  private Records<Gadget> gadgets() {
    return ada.records(Gadget.TYPE);
  }

  private static Records<Gadget> in(Work work) {
    return work.records(Gadget.TYPE);
  }

  private static Gadget make(Records<Gadget> gadgets, String name) {
    return gadgets.create(d -> d.set(Gadget.NAME, name));
  }

  private List<String> names() {
    return gadgets().query().list().stream().map(g -> g.require(Gadget.NAME)).toList();
  }

  private static String code(Executable verb) {
    return assertThrows(CrmException.class, verb).code();
  }

  @Test
  void a_work_sees_what_it_has_written_and_nobody_else_does_before_the_commit() {
    ada.run(
        work -> {
          Gadget lamp = make(in(work), "lamp");
          assertEquals(lamp, in(work).get(lamp.ref()));
          assertEquals(List.of(lamp), in(work).query().list());
          assertEquals(1, in(work).query().count());
          Gadget heavy = in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 9L));
          assertEquals(List.of(heavy), in(work).where(Gadget.WEIGHT.atLeast(9L)).list());
          assertEquals(List.of(), gadgets().query().list());
          assertTrue(gadgets().find(lamp.ref()).isEmpty());
        });
    assertEquals(List.of("lamp"), names());
  }

  @Test
  void a_work_reads_one_state_whatever_others_commit_meanwhile() {
    make(gadgets(), "lamp");
    ada.run(
        work -> {
          assertEquals(1, in(work).query().count());
          make(bob.records(Gadget.TYPE), "fan");
          assertEquals(1, in(work).query().count());
        });
    assertEquals(2, gadgets().query().count());
  }

  @Test
  void several_changes_of_a_record_are_several_versions_and_facts() {
    Gadget lamp =
        ada.call(
            work -> {
              Gadget made = make(in(work), "lamp");
              Gadget heavy = in(work).update(made, d -> d.set(Gadget.WEIGHT, 9L));
              return in(work).update(heavy, d -> d.set(Gadget.WEIGHT, 10L));
            });
    assertEquals(3, lamp.version());
    assertEquals(lamp, gadgets().get(lamp.ref()));
    assertEquals(3, ada.records(AuditEntry.TYPE).query().count());
    assertEquals(List.of("gadget.created v1", "gadget.changed v2", "gadget.changed v3"), heard);
  }

  @Test
  void a_record_may_come_and_go_within_one_work() {
    ada.run(
        work -> {
          Gadget made = make(in(work), "lamp");
          in(work).purge(in(work).delete(made));
          assertTrue(in(work).find(made.ref()).isEmpty());
        });
    assertEquals(0, gadgets().query().withDeleted().count());
    ada.run(
        work -> {
          Gadget made = make(in(work), "lamp");
          assertEquals(1, in(work).query().count());
          in(work).purge(made);
          assertEquals(0, in(work).query().count());
        });
    assertEquals(0, gadgets().query().withDeleted().count());
  }

  @Test
  void a_snapshot_that_the_work_itself_has_made_old_is_refused() {
    Gadget lamp = make(gadgets(), "lamp");
    assertEquals(
        "conflict.twice",
        code(
            () ->
                ada.run(
                    work -> {
                      in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 1L));
                      in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 2L));
                    })));
    assertEquals(1, gadgets().get(lamp.ref()).version());
  }

  @Test
  void a_part_that_fails_is_undone_on_its_own_where_the_failure_is_caught() {
    Gadget lamp = make(gadgets(), "lamp");
    heard.clear();
    Gadget after =
        ada.call(
            work -> {
              Gadget light = in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 1L));
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      work.workspace()
                          .run(
                              part -> {
                                make(part.records(Gadget.TYPE), "fan");
                                part.records(Gadget.TYPE)
                                    .update(light, d -> d.set(Gadget.WEIGHT, 2L));
                                part.publish(new Thought(lamp.ref()));
                                throw new IllegalStateException("no");
                              }));
              assertEquals(light, in(work).get(lamp.ref()));
              return in(work).update(light, d -> d.set(Gadget.WEIGHT, 3L));
            });
    assertEquals(List.of("lamp"), names());
    assertEquals(3, after.version());
    assertEquals(3L, gadgets().get(lamp.ref()).get(Gadget.WEIGHT));
    assertEquals(List.of("gadget.changed v2", "gadget.changed v3"), heard);
    assertEquals(
        0, ada.records(OutboxEntry.TYPE).where(OutboxEntry.EVENT.is("thought")).list().size());
  }

  private record Thought(io.crmkit.kernel.record.Ref<?> record) implements CrmEvent {
    @Override
    public String name() {
      return "thought";
    }
  }

  @Test
  void a_verb_that_is_refused_leaves_the_rest_of_the_work_as_it_was() {
    ada.run(
        work -> {
          make(in(work), "lamp");
          assertEquals(1, in(work).query().count());
          assertThrows(
              ValidationException.class, () -> in(work).create(d -> d.set(Gadget.WEIGHT, 0L)));
          make(in(work), "fan");
        });
    assertEquals(List.of("lamp", "fan"), names());
  }

  @Test
  void a_part_that_has_only_read_is_undone_as_well() {
    ada.run(
        work -> {
          make(in(work), "lamp");
          assertThrows(
              IllegalStateException.class,
              () ->
                  work.workspace()
                      .run(
                          part -> {
                            assertEquals(1, part.records(Gadget.TYPE).query().count());
                            make(part.records(Gadget.TYPE), "fan");
                            throw new IllegalStateException("no");
                          }));
          make(in(work), "clock");
        });
    assertEquals(List.of("lamp", "clock"), names());
  }

  @Test
  void a_part_whose_writes_were_already_queried_takes_the_whole_work_with_it() {
    String code =
        code(
            () ->
                ada.run(
                    work -> {
                      make(in(work), "lamp");
                      assertThrows(
                          IllegalStateException.class,
                          () ->
                              work.workspace()
                                  .run(
                                      part -> {
                                        make(part.records(Gadget.TYPE), "fan");
                                        part.records(Gadget.TYPE).query().count();
                                        throw new IllegalStateException("no");
                                      }));
                    }));
    assertEquals("request.unit_failed", code);
    assertEquals(List.of(), names());
  }

  @Test
  void a_work_whose_writes_the_store_has_refused_is_over() {
    gadgets().create(d -> d.set(Gadget.NAME, "lamp").set(Gadget.SERIAL, "AB-0001"));
    String code =
        code(
            () ->
                ada.run(
                    work -> {
                      in(work).create(d -> d.set(Gadget.NAME, "fan").set(Gadget.SERIAL, "AB-0001"));
                      assertThrows(ValidationException.class, () -> in(work).query().exists());
                      make(in(work), "clock");
                    }));
    assertEquals("request.unit_failed", code);
    assertEquals(List.of("lamp"), names());
  }

  @Test
  void a_work_that_is_over_cannot_be_used() {
    List<Work> kept = new ArrayList<>();
    ada.run(kept::add);
    Work over = kept.get(0);
    assertEquals("request.unit_over", code(() -> make(in(over), "lamp")));
    assertEquals("request.unit_over", code(() -> in(over).query().list()));
    assertEquals(
        "request.unit_over",
        code(() -> over.workspace().publish(new Thought(Gadget.TYPE.ref(1, 1)))));
    assertEquals("request.unit_over", code(() -> over.workspace().run(work -> {})));
  }

  @Test
  void of_two_works_that_change_the_same_record_the_second_to_commit_fails() {
    Gadget lamp = make(gadgets(), "lamp");
    assertEquals(
        "conflict.stale",
        code(
            () ->
                ada.run(
                    work -> {
                      in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 1L));
                      make(in(work), "fan");
                      bob.records(Gadget.TYPE).update(lamp, d -> d.set(Gadget.WEIGHT, 2L));
                    })));
    assertEquals(List.of("lamp"), names());
    assertEquals(2L, gadgets().get(lamp.ref()).get(Gadget.WEIGHT));
  }

  /** Each of two works reads both lamps and switches one off, so that one stays on. */
  @Test
  void a_decision_that_rests_on_a_record_is_guarded_by_expecting_it() {
    Gadget left = make(gadgets(), "left");
    Gadget right = make(gadgets(), "right");
    assertThrows(
        ConflictException.class,
        () ->
            ada.run(
                work -> {
                  in(work).expect(in(work).get(right.ref()));
                  in(work).update(in(work).get(left.ref()), d -> d.set(Gadget.WEIGHT, 1L));
                  bob.run(
                      other -> {
                        in(other).expect(in(other).get(left.ref()));
                        in(other).update(in(other).get(right.ref()), d -> d.set(Gadget.WEIGHT, 1L));
                      });
                }));
    assertEquals(1, gadgets().where(Gadget.WEIGHT.isMissing()).count());
    assertEquals(1, gadgets().get(left.ref()).version());
  }

  @Test
  void a_work_that_changes_nothing_may_still_depend_on_a_record() {
    Gadget lamp = make(gadgets(), "lamp");
    assertThrows(
        ConflictException.class,
        () ->
            ada.run(
                work -> {
                  in(work).expect(lamp);
                  bob.records(Gadget.TYPE).delete(lamp);
                }));
    ada.run(work -> in(work).expect(in(work).findDeleted(lamp.ref()).orElseThrow()));
  }

  @Test
  void what_is_expected_may_be_changed_by_the_same_work() {
    Gadget lamp = make(gadgets(), "lamp");
    ada.run(
        work -> {
          in(work).expect(lamp);
          Gadget heavy = in(work).update(lamp, d -> d.set(Gadget.WEIGHT, 9L));
          in(work).expect(heavy);
          assertEquals("conflict.twice", code(() -> in(work).expect(lamp)));
        });
    assertEquals(2, gadgets().get(lamp.ref()).version());
  }

  @Test
  void an_expectation_of_a_part_that_failed_is_forgotten() {
    Gadget lamp = make(gadgets(), "lamp");
    ada.run(
        work -> {
          assertThrows(
              IllegalStateException.class,
              () ->
                  work.workspace()
                      .run(
                          part -> {
                            part.records(Gadget.TYPE).expect(lamp);
                            throw new IllegalStateException("no");
                          }));
          bob.records(Gadget.TYPE).delete(lamp);
        });
  }

  @Test
  void time_stands_still_within_a_work() {
    ada.run(
        work -> {
          Gadget lamp = make(in(work), "lamp");
          clock.advance(Duration.ofHours(1));
          Gadget fan = make(in(work), "fan");
          assertEquals(START, work.workspace().now());
          assertEquals(lamp.get(Gadget.TYPE.createdAt()), fan.get(Gadget.TYPE.createdAt()));
        });
  }

  @Test
  void a_session_opened_inside_a_work_is_a_transaction_of_its_own() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  make(gadgets(), "lamp");
                  make(in(work), "fan");
                  throw new IllegalStateException("no");
                }));
    assertEquals(List.of("lamp"), names());
  }

  @Test
  void sessions_of_several_threads_do_not_disturb_each_other() throws Exception {
    CountDownLatch done = new CountDownLatch(4);
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      String name = "g" + i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  for (int n = 0; n < 50; n++) {
                    make(gadgets(), name);
                  }
                } catch (Throwable failure) {
                  failures.add(failure);
                } finally {
                  done.countDown();
                }
              });
      thread.start();
    }
    done.await();
    assertEquals(List.of(), failures);
    assertEquals(200, gadgets().query().count());
    assertFalse(gadgets().where(Gadget.NAME.is("g4")).exists());
  }

  @Test
  void customers_and_their_like_are_written_in_one_work_with_other_features() {
    ada.run(
        work -> {
          Customer acme = work.customers().create(aCustomer());
          work.customers().addContact(acme, d -> d.set(io.crmkit.customer.Contact.NAME, "Eva"));
        });
    assertEquals(1, ada.contacts().query().count());
    assertThrows(
        InvalidRequestException.class,
        () -> ada.run(work -> Retry.call(work.workspace(), 2, inner -> true)));
  }
}

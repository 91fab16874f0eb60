package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import io.crmkit.testing.Star;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTest extends CrmTest {
  private final List<String> seen = new ArrayList<>();
  private Hooks.Guard<Gadget> guard = (work, before, after) -> {};
  private final List<String> wholes = new ArrayList<>();
  private Hooks.Preparation<Gadget> preparation = (work, draft) -> {};

  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(
        new GadgetModule(
            hooks ->
                hooks
                    .prepare(Gadget.TYPE, (work, draft) -> preparation.prepare(work, draft))
                    .beforeCommit(
                        Gadget.TYPE,
                        (work, before, after) -> {
                          seen.add(shown(before) + " -> " + shown(after));
                          guard.check(work, before, after);
                        })
                    .beforeCommitOfParts(
                        Gadget.TYPE,
                        (work, before, after) -> wholes.add(shown(before) + " -> " + shown(after)),
                        Gadget.PART_OF)));
  }

  private static String shown(@Nullable Gadget gadget) {
    return gadget == null ? "nothing" : gadget.get(Gadget.WEIGHT) + "v" + gadget.version();
  }

  private Records<Gadget> gadgets() {
    return ada.records(Gadget.TYPE);
  }

  private Gadget lamp() {
    return gadgets().create(d -> d.set(Gadget.NAME, "lamp").set(Gadget.WEIGHT, 1L));
  }

  @Test
  void a_guard_sees_each_changed_record_once_as_it_was_and_as_it_will_be() {
    Gadget lamp = lamp();
    ada.run(
        work -> {
          Records<Gadget> its = work.records(Gadget.TYPE);
          Gadget two = its.update(lamp, d -> d.set(Gadget.WEIGHT, 2L));
          its.query().count();
          its.update(two, d -> d.set(Gadget.WEIGHT, 3L));
          its.create(d -> d.set(Gadget.NAME, "fan"));
        });
    gadgets().purge(gadgets().get(lamp.ref()));
    assertEquals(
        List.of("nothing -> 1v1", "1v1 -> 3v3", "nothing -> nullv1", "3v3 -> nothing"), seen);
  }

  @Test
  void a_guard_does_not_see_what_came_and_went() {
    ada.run(
        work -> {
          Records<Gadget> its = work.records(Gadget.TYPE);
          its.purge(its.create(d -> d.set(Gadget.NAME, "fan")));
        });
    assertEquals(List.of(), seen);
  }

  @Test
  void a_guard_vetoes_the_whole_work() {
    guard =
        (work, before, after) -> {
          throw new IllegalStateException("not today");
        };
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.records(Star.TYPE).create(d -> d.set(Star.NAME, "sun"));
                  work.records(Gadget.TYPE).create(d -> d.set(Gadget.NAME, "fan"));
                }));
    assertEquals(0, ada.records(Star.TYPE).query().count());
    assertEquals(0, ada.records(AuditEntry.TYPE).query().count());
  }

  @Test
  void a_guard_may_change_other_records_and_what_it_changes_is_guarded_too() {
    guard =
        (work, before, after) -> {
          if (after != null && after.get(Gadget.PART_OF) == null) {
            work.records(Gadget.TYPE)
                .create(
                    d ->
                        d.set(Gadget.NAME, "plug")
                            .set(Gadget.PART_OF, after.ref())
                            .set(Gadget.WEIGHT, 2L));
          }
        };
    Gadget lamp = lamp();
    assertEquals(1, gadgets().where(Gadget.PART_OF.is(lamp)).count());
    assertEquals(List.of("nothing -> 1v1", "nothing -> 2v1"), seen);
    assertEquals(2, ada.records(AuditEntry.TYPE).query().count());
  }

  @Test
  void a_guard_may_change_the_record_itself() {
    guard =
        (work, before, after) -> {
          if (after != null && after.get(Gadget.PRICE) == null) {
            work.records(Gadget.TYPE)
                .update(after, d -> d.set(Gadget.PRICE, java.math.BigDecimal.TEN));
          }
        };
    Gadget lamp = lamp();
    Gadget stored = gadgets().get(lamp.ref());
    assertEquals(java.math.BigDecimal.TEN, stored.get(Gadget.PRICE));
    assertEquals(2, stored.version());
    assertEquals(List.of("nothing -> 1v1", "1v1 -> 1v2"), seen);
  }

  @Test
  void guards_that_never_come_to_rest_are_stopped() {
    guard =
        (work, before, after) ->
            work.records(Gadget.TYPE).create(d -> d.set(Gadget.NAME, "another"));
    InvalidRequestException loop = assertThrows(InvalidRequestException.class, this::lamp);
    assertEquals("request.guard_loop", loop.code());
    assertEquals(0, gadgets().query().count());
  }

  @Test
  void a_preparation_completes_a_draft_before_it_is_checked() {
    preparation =
        (work, draft) -> {
          if (draft.isNew() && draft.get(Gadget.NAME) == null) {
            draft.set(Gadget.NAME, work.context().actor());
          }
        };
    Gadget made = gadgets().create(d -> d.set(Gadget.WEIGHT, 5L));
    assertEquals("ada", made.get(Gadget.NAME));
    assertThrows(
        ValidationException.class, () -> gadgets().update(made, d -> d.clear(Gadget.NAME)));
  }

  @Test
  void a_preparation_may_refuse() {
    preparation =
        (work, draft) -> {
          throw new IllegalStateException("closed for today");
        };
    assertThrows(IllegalStateException.class, this::lamp);
    assertEquals(0, gadgets().query().count());
  }

  @Test
  void hooks_of_one_type_leave_others_alone() {
    guard =
        (work, before, after) -> {
          throw new IllegalStateException("not gadgets");
        };
    Star sun = ada.records(Star.TYPE).create(d -> d.set(Star.NAME, "sun"));
    assertNull(sun.get(Star.BRIGHTNESS));
    assertEquals(List.of(), seen);
  }

  @Test
  void a_whole_is_guarded_once_for_all_of_its_parts_whether_it_has_changed_or_not() {
    Gadget lamp = lamp();
    assertEquals(List.of(), wholes);
    List<Gadget> bulbs =
        ada.call(
            work -> {
              Records<Gadget> its = work.records(Gadget.TYPE);
              Gadget first = its.create(d -> bulb(d, lamp));
              its.query().count();
              its.update(lamp, d -> d.set(Gadget.WEIGHT, 2L));
              return List.of(first, its.create(d -> bulb(d, lamp)));
            });
    assertEquals(List.of("1v1 -> 2v2"), wholes);
    gadgets().update(bulbs.get(0), d -> d.clear(Gadget.PART_OF));
    gadgets().purge(bulbs.get(1));
    assertEquals(List.of("1v1 -> 2v2", "2v2 -> 2v2", "2v2 -> 2v2"), wholes);
    gadgets().update(gadgets().get(lamp.ref()), d -> d.set(Gadget.WEIGHT, 3L));
    assertEquals(3, wholes.size(), "no part of it has changed");
  }

  private static void bulb(Draft<Gadget> d, Gadget lamp) {
    d.set(Gadget.NAME, "bulb").set(Gadget.PART_OF, lamp);
  }
}

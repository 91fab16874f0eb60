package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units of work that are tried out, and units that the store has refused halfway. */
class RehearsalTest extends CrmTest {
  private final List<String> heard = new ArrayList<>();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(new GadgetModule()).listen((event, context) -> heard.add(event.name()));
  }

  private static Gadget make(Workspace work, String name, String serial) {
    return work.records(Gadget.TYPE)
        .create(d -> d.set(Gadget.NAME, name).set(Gadget.SERIAL, serial));
  }

  private long count() {
    return ada.records(Gadget.TYPE).query().count();
  }

  @Test
  void a_rehearsal_does_everything_and_leaves_nothing() {
    Workspace space = ada.workspace();
    long seen =
        space.rehearse(
            work -> {
              make(work, "lamp", "AB-0001");
              return work.records(Gadget.TYPE).query().count();
            });
    assertEquals(1, seen);
    assertEquals(0, count());
    assertEquals(List.of(), heard);
  }

  @Test
  void a_rehearsal_refuses_what_the_commit_would() {
    Workspace space = ada.workspace();
    make(space, "lamp", "AB-0001");
    assertThrows(
        ValidationException.class, () -> space.rehearse(work -> make(work, "bulb", "AB-0001")));
    assertThrows(
        ValidationException.class,
        () ->
            space.rehearse(
                work -> {
                  make(work, "bulb", "AB-0002");
                  return make(work, "fuse", "AB-0002");
                }));
    assertEquals(1, count());
  }

  @Test
  void a_rehearsal_within_a_unit_of_work_undoes_its_part_alone() {
    ada.workspace()
        .run(
            work -> {
              make(work, "lamp", "AB-0001");
              work.rehearse(part -> make(part, "bulb", "AB-0002"));
            });
    assertEquals(1, count());
  }

  @Test
  void after_the_store_has_refused_something_a_unit_of_work_refuses_everything() {
    Workspace space = ada.workspace();
    make(space, "lamp", "AB-0001");
    CrmException refused =
        assertThrows(
            CrmException.class,
            () ->
                space.run(
                    work -> {
                      make(work, "bulb", "AB-0001");
                      assertThrows(
                          ValidationException.class,
                          () -> work.records(Gadget.TYPE).query().count());
                      CrmException verb =
                          assertThrows(CrmException.class, () -> make(work, "fuse", "AB-0003"));
                      assertEquals("request.unit_failed", verb.code());
                    }));
    assertEquals("request.unit_failed", refused.code());
    assertEquals(1, count());
  }
}

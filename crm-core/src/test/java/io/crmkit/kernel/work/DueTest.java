package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.GadgetModule;
import io.crmkit.testing.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DueTest extends CrmTest {
  private static final long DONE = 1000;

  private final List<Long> tried = new ArrayList<>();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(new GadgetModule(hooks -> {}));
  }

  private Records<Star> stars() {
    return ada.records(Star.TYPE);
  }

  private void shining(long... all) {
    ada.run(
        work ->
            LongStream.of(all)
                .forEach(
                    brightness ->
                        work.records(Star.TYPE)
                            .create(
                                d ->
                                    d.set(Star.NAME, "s" + brightness)
                                        .set(Star.BRIGHTNESS, brightness))));
  }

  private Query<Star> due() {
    return stars().where(Star.BRIGHTNESS.lessThan(DONE)).orderBy(Star.BRIGHTNESS.asc());
  }

  private int done(Star star) {
    tried.add(star.require(Star.BRIGHTNESS));
    stars().update(star, d -> d.set(Star.BRIGHTNESS, DONE));
    return 1;
  }

  private int doneBelow(long bound, Star star) {
    if (star.require(Star.BRIGHTNESS) >= bound) {
      tried.add(star.require(Star.BRIGHTNESS));
      throw new IllegalStateException("too bright: " + star.get(Star.BRIGHTNESS));
    }
    return done(star);
  }

  @Test
  void all_that_is_due_is_done_however_many_pages_it_is() {
    shining(LongStream.range(0, 450).toArray());
    assertEquals(450, Due.each(this::due, this::done));
    assertEquals(450, tried.size());
    assertEquals(0, Due.each(this::due, this::done));
  }

  @Test
  void what_was_put_off_by_a_step_comes_again() {
    shining(DONE - 3);
    int steps =
        Due.each(
            this::due,
            star -> {
              stars().update(star, d -> d.set(Star.BRIGHTNESS, d.get(Star.BRIGHTNESS) + 1));
              return 1;
            });
    assertEquals(3, steps);
  }

  @Test
  void what_fails_is_tried_once_keeps_nothing_else_from_its_turn_and_is_told() {
    shining(LongStream.range(100, 350).map(brightness -> 449 - brightness).toArray());
    shining(1, 2);
    IllegalStateException first =
        assertThrows(
            IllegalStateException.class,
            () -> Due.each(() -> due().orderBy(Star.NAME.desc()), its -> doneBelow(100, its)));
    assertEquals(252, tried.size());
    assertEquals(250, due().count());
    assertEquals("too bright: 349", first.getMessage());
  }

  @Test
  void what_another_node_has_changed_is_left_to_it() {
    shining(1, 2);
    int done =
        Due.each(
            this::due,
            star -> {
              if (tried.isEmpty()) {
                Star other = stars().get(star.ref());
                stars().update(other, d -> d.set(Star.BRIGHTNESS, DONE));
              }
              return done(star);
            });
    assertEquals(1, done);
    assertEquals(List.of(1L, 2L), tried);
  }
}

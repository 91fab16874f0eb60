package io.crmkit.sales;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a seller is told about a deal: what to do in its stage, and how long it may take yet. */
class PlaybookTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private Customer acme;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
  }

  private SalesPipeline pipeline() {
    return ada.pipeline();
  }

  private Playbook playbook() {
    return ada.pipeline().playbook();
  }

  private Opportunity open() {
    return pipeline().open(acme, aDeal("a deal"));
  }

  private PlaybookItem item(String text) {
    return playbook()
        .items()
        .create(
            d ->
                d.set(PlaybookItem.PIPELINE, Pipeline.STANDARD)
                    .set(PlaybookItem.STAGE, "qualification")
                    .set(PlaybookItem.TEXT, text));
  }

  private void closedDeals(int won, int lost, PlaybookItem... done) {
    for (int i = 0; i < won + lost; i++) {
      Opportunity deal = open();
      for (PlaybookItem item : done) {
        playbook().done(deal, item);
      }
      if (i < won) {
        pipeline().win(deal, "signed");
      } else {
        pipeline().lose(deal, "price");
      }
    }
  }

  private static List<String> texts(List<Guidance> guidance) {
    return guidance.stream().map(g -> g.item().get(PlaybookItem.TEXT)).toList();
  }

  @Test
  void what_was_done_in_deals_that_were_won_is_advised_first() {
    PlaybookItem call = item("Call the buyer");
    PlaybookItem visit = item("Visit them");
    PlaybookItem gift = item("Send a calendar");
    closedDeals(5, 1, visit);
    closedDeals(2, 4, call);
    closedDeals(1, 0, gift); // one lucky deal proves little
    Opportunity deal = open();

    List<Guidance> advised = playbook().guidance(deal);
    assertEquals(List.of("Visit them", "Send a calendar", "Call the buyer"), texts(advised));
    Guidance first = advised.get(0);
    assertEquals(5, first.won());
    assertEquals(6, first.closed());
    assertEquals(3, first.wonWithout());
    assertEquals(7, first.closedWithout());
    assertEquals(5.0 / 6 - 3.0 / 7, first.lift().orElseThrow(), 1e-12);
    assertEquals(Optional.empty(), advised.get(1).lift());
  }

  @Test
  void what_is_done_is_ticked_off_and_comes_last() {
    PlaybookItem call = item("Call the buyer");
    item("Visit them");
    Opportunity deal = open();
    PlaybookMark mark = playbook().done(deal, call);
    assertEquals(mark, playbook().done(deal, call));
    List<Guidance> advised = playbook().guidance(deal);
    assertEquals(List.of("Visit them", "Call the buyer"), texts(advised));
    assertTrue(advised.get(1).done());

    playbook().undone(deal, call);
    playbook().undone(deal, call);
    assertFalse(playbook().guidance(deal).stream().anyMatch(Guidance::done));
    playbook().done(deal, call);
    assertEquals(1, playbook().guidance(deal).stream().filter(Guidance::done).count());
  }

  @Test
  void an_item_is_made_for_a_stage_that_there_is() {
    for (String place : List.of("standard/nowhere", "nothing/proposal")) {
      assertThrows(
          NotFoundException.class,
          () ->
              ada.pipeline()
                  .playbook()
                  .items()
                  .create(
                      d ->
                          d.set(PlaybookItem.PIPELINE, place.split("/")[0])
                              .set(PlaybookItem.STAGE, place.split("/")[1])
                              .set(PlaybookItem.TEXT, "Call")));
    }
  }

  @Test
  void an_item_that_is_not_used_any_more_is_not_shown() {
    PlaybookItem call = item("Call the buyer");
    playbook().items().update(call, d -> d.set(PlaybookItem.ACTIVE, false));
    assertEquals(List.of(), playbook().guidance(open()));
  }

  @Test
  void deals_that_the_seller_cannot_see_advise_nobody() {
    PlaybookItem visit = item("Visit them");
    closedDeals(3, 0, visit);
    policy.limit("bob", Opportunity.TYPE, Opportunity.TITLE.is("bob's"));
    Opportunity own = pipeline().open(acme, aDeal("bob's"));
    Guidance told = bob.pipeline().playbook().guidance(own).get(0);
    assertEquals(0, told.closed());
    assertEquals(0, told.closedWithout());
  }

  @Test
  void the_time_that_is_left_is_learnt_from_deals_that_took_longer() {
    for (int days : new int[] {1, 10, 20, 30, 40, 50, 60}) {
      Opportunity deal = pipeline().advance(open(), "negotiation");
      clock.advance(Duration.ofDays(days));
      pipeline().win(deal, "signed");
    }
    Opportunity deal = pipeline().advance(open(), "negotiation");
    assertEquals(
        Optional.of(
            new RemainingTime(Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(50), 7)),
        pipeline().remainingTime(deal));
    clock.advance(Duration.ofDays(15));
    assertEquals(
        Optional.of(
            new RemainingTime(Duration.ofDays(15), Duration.ofDays(25), Duration.ofDays(35), 5)),
        pipeline().remainingTime(deal));
    clock.advance(Duration.ofDays(10));
    assertEquals(Optional.empty(), pipeline().remainingTime(deal));
  }

  @Test
  void a_closed_deal_has_no_time_left() {
    Opportunity won = pipeline().win(open(), "signed");
    assertThrows(InvalidRequestException.class, () -> pipeline().remainingTime(won));
  }
}

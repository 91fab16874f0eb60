package io.crmkit.customer;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's own organisation. */
class OrgChartTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private final TestPolicy policy = new TestPolicy();
  private Customer acme;
  private Contact eva;
  private Contact tom;
  private Contact kim;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void threePeople() {
    acme = ada.customers().create(aCustomer());
    eva = ada.customers().addContact(acme, aContact("Eva"));
    tom = ada.customers().addContact(acme, aContact("Tom"));
    kim = ada.customers().addContact(acme, aContact("Kim"));
  }

  private Position place(Contact who, LocalDate since, Consumer<Draft<Position>> filling) {
    return ada.customers().place(who, acme, since, filling);
  }

  private static Consumer<Draft<Position>> below(Contact boss) {
    return d -> d.set(Position.REPORTS_TO, boss);
  }

  private static String text(List<OrgChart.Node> nodes) {
    StringBuilder text = new StringBuilder();
    for (OrgChart.Node node : nodes) {
      text.append(node.contact().get(Contact.NAME));
      text.append(node.reports().isEmpty() ? " " : "(" + text(node.reports()) + ")");
    }
    return text.toString();
  }

  private String chartOn(LocalDate day) {
    return text(ada.customers().orgChart(acme, day).top());
  }

  @Test
  void an_org_chart_shows_who_reports_to_whom_on_a_day() {
    place(eva, TODAY.minusYears(2), d -> {});
    Position was = place(tom, TODAY.minusYears(1), below(eva));
    place(kim, TODAY.minusYears(1), below(tom));
    ada.customers().positions().update(was, d -> d.set(Position.UNTIL, TODAY.minusDays(1)));
    place(tom, TODAY, d -> {});
    assertEquals("", chartOn(TODAY.minusYears(3)));
    assertEquals("Eva(Tom(Kim ))", chartOn(TODAY.minusDays(1)));
    assertEquals("Eva Tom(Kim )", chartOn(TODAY).replace("Tom(Kim )Eva ", "Eva Tom(Kim )"));
  }

  @Test
  void who_holds_several_positions_stands_in_all_of_them_and_leads_in_the_first() {
    place(eva, TODAY.minusYears(3), d -> {});
    place(kim, TODAY.minusYears(3).plusDays(1), d -> {});
    Position first = place(tom, TODAY.minusYears(2), below(eva));
    Position second = place(tom, TODAY.minusYears(1), below(kim));
    Contact joe = ada.customers().addContact(acme, aContact("Joe"));
    place(joe, TODAY, below(tom));
    OrgChart chart = ada.customers().orgChart(acme, TODAY);
    assertEquals("Eva(Tom(Joe ))Kim(Tom )", text(chart.top()));
    assertEquals(first, chart.find(tom).orElseThrow().position());
    assertEquals(
        List.of(first, second),
        chart.positions(tom).stream().map(OrgChart.Node::position).toList());
    assertEquals(List.of(), chart.positions(ada.customers().addContact(acme, aContact("Ann"))));
  }

  @Test
  void influence_and_attitude_are_kept_with_the_position() {
    place(
        eva,
        TODAY,
        d ->
            d.set(Position.TITLE, "CFO")
                .set(Position.DEPARTMENT, "Finance")
                .set(Position.INFLUENCE, "high")
                .set(Position.ATTITUDE, "sceptic"));
    OrgChart.Node node = ada.customers().orgChart(acme, TODAY).find(eva).orElseThrow();
    assertEquals("high", node.position().get(Position.INFLUENCE));
    assertEquals("sceptic", node.position().get(Position.ATTITUDE));
    assertThrows(
        ValidationException.class,
        () -> place(tom, TODAY, d -> d.set(Position.ATTITUDE, "in love")));
  }

  @Test
  void nobody_reports_to_themselves_on_any_day() {
    place(eva, TODAY, below(tom));
    place(tom, TODAY.plusDays(10), below(kim));
    ValidationException circle =
        assertThrows(ValidationException.class, () -> place(kim, TODAY.plusDays(20), below(eva)));
    assertEquals("violation.cycle", circle.violations().get(0).code());
    place(kim, TODAY, below(eva).andThen(d -> d.set(Position.UNTIL, TODAY.plusDays(9))));
  }

  @Test
  void who_is_out_of_sight_is_not_in_the_chart_and_those_below_stand_at_the_top() {
    place(eva, TODAY, d -> {});
    place(tom, TODAY, below(eva));
    place(kim, TODAY, below(tom));
    policy.limit("bob", Contact.TYPE, Contact.NAME.isNot("Tom"));
    assertEquals("Eva Kim ", text(bob.customers().orgChart(acme, TODAY).top()));
  }
}

package io.crmkit.examples.bench.access;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Draft;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Organization;
import io.crmkit.org.User;
import io.crmkit.permission.Grant;
import io.crmkit.permission.Level;
import io.crmkit.permission.Permissions;
import io.crmkit.permission.Role;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A page of 50 customers by name in memory, as people see it whose roles reach differently far, in
 * time of the processor, beside the page of an administrator, whom nothing limits.
 */
public final class ScopedPages {
  private static final int ROWS = 100_000;
  private static final int USERS = 500;
  private static final int UNITS = 50;
  private static final int BATCH = 1_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final int PAGES = 200;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Crm crm = Crm.builder().administrators("ada").open();
  private final Session ada = crm.as("ada");

  private ScopedPages() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    ScopedPages pages = new ScopedPages();
    try (Crm opened = pages.crm) {
      pages.fill();
      pages.measure();
    }
  }

  private void fill() {
    Permissions permissions = ada.permissions();
    List<User> users = new ArrayList<>();
    ada.run(
        work -> {
          OrgUnit top = work.organization().units().create(u -> u.set(OrgUnit.NAME, "top"));
          OrgUnit half =
              work.organization()
                  .units()
                  .create(u -> u.set(OrgUnit.NAME, "half").set(OrgUnit.PARENT, top));
          List<OrgUnit> units = new ArrayList<>();
          for (int i = 0; i < UNITS; i++) {
            OrgUnit above = i % 2 == 0 ? half : top;
            units.add(
                work.organization()
                    .units()
                    .create(u -> u.set(OrgUnit.NAME, "unit").set(OrgUnit.PARENT, above)));
          }
          for (int i = 0; i < USERS; i++) {
            OrgUnit unit = i == 0 ? half : units.get(i % UNITS);
            users.add(user(work.organization(), Plan.actor(i), unit));
          }
        });
    int next = 0;
    for (Level level : List.of(Level.OWN, Level.UNIT, Level.UNIT_AND_BELOW, Level.ALL)) {
      Role role = permissions.define("reads_" + level, level.toString(), null);
      permissions.grant(role, "customer", level, Operation.READ);
      permissions.grant(role, Grant.ALL_TYPES, Level.ALL, Operation.SEE_PERSONAL);
      permissions.assign(users.get(level == Level.UNIT_AND_BELOW ? 0 : ++next), role);
    }
    for (int from = 0; from < ROWS; from += BATCH) {
      List<Consumer<Draft<Customer>>> batch = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        String name = "customer " + Integer.reverse(i);
        User owner = users.get(i % USERS);
        batch.add(c -> c.set(Customer.NAME, name).set(Customer.OWNER, owner));
      }
      ada.customers().createAll(batch);
    }
  }

  private static User user(Organization all, String name, OrgUnit unit) {
    return all.create(
        u -> u.set(User.USERNAME, name).set(User.FULL_NAME, name).set(User.UNIT, unit));
  }

  private void measure() {
    List<Session> sessions = List.of(ada, crm.as("a1"), crm.as("a2"), crm.as("a0"), crm.as("a3"));
    List<String> names = List.of("administrator", "own", "unit", "unit and below", "all");
    double[][] times = new double[sessions.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < sessions.size(); i++) {
        double time = time(sessions.get(i));
        if (round >= 0) {
          times[i][round] = time;
        }
      }
    }
    System.out.println("| level | records in reach | page, µs | ÷ administrator |");
    System.out.println("|---|---:|---:|---:|");
    for (int i = 0; i < sessions.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %.1f | %.2f |%n",
          names.get(i),
          sessions.get(i).customers().query().count(),
          median(times[i]),
          median(times[i]) / median(times[0]));
    }
  }

  private double time(Session session) {
    long begun = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < PAGES; i++) {
      if (session.customers().query().orderBy(Customer.NAME.asc()).limit(50).page().items().size()
          != 50) {
        throw new IllegalStateException("a page of 50");
      }
    }
    return (threads.getCurrentThreadCpuTime() - begun) / 1e3 / PAGES;
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

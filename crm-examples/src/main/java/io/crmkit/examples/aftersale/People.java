package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.Work;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.permission.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who works at the service desk; and everybody's role.
 *
 * @param agents in the order in which they joined
 * @param lead whom they report to
 * @param usernames of agents and lead
 */
record People(List<User> agents, User lead, Map<Ref<User>, String> usernames) {
  static final String SERVICE_UNIT = "Customer Service";

  private static final List<String> AGENTS =
      List.of("Nora Lindqvist", "Tomás Rivera", "Wei Zhang", "Aisha Bello");
  private static final String LEAD = "Hanna Keller";

  People {
    agents = List.copyOf(agents);
    usernames = Map.copyOf(usernames);
  }

  /** Installs the standard roles, gives them to the sales people, and hires the service desk. */
  static People employ(Session manager) {
    return manager.call(
        work -> {
          work.permissions().installStandardRoles();
          assignSales(work);
          return hire(work);
        });
  }

  private static void assignSales(Work work) {
    Role seller = work.permissions().role("seller");
    Role salesManager = work.permissions().role("sales_manager");
    List<User> all = work.organization().query().list();
    Set<Ref<User>> managers = new HashSet<>();
    for (User user : all) {
      Ref<User> boss = user.get(User.MANAGER);
      if (boss != null) {
        managers.add(boss);
      }
    }
    for (User user : all) {
      work.permissions().assign(user, managers.contains(user.ref()) ? salesManager : seller);
    }
  }

  private static People hire(Work work) {
    OrgUnit desk = work.organization().units().create(u -> u.set(OrgUnit.NAME, SERVICE_UNIT));
    User lead = user(work, LEAD, desk);
    work.permissions().assign(lead, work.permissions().role("sales_manager"));
    Map<Ref<User>, String> usernames = new HashMap<>();
    usernames.put(lead.ref(), lead.require(User.USERNAME));
    List<User> agents = new ArrayList<>();
    for (String name : AGENTS) {
      User agent = user(work, name, desk);
      work.permissions().assign(agent, work.permissions().role("service_agent"));
      usernames.put(agent.ref(), agent.require(User.USERNAME));
      agents.add(agent);
    }
    return new People(agents, lead, usernames);
  }

  private static User user(Work work, String name, OrgUnit unit) {
    String username = "desk." + name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
    return work.organization()
        .create(u -> u.set(User.USERNAME, username).set(User.FULL_NAME, name).set(User.UNIT, unit));
  }
}

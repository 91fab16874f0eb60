package io.crmkit.examples.bench.access;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.permission.Level;
import io.crmkit.permission.Permissions;
import io.crmkit.permission.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The library: roles from the database, levels from the organisation, a record as it stands. */
final class CrmSide implements Side {
  private static final int BATCH = 500;

  private final Crm crm;
  private final Workspace space;
  private final Customer mine;
  private final Customer theirs;

  /**
   * @param alone false where other nodes could write to the same store, so that the library looks
   *     now and then whether anybody has
   */
  CrmSide(Plan plan, boolean alone) {
    CrmBuilder builder = Crm.builder().administrators("ada");
    crm = (alone ? builder : builder.store(new MemoryStore())).open();
    Session ada = crm.as("ada");
    OrgUnit top = ada.organization().units().create(u -> u.set(OrgUnit.NAME, "top"));
    List<OrgUnit> units = new ArrayList<>();
    List<User> users = new ArrayList<>();
    for (int from = 0; from < plan.actors(); from += BATCH) {
      int to = Math.min(from + BATCH, plan.actors());
      List<Consumer<Draft<OrgUnit>>> someUnits = new ArrayList<>();
      for (int i = from; i < to; i++) {
        String name = Plan.unit(i);
        someUnits.add(u -> u.set(OrgUnit.NAME, name).set(OrgUnit.PARENT, top));
      }
      units.addAll(ada.organization().units().createAll(someUnits));
      List<Consumer<Draft<User>>> someUsers = new ArrayList<>();
      for (int i = from; i < to; i++) {
        String name = Plan.actor(i);
        OrgUnit unit = units.get(i);
        someUsers.add(
            u -> u.set(User.USERNAME, name).set(User.FULL_NAME, name).set(User.UNIT, unit));
      }
      users.addAll(ada.organization().createAll(someUsers));
    }
    Permissions permissions = ada.permissions();
    List<Role> held = new ArrayList<>();
    for (int i = 0; i < Plan.ROLES; i++) {
      Role role = permissions.define(Plan.role(i), Plan.role(i), null);
      for (Plan.Granted granted : plan.granted(i)) {
        permissions.grant(role, granted.type(), Level.UNIT_AND_BELOW, granted.operation());
      }
      if (i < plan.held()) {
        held.add(role);
      }
    }
    ada.run(
        work -> users.forEach(user -> held.forEach(role -> work.permissions().assign(user, role))));
    mine = customer(ada, users.get(plan.me()));
    theirs = customer(ada, users.get(plan.other()));
    space = crm.as(Plan.actor(plan.me())).workspace();
  }

  private static Customer customer(Session ada, User owner) {
    return ada.customers().create(c -> c.set(Customer.NAME, "Acme").set(Customer.OWNER, owner));
  }

  @Override
  public boolean decide(boolean own) {
    return space.may(Operation.UPDATE, own ? mine : theirs);
  }

  @Override
  public void close() {
    crm.close();
  }
}

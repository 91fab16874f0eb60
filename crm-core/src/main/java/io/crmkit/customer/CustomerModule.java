package io.crmkit.customer;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Trees;
import io.crmkit.org.OrgModule;
import java.util.List;
import java.util.Map;

/** Customers, contacts and their roles. */
public final class CustomerModule implements CrmModule {
  @Override
  public String name() {
    return "customer";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Customer.TYPE, Contact.TYPE, ContactRole.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "customer_level",
        List.of("A", "B", "C", "D"),
        "customer_group",
        List.of("retail", "wholesale", "distributor", "key_account", "internal"),
        "industry",
        List.of(
            "agriculture",
            "construction",
            "education",
            "employment",
            "energy",
            "entertainment",
            "finance",
            "government",
            "manufacturing",
            "marketing",
            "medical",
            "retail",
            "services",
            "software",
            "technology",
            "telecommunications",
            "transport",
            "other"),
        "region",
        List.of(
            "CN", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
            "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61",
            "62", "63", "64", "65"),
        "contact_role",
        List.of(
            "decision_maker", "buyer", "approver", "influencer", "user", "technical", "billing"));
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Customer.TYPE, OrgModule.ownedByActor(Customer.OWNER))
        .beforeCommit(Customer.TYPE, Trees.withoutCycles(Customer.PARENT));
  }
}

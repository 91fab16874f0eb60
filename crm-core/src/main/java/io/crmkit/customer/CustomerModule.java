package io.crmkit.customer;

import io.crmkit.custom.CodeHolder;
import io.crmkit.custom.CodeUse;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Overlaps;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgModule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers, their contacts, and what they are to each other. */
public final class CustomerModule implements CrmModule, CodeHolder {
  @Override
  public String name() {
    return "customer";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        Customer.TYPE,
        Contact.TYPE,
        ContactRole.TYPE,
        ContactPoint.TYPE,
        Classification.TYPE,
        CustomerRelation.TYPE,
        Position.TYPE);
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
            "decision_maker", "buyer", "approver", "influencer", "user", "technical", "billing"),
        "contact_purpose",
        List.of("work", "home", "mobile", "fax", "billing", "delivery", "support", "other"),
        "customer_relation",
        List.of(CustomerRelation.SUBSIDIARY, "branch", "franchise", "partner", "supplier", "other"),
        "influence",
        List.of("high", "medium", "low"),
        "attitude",
        List.of("champion", "supporter", "neutral", "sceptic", "opponent"));
  }

  @Override
  public List<CodeUse> usesOf(Workspace work, String table, String code) {
    long periods = Classes.count(work, table, code);
    return periods == 0 ? List.of() : List.of(new CodeUse(Classification.VALUE, periods));
  }

  @Override
  public long merge(Workspace work, String table, String from, String into) {
    return new Classes(work).merge(table, from, into);
  }

  @Override
  public List<Job> jobs() {
    return List.of(
        Job.of("customer.classification", Classification.DATED::moveOn),
        Job.of("customer.relation", CustomerRelation.DATED::moveOn));
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Customer.TYPE, OrgModule.ownedByActor(Customer.OWNER))
        .prepare(Customer.TYPE, Classes::customerChanging)
        .beforeCommit(Customer.TYPE, Trees.withoutCycles(Customer.PARENT))
        .beforeCommit(Customer.TYPE, Belonging::customerChanged)
        .beforeCommit(Customer.TYPE, Classes::customerChanged)
        .beforeCommit(Customer.TYPE, PointsInStep.OF_CUSTOMERS::ownerChanged)
        .prepare(Contact.TYPE, OrgModule.ownedByActor(Contact.OWNER))
        .beforeCommit(Contact.TYPE, PointsInStep.OF_CONTACTS::ownerChanged)
        .prepare(ContactPoint.TYPE, (space, draft) -> ContactPoint.fillKind(draft))
        .beforeCommit(ContactPoint.TYPE, CustomerModule::pointChanged)
        .prepare(Classification.TYPE, Classification.DATED.prepared())
        .beforeCommit(Classification.TYPE, Classes::periodChanged)
        .prepare(CustomerRelation.TYPE, CustomerRelation.DATED.prepared())
        .beforeCommit(CustomerRelation.TYPE, CustomerRelation.withoutCycles())
        .beforeCommit(CustomerRelation.TYPE, Belonging::relationChanged)
        .beforeCommit(Position.TYPE, Position.withoutCycles());
    Overlaps.refused(hooks, ContactRole.DEF, ContactRole.PERIOD, ContactRole.TURNS);
  }

  private static void pointChanged(
      Workspace space, @Nullable ContactPoint before, @Nullable ContactPoint after) {
    PointsInStep.OF_CUSTOMERS.pointChanged(space, before, after);
    PointsInStep.OF_CONTACTS.pointChanged(space, before, after);
  }
}

package io.crmkit.timeline;

import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Classification;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerRelation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What timelines show of the features of the library. */
public final class TimelineModule implements CrmModule, TimelineContributor {
  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of();
  }

  @Override
  public List<TimelineSource<?>> timelineSources() {
    return List.of(
        TimelineSource.of(Contact.TYPE, Contact.TYPE.createdAt(), Contact.CUSTOMER::is),
        TimelineSource.of(
            Classification.TYPE, Classification.TYPE.createdAt(), Classification.CUSTOMER::is),
        TimelineSource.of(
            CustomerRelation.TYPE,
            CustomerRelation.TYPE.createdAt(),
            customer -> CustomerRelation.FROM.is(customer).or(CustomerRelation.TO.is(customer))),
        TimelineSource.of(Interaction.TYPE, Interaction.AT, Interaction.CUSTOMER::is),
        TimelineSource.of(Task.TYPE, Task.TYPE.createdAt(), Task.CUSTOMER::is),
        TimelineSource.of(Attachment.TYPE, Attachment.TYPE.createdAt(), Attachment.CUSTOMER::is)
            .hangingOn(Attachment.ABOUT),
        TimelineSource.of(Opportunity.TYPE, Opportunity.TYPE.createdAt(), Opportunity.CUSTOMER::is),
        TimelineSource.of(
            StageChange.TYPE,
            StageChange.AT,
            customer -> StageChange.OPPORTUNITY.get(Opportunity.CUSTOMER).is(customer)),
        TimelineSource.of(
                AuditEntry.TYPE,
                AuditEntry.TYPE.createdAt(),
                customer ->
                    AuditEntry.RECORD_ID
                        .is(customer.id())
                        .and(AuditEntry.RECORD_TYPE.is(Customer.TYPE.name())))
            .as(TimelineModule::readable));
  }

  /** Of changes to fields of the customer that the reader may not see, a fact is silent. */
  private static AuditEntry readable(Workspace space, AuditEntry fact) {
    if (!fact.sees(AuditEntry.CHANGES)) {
      return fact;
    }
    Set<String> names = new HashSet<>();
    for (Field<Customer, ?> field : space.records(Customer.TYPE).query().readableFields()) {
      names.add(field.name());
    }
    return fact.with(AuditEntry.CHANGES, fact.changes().only(names::contains));
  }
}

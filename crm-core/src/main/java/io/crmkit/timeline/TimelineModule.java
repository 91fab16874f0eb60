package io.crmkit.timeline;

import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Classification;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactRole;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerRelation;
import io.crmkit.customer.Position;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.order.OrderReturn;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.quote.Quote;
import io.crmkit.sales.DealRole;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.OpportunityChange;
import io.crmkit.sales.StageChange;
import io.crmkit.service.Case;
import io.crmkit.service.CaseStep;
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
        TimelineSource.of(ContactRole.TYPE, ContactRole.TYPE.createdAt(), ContactRole.CUSTOMER::is),
        TimelineSource.of(Position.TYPE, Position.TYPE.createdAt(), Position.CUSTOMER::is),
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
            OpportunityChange.TYPE,
            OpportunityChange.AT,
            customer -> OpportunityChange.OPPORTUNITY.get(Opportunity.CUSTOMER).is(customer)),
        TimelineSource.of(
            DealRole.TYPE,
            DealRole.TYPE.createdAt(),
            customer -> DealRole.OPPORTUNITY.get(Opportunity.CUSTOMER).is(customer)),
        TimelineSource.of(Quote.TYPE, Quote.TYPE.createdAt(), Quote.CUSTOMER::is),
        TimelineSource.of(SalesOrder.TYPE, SalesOrder.TYPE.createdAt(), SalesOrder.CUSTOMER::is),
        TimelineSource.of(
            Shipment.TYPE,
            Shipment.TYPE.createdAt(),
            customer -> Shipment.ORDER.get(SalesOrder.CUSTOMER).is(customer)),
        TimelineSource.of(
            OrderReturn.TYPE,
            OrderReturn.AT,
            customer -> OrderReturn.ORDER.get(SalesOrder.CUSTOMER).is(customer)),
        TimelineSource.of(Case.TYPE, Case.OPENED_AT, Case.CUSTOMER::is),
        TimelineSource.of(
            CaseStep.TYPE, CaseStep.AT, customer -> CaseStep.CASE.get(Case.CUSTOMER).is(customer)),
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

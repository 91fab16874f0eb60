package io.crmkit;

import io.crmkit.activity.Activities;
import io.crmkit.attachment.Attachments;
import io.crmkit.calendar.Calendars;
import io.crmkit.catalog.Catalog;
import io.crmkit.currency.Currencies;
import io.crmkit.custom.Codes;
import io.crmkit.custom.Customization;
import io.crmkit.custom.Translations;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.AuditLog;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.Numbering;
import io.crmkit.order.Orders;
import io.crmkit.org.Organization;
import io.crmkit.permission.Permissions;
import io.crmkit.privacy.Privacy;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.service.ServiceDesk;
import io.crmkit.timeline.Timeline;
import io.crmkit.view.Views;
import java.util.function.Function;

/** The doors to all features, the same on a session and inside a unit of work. */
public abstract sealed class Features permits Session, Work {
  private final Workspace space;

  Features(Workspace space) {
    this.space = space;
  }

  /** What features are built on. */
  public final Workspace workspace() {
    return space;
  }

  /** Customers, their contacts and the roles of those. */
  public final Customers customers() {
    return new Customers(space);
  }

  /** Contacts. */
  public final Records<Contact> contacts() {
    return customers().contacts();
  }

  /** Files that hang on records. */
  public final Attachments attachments() {
    return new Attachments(space);
  }

  /** Interactions and tasks. */
  public final Activities activities() {
    return new Activities(space);
  }

  /** Everything about a customer, in the order of time. */
  public final Timeline timeline() {
    return new Timeline(space);
  }

  /** Exchange rates, and figures over several currencies. */
  public final Currencies currencies() {
    return new Currencies(space);
  }

  /** Products and services, and what they cost. */
  public final Catalog catalog() {
    return new Catalog(space);
  }

  /** Pipelines and the moves of opportunities through them. */
  public final SalesPipeline pipeline() {
    return new SalesPipeline(space);
  }

  /** Opportunities, to look for and to change; their stage moves by {@link #pipeline}. */
  public final Records<Opportunity> opportunities() {
    return pipeline().opportunities();
  }

  /** Offers to customers. */
  public final Quotes quotes() {
    return new Quotes(space);
  }

  /** What customers have ordered. */
  public final Orders orders() {
    return new Orders(space);
  }

  /** Saved views, and descriptors of lists, forms and boards for any user interface. */
  public final Views views() {
    return new Views(space);
  }

  /** Cases, queues, service levels and escalation. */
  public final ServiceDesk service() {
    return new ServiceDesk(space);
  }

  /** How documents are numbered. */
  public final Numbering numbering() {
    return new Numbering(space);
  }

  /** Users and units. */
  public final Organization organization() {
    return new Organization(space);
  }

  /** What people may ask of whoever keeps data about them. */
  public final Privacy privacy() {
    return new Privacy(space);
  }

  /** Roles, shares, and who may do what. */
  public final Permissions permissions() {
    return new Permissions(space);
  }

  /** Business calendars: shifts, holidays, working time. */
  public final Calendars calendars() {
    return new Calendars(space);
  }

  /** Custom fields, custom record types and codes. */
  public final Customization customization() {
    return new Customization(space);
  }

  /** Texts of records in other languages. */
  public final Translations translations() {
    return new Translations(space);
  }

  /** Code tables: what they hold, who uses it, and how it changes. */
  public final Codes codes() {
    return new Codes(space);
  }

  /** What was audited, as far as the actor may see it. */
  public final AuditLog audit() {
    return new AuditLog(space);
  }

  /** The records of any type, an ISV's as well as ours. */
  public final <E extends Entity<E>> Records<E> records(EntityType<E> type) {
    return space.records(type);
  }

  /**
   * The verbs of a feature of one's own.
   *
   * <pre>{@code
   * session.feature(Loyalty::new).award(customer, 100);
   * }</pre>
   */
  public final <F> F feature(Function<Workspace, F> verbs) {
    return verbs.apply(space);
  }
}

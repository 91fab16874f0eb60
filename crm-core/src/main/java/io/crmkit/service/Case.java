package io.crmkit.service;

import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer wants to have dealt with: a complaint, a request, a question. It moves
 * by the verbs of {@link ServiceDesk}; what was done is in its {@linkplain CaseStep steps}.
 */
public final class Case extends Entity<Case> {
  static final Definition<Case> DEF = Definition.of("service_case", Case::new);

  /** The number that people quote. */
  public static final TextField<Case> NUMBER =
      DEF.text("number")
          .required()
          .max(50)
          .unique()
          .immutable()
          .searchable()
          .managed()
          .notPersonal()
          .add();

  /** What it is about. */
  public static final TextField<Case> SUBJECT =
      DEF.text("subject").required().max(300).searchable().personal().add();

  /** What the customer says. */
  public static final TextField<Case> DESCRIPTION =
      DEF.longText("description").searchable().personal().add();

  /** Whose case it is; missing while nobody knows. */
  public static final RefField<Case, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).add();

  /** The person there. */
  public static final RefField<Case, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).add();

  /** Who wrote or called, as the channel says: an address or a number. */
  public static final TextField<Case> SENDER =
      DEF.text("sender").max(320).searchable().indexed().personal().add();

  /** How it came in: a code of {@code case_channel}. */
  public static final TextField<Case> CHANNEL = DEF.code("channel", "case_channel").add();

  /** What it is: a code of {@code case_kind}. */
  public static final TextField<Case> KIND = DEF.code("kind", "case_kind").indexed().add();

  /** How soon it has to be dealt with. */
  public static final ChoiceField<Case, Priority> PRIORITY =
      DEF.choice("priority", Priority.class).required().defaultTo(Priority.NORMAL).indexed().add();

  /** How bad it is: a code of {@code case_severity}. */
  public static final TextField<Case> SEVERITY = DEF.code("severity", "case_severity").add();

  /** The product it is about. */
  public static final RefField<Case, Product> PRODUCT =
      DEF.ref("product", () -> Product.TYPE).add();

  /** The deal it has to do with. */
  public static final RefField<Case, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).add();

  /** What whoever works on it has to know: labels that members of queues carry as well. */
  public static final TagsField<Case> SKILLS = DEF.tags("skills").notPersonal().add();

  /** Labels to find it by. */
  public static final TagsField<Case> TAGS = DEF.tags("tags").notPersonal().add();

  /** The number that the host's other systems know it by. */
  public static final TextField<Case> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().notPersonal().add();

  /** What the channel calls the conversation. */
  public static final TextField<Case> THREAD_KEY =
      DEF.text("thread_key").max(255).indexed().notPersonal().add();

  /** The queue it waits in or came from. */
  public static final RefField<Case, CaseQueue> QUEUE =
      DEF.ref("queue", () -> CaseQueue.TYPE).managed().add();

  /** Who works on it. */
  public static final RefField<Case, User> OWNER =
      DEF.ref("owner", () -> User.TYPE).managed().add();

  /** Where it stands. */
  public static final ChoiceField<Case, CaseState> STATE =
      DEF.choice("state", CaseState.class).required().indexed().managed().add();

  /** When it came in. */
  public static final InstantField<Case> OPENED_AT =
      DEF.instant("opened_at").required().indexed().managed().add();

  /** By when somebody has promised to be done. */
  public static final InstantField<Case> DUE_AT = DEF.instant("due_at").indexed().managed().add();

  /** When the customer was answered first. */
  public static final InstantField<Case> RESPONDED_AT = DEF.instant("responded_at").managed().add();

  /** When it was resolved last; missing while it is open. */
  public static final InstantField<Case> RESOLVED_AT =
      DEF.instant("resolved_at").indexed().managed().add();

  /** When it was closed; missing while it is not. */
  public static final InstantField<Case> CLOSED_AT = DEF.instant("closed_at").managed().add();

  /** How it was solved. */
  public static final TextField<Case> RESOLUTION =
      DEF.longText("resolution").searchable().managed().personal().add();

  /** How often it was reopened. */
  public static final NumberField<Case, Long> REOPENED =
      DEF.integer("reopened").required().defaultTo(0L).managed().add();

  /** The case that this one was merged into. */
  public static final RefField<Case, Case> MERGED_INTO =
      DEF.ref("merged_into", () -> Case.TYPE).managed().add();

  /** The service level that it falls under; missing where none does. */
  public static final RefField<Case, ServiceLevel> SERVICE_LEVEL =
      DEF.ref("service_level", () -> ServiceLevel.TYPE).managed().add();

  /** Says by which service levels and calendars the moments below were computed. */
  public static final TextField<Case> LEVEL_BASIS =
      DEF.text("level_basis").max(50).indexed().managed().notPersonal().add();

  /**
   * By when the customer has to be answered; missing where nothing is promised, or where the clock
   * stands still and that moment is not known.
   */
  public static final InstantField<Case> RESPONSE_DUE =
      DEF.instant("response_due").indexed().managed().add();

  /** By when it has to be resolved; missing as {@link #RESPONSE_DUE} is. */
  public static final InstantField<Case> RESOLUTION_DUE =
      DEF.instant("resolution_due").indexed().managed().add();

  /** True where the customer was answered in time, false where not; missing until then. */
  public static final ValueField<Case, Boolean> RESPONSE_MET =
      DEF.yesNo("response_met").managed().add();

  /** True where it was resolved in time, false where not; missing until then. */
  public static final ValueField<Case, Boolean> RESOLUTION_MET =
      DEF.yesNo("resolution_met").managed().add();

  /** For how many seconds of working time it stood still until its state last changed. */
  public static final NumberField<Case, Long> PAUSED_SECONDS =
      DEF.integer("paused_seconds").managed().add();

  /** When the next rung of the ladder is due. */
  public static final InstantField<Case> ESCALATES_AT =
      DEF.instant("escalates_at").indexed().managed().add();

  /** The type. */
  public static final EntityType<Case> TYPE =
      DEF.ownedBy(OWNER)
          .about(CUSTOMER, CONTACT)
          .index(QUEUE, OPENED_AT)
          .index(OWNER, STATE)
          .seal();

  private Case(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches cases that somebody still has to do something about. */
  public static Condition<Case> isOpen() {
    return STATE.in(CaseState.RESOLVED, CaseState.CLOSED).not();
  }

  /**
   * Matches open cases that are late at a moment: behind the day that was promised, or behind what
   * their service level promises.
   */
  public static Condition<Case> isOverdue(Instant at) {
    return isOpen()
        .and(
            DUE_AT
                .lessThan(at)
                .or(RESOLUTION_DUE.lessThan(at))
                .or(RESPONDED_AT.isMissing().and(RESPONSE_DUE.lessThan(at))));
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Case, T> field) {
    return field.of(snapshot().row());
  }

  CaseState state() {
    return Objects.requireNonNull(raw(STATE));
  }
}

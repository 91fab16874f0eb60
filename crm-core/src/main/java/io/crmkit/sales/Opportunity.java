package io.crmkit.sales;

import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.User;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may be made with a customer. Its stage moves by the verbs of {@link SalesPipeline}.
 */
public final class Opportunity extends Entity<Opportunity> {
  static final Definition<Opportunity> DEF = Definition.of("opportunity", Opportunity::new);

  /** What it is about. */
  public static final TextField<Opportunity> TITLE =
      DEF.text("title").required().max(200).searchable().notPersonal().add();

  /** With whom. */
  public static final RefField<Opportunity, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().add();

  /** The person there. */
  public static final RefField<Opportunity, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).add();

  /** The product that it is mainly about. */
  public static final RefField<Opportunity, Product> PRODUCT =
      DEF.ref("product", () -> Product.TYPE).add();

  /** Who works on it. */
  public static final RefField<Opportunity, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** What it is worth; once won, what it was sold for. */
  public static final MoneyField<Opportunity> AMOUNT = DEF.money("amount").add();

  /** The day it is expected to be decided. */
  public static final DateField<Opportunity> CLOSES_ON = DEF.date("closes_on").indexed().add();

  /** The revision of the pipeline it moves in. */
  public static final RefField<Opportunity, Pipeline> PIPELINE =
      DEF.ref("pipeline", () -> Pipeline.TYPE).required().managed().add();

  /** The code of the stage it is in. */
  public static final TextField<Opportunity> STAGE =
      DEF.text("stage").required().max(50).indexed().managed().notPersonal().add();

  /** What that stage means. */
  public static final ChoiceField<Opportunity, StageCategory> STAGE_CATEGORY =
      DEF.choice("stage_category", StageCategory.class).required().indexed().managed().add();

  /** Since when it is in that stage; missing where nobody knows. */
  public static final InstantField<Opportunity> STAGE_SINCE =
      DEF.instant("stage_since").managed().add();

  /** How likely it is won, from 0 to 1; that of the stage, unless the seller knows better. */
  public static final NumberField<Opportunity, BigDecimal> PROBABILITY =
      DEF.decimal("probability").atLeast(BigDecimal.ZERO).atMost(BigDecimal.ONE).add();

  /** The day work on it began; missing where nobody knows. */
  public static final DateField<Opportunity> OPENED_ON = DEF.date("opened_on").managed().add();

  /** The day it was won or lost. */
  public static final DateField<Opportunity> CLOSED_ON =
      DEF.date("closed_on").indexed().managed().add();

  /** Why it was won or lost. */
  public static final TextField<Opportunity> CLOSE_REASON =
      DEF.text("close_reason").max(500).managed().personal().add();

  /** What has been confirmed on the way: exit criteria of stages, as {@code stage/criterion}. */
  public static final TagsField<Opportunity> CONFIRMED =
      DEF.tags("confirmed").managed().notPersonal().add();

  /** Where it came from: a code of {@code lead_source}. */
  public static final TextField<Opportunity> SOURCE = DEF.code("source", "lead_source").add();

  /** What to do next. */
  public static final TextField<Opportunity> NEXT_STEP =
      DEF.text("next_step").max(500).personal().add();

  /** Labels to find it by. */
  public static final TagsField<Opportunity> TAGS = DEF.tags("tags").notPersonal().add();

  /** The number that the host's other systems know it by. */
  public static final TextField<Opportunity> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().notPersonal().add();

  /** The type. */
  public static final EntityType<Opportunity> TYPE =
      DEF.about(CUSTOMER, CONTACT)
          .index(OWNER, CLOSES_ON)
          .ownedBy(OWNER)
          .rule(
              "closed_after_opened",
              CLOSED_ON,
              deal -> {
                LocalDate opened = deal.get(OPENED_ON);
                LocalDate closed = deal.get(CLOSED_ON);
                return opened == null || closed == null || !closed.isBefore(opened);
              })
          .seal();

  private Opportunity(Snapshot snapshot) {
    super(snapshot);
  }

  /** The exit criteria of a stage that have been confirmed, for the feature itself. */
  boolean confirmed(String stage, String criterion) {
    Set<String> all = raw(CONFIRMED);
    return all != null && all.contains(stage + '/' + criterion);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Opportunity, T> field) {
    return field.of(snapshot().row());
  }
}

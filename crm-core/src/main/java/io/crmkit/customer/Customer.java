package io.crmkit.customer;

import io.crmkit.kernel.record.AddressField;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.Territory;
import io.crmkit.org.User;
import org.jspecify.annotations.Nullable;

/** A person or organisation we sell to, or would like to. */
public final class Customer extends Entity<Customer> {
  /** What a customer is. */
  public enum Kind {
    /** A company or another organisation. */
    COMPANY,
    /** A natural person. */
    PERSON
  }

  /** The sex of a person, as they state it. */
  public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Another. */
    OTHER
  }

  static final Definition<Customer> DEF = Definition.of("customer", Customer::new);

  /** The name of the organisation or the full name of the person. */
  public static final TextField<Customer> NAME =
      DEF.text("name").required().max(200).searchable().indexed().provided().add();

  /** What it is. */
  public static final ChoiceField<Customer, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.COMPANY).add();

  /** The number that the host's other systems know it by. */
  public static final TextField<Customer> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().personal().add();

  /**
   * How important it is today: a code of {@code customer_level}. What it was before and will be is
   * told by {@link Classification}; whichever of the two is written, the other follows.
   */
  public static final TextField<Customer> LEVEL =
      DEF.code("level", "customer_level").indexed().add();

  /** Since when it has that level; missing where it has had it since it was made. */
  public static final DateField<Customer> LEVEL_SINCE = DEF.date("level_since").managed().add();

  /** Which prices it gets: a code of {@code customer_group}. */
  public static final TextField<Customer> GROUP =
      DEF.code("customer_group", "customer_group").indexed().add();

  /** The line of business: a code of {@code industry}. */
  public static final TextField<Customer> INDUSTRY =
      DEF.code("industry", "industry").indexed().add();

  /** The sales region it lies in: a code of {@code region}, which form a tree. */
  public static final TextField<Customer> REGION =
      DEF.code("sales_region", "region").indexed().add();

  /** Labels to find it by. */
  public static final TagsField<Customer> TAGS = DEF.tags("tags").personal().add();

  /** Who looks after it. */
  public static final RefField<Customer, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** The part of the market that it is in. */
  public static final RefField<Customer, Territory> TERRITORY =
      DEF.ref("territory", () -> Territory.TYPE).add();

  /**
   * The customer that it belongs to today. To which it belonged before, to what extent and from
   * when is told by {@link CustomerRelation}; whichever of the two is written, the other follows.
   */
  public static final RefField<Customer, Customer> PARENT =
      DEF.ref("parent", () -> Customer.TYPE).add();

  /** The address for mail. */
  public static final TextField<Customer> EMAIL =
      DEF.email("email").searchable().indexed().provided().add();

  /** The number to call. */
  public static final TextField<Customer> PHONE =
      DEF.phone("phone").searchable().indexed().provided().add();

  /** The web site. */
  public static final TextField<Customer> WEBSITE = DEF.url("website").provided().add();

  /** Where it is. */
  public static final AddressField<Customer> ADDRESS = DEF.address("address").provided().add();

  /** What it turns over in a year. */
  public static final MoneyField<Customer> ANNUAL_REVENUE = DEF.money("annual_revenue").add();

  /** How many people work there. */
  public static final NumberField<Customer, Long> EMPLOYEES =
      DEF.integer("employees").atLeast(0L).add();

  /** The year it was founded in. */
  public static final NumberField<Customer, Long> FOUNDED =
      DEF.integer("founded").atLeast(1L).atMost(9999L).add();

  /** How much may be open with it. */
  public static final MoneyField<Customer> CREDIT_LIMIT = DEF.money("credit_limit").add();

  /** Of a person: the sex. */
  public static final ChoiceField<Customer, Sex> SEX =
      DEF.choice("sex", Sex.class).provided().add();

  /** Of a person: the birthday. */
  public static final DateField<Customer> BIRTHDAY = DEF.date("birthday").provided().add();

  /** Of a person: the occupation. */
  public static final TextField<Customer> OCCUPATION = DEF.text("occupation").provided().add();

  /** Of a person: the hobbies. */
  public static final TagsField<Customer> HOBBIES = DEF.tags("hobbies").provided().add();

  /** What else is good to know. */
  public static final TextField<Customer> BACKGROUND =
      DEF.longText("background").searchable().personal().add();

  /** The type. */
  public static final EntityType<Customer> TYPE =
      DEF.ownedBy(OWNER).inTerritory(TERRITORY).personWhere(KIND.is(Kind.PERSON)).seal();

  private Customer(Snapshot snapshot) {
    super(snapshot);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Customer, T> field) {
    return field.of(snapshot().row());
  }
}

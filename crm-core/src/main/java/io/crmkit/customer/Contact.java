package io.crmkit.customer;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.User;

/** A person we deal with at a customer. */
public final class Contact extends Entity<Contact> {
  static final Definition<Contact> DEF = Definition.of("contact", Contact::new);

  /** The full name, as it is written. */
  public static final TextField<Contact> NAME =
      DEF.text("name").required().max(200).searchable().indexed().provided().add();

  /** The customer the person works for. */
  public static final RefField<Contact, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).add();

  /**
   * Who looks after the person; whoever makes the record, unless said otherwise. Who looks after
   * the customer sees the person as well.
   */
  public static final RefField<Contact, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** What the person does there. */
  public static final TextField<Contact> JOB_TITLE = DEF.text("job_title").provided().add();

  /** The address for mail. */
  public static final TextField<Contact> EMAIL =
      DEF.email("email").searchable().indexed().provided().add();

  /** The number at the desk. */
  public static final TextField<Contact> PHONE =
      DEF.phone("phone").searchable().indexed().provided().add();

  /** The number in the pocket. */
  public static final TextField<Contact> MOBILE =
      DEF.phone("mobile").searchable().indexed().provided().add();

  /** The sex, as they state it. */
  public static final ChoiceField<Contact, Customer.Sex> SEX =
      DEF.choice("sex", Customer.Sex.class).provided().add();

  /** The birthday. */
  public static final DateField<Contact> BIRTHDAY = DEF.date("birthday").provided().add();

  /** The hobbies. */
  public static final TagsField<Contact> HOBBIES = DEF.tags("hobbies").provided().add();

  /** What else is good to know. */
  public static final TextField<Contact> NOTES = DEF.longText("notes").personal().add();

  /** The number that the host's other systems know the person by. */
  public static final TextField<Contact> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().personal().add();

  /** The type. */
  public static final EntityType<Contact> TYPE =
      DEF.ownedBy(OWNER).partOf(CUSTOMER).person().seal();

  private Contact(Snapshot snapshot) {
    super(snapshot);
  }
}

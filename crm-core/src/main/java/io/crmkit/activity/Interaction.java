package io.crmkit.activity;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.User;

/** A contact that took place: a call, a visit, a letter, with time, kind and text. */
public final class Interaction extends Entity<Interaction> {
  /** The ways to be in touch. */
  public enum Kind {
    /** By phone. */
    CALL,
    /** In person, at their place or ours. */
    VISIT,
    /** A meeting of several. */
    MEETING,
    /** By e-mail. */
    MAIL,
    /** By chat or short message. */
    CHAT,
    /** By post. */
    LETTER,
    /** By fax. */
    FAX
  }

  /** Who sought whom. */
  public enum Direction {
    /** They us. */
    INCOMING,
    /** We them. */
    OUTGOING
  }

  static final Definition<Interaction> DEF = Definition.of("interaction", Interaction::new);

  /** What it was about, in a few words. */
  public static final TextField<Interaction> SUBJECT =
      DEF.text("subject").required().max(200).searchable().personal().add();

  /** What it was. */
  public static final ChoiceField<Interaction, Kind> KIND =
      DEF.choice("kind", Kind.class).required().add();

  /** Who sought whom. */
  public static final ChoiceField<Interaction, Direction> DIRECTION =
      DEF.choice("direction", Direction.class).add();

  /** When it began. */
  public static final InstantField<Interaction> AT = DEF.instant("at").required().indexed().add();

  /** How long it took, in minutes. */
  public static final NumberField<Interaction, Long> MINUTES =
      DEF.integer("minutes").atLeast(0L).add();

  /** What was said or written. */
  public static final TextField<Interaction> TEXT =
      DEF.longText("text").searchable().personal().add();

  /** With which customer; where nothing is given, that of the record it is about. */
  public static final RefField<Interaction, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).add();

  /** The record that it is about, of any type. */
  public static final Link<Interaction> ABOUT = DEF.link("about");

  /** Who of us. */
  public static final RefField<Interaction, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** The type. */
  public static final EntityType<Interaction> TYPE =
      DEF.index(CUSTOMER, AT).ownedBy(OWNER).partOf(CUSTOMER).partOf(ABOUT).seal();

  private Interaction(Snapshot snapshot) {
    super(snapshot);
  }
}

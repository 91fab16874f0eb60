package io.crmkit.activity;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.User;
import org.jspecify.annotations.Nullable;

/** Something to be done, about a record of any type. Its state moves by {@link Activities}. */
public final class Task extends Entity<Task> {
  /** How urgent it is. */
  public enum Priority {
    /** It can wait. */
    LOW,
    /** As most. */
    NORMAL,
    /** Before others. */
    HIGH
  }

  /** How far it is. */
  public enum State {
    /** To be done. */
    OPEN,
    /** Done. */
    DONE,
    /** Not to be done any more. */
    CANCELLED
  }

  static final Definition<Task> DEF = Definition.of("task", Task::new);

  /** What is to be done, in a few words. */
  public static final TextField<Task> SUBJECT =
      DEF.text("subject").required().max(200).searchable().personal().add();

  /** Everything else about it. */
  public static final TextField<Task> TEXT = DEF.longText("text").searchable().personal().add();

  /** By which day. */
  public static final DateField<Task> DUE_ON = DEF.date("due_on").indexed().add();

  /** How urgent it is. */
  public static final ChoiceField<Task, Priority> PRIORITY =
      DEF.choice("priority", Priority.class).required().defaultTo(Priority.NORMAL).add();

  /** How far it is. */
  public static final ChoiceField<Task, State> STATE =
      DEF.choice("state", State.class).required().defaultTo(State.OPEN).indexed().managed().add();

  /** When it was done or cancelled. */
  public static final InstantField<Task> CLOSED_AT = DEF.instant("closed_at").managed().add();

  /** For which customer; where nothing is given, that of the record it is about. */
  public static final RefField<Task, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).add();

  /** The record that it is about, of any type. */
  public static final Link<Task> ABOUT = DEF.link("about");

  /** Who does it. */
  public static final RefField<Task, User> OWNER = DEF.ref("owner", () -> User.TYPE).add();

  /** The type. */
  public static final EntityType<Task> TYPE =
      DEF.index(OWNER, DUE_ON).ownedBy(OWNER).partOf(CUSTOMER).partOf(ABOUT).seal();

  private Task(Snapshot snapshot) {
    super(snapshot);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Task, T> field) {
    return field.of(snapshot().row());
  }
}

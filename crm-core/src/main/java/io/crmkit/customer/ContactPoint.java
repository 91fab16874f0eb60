package io.crmkit.customer;

import io.crmkit.kernel.record.AddressField;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of several ways to reach a customer or a contact: a phone number, an e-mail address or a
 * postal address.
 *
 * <p>One rule keeps points and the single fields of their owner in step: where a kind has a primary
 * point, the owner's field of that kind and the primary point say the same. Whichever is changed,
 * the other follows in the same unit of work; a field that is cleared deletes the primary point,
 * and a primary point that is deleted clears the field.
 *
 * <p>A number or an address is seen by those who may see the field of that kind of both customers
 * and contacts.
 */
public final class ContactPoint extends Entity<ContactPoint> {
  /** What a point is. */
  public enum Kind {
    /** A phone number. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A postal address. */
    ADDRESS
  }

  static final Definition<ContactPoint> DEF = Definition.of("contact_point", ContactPoint::new);

  /** Whose it is: a customer's. */
  public static final RefField<ContactPoint, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).immutable().add();

  /** Whose it is: a contact's. */
  public static final RefField<ContactPoint, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).immutable().add();

  /** What it is; follows from what is given. */
  public static final ChoiceField<ContactPoint, Kind> KIND =
      DEF.choice("kind", Kind.class).required().managed().add();

  /** The phone number. */
  public static final TextField<ContactPoint> PHONE =
      DEF.phone("phone")
          .searchable()
          .indexed()
          .personal()
          .copyOf(() -> Customer.PHONE)
          .copyOf(() -> Contact.PHONE)
          .add();

  /** The e-mail address. */
  public static final TextField<ContactPoint> EMAIL =
      DEF.email("email")
          .searchable()
          .indexed()
          .personal()
          .copyOf(() -> Customer.EMAIL)
          .copyOf(() -> Contact.EMAIL)
          .add();

  /** The postal address. */
  public static final AddressField<ContactPoint> ADDRESS =
      DEF.address("address").personal().copyOf(() -> Customer.ADDRESS).add();

  /** What it is for: a code of {@code contact_purpose}. */
  public static final TextField<ContactPoint> PURPOSE =
      DEF.code("purpose", "contact_purpose").add();

  /** The one to use where nothing else is said. */
  public static final ValueField<ContactPoint, Boolean> PRIMARY =
      DEF.yesNo("primary").required().defaultTo(false).add();

  /** The first day it is good. */
  public static final DateField<ContactPoint> SINCE = DEF.date("since").add();

  /** The last day it is good. */
  public static final DateField<ContactPoint> UNTIL = DEF.date("until").add();

  private static final Period<ContactPoint> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<ContactPoint> TYPE =
      DEF.partOf(CUSTOMER, CONTACT)
          .rule("one_owner", CUSTOMER, p -> (p.get(CUSTOMER) == null) != (p.get(CONTACT) == null))
          .rule(
              "one_value",
              PHONE,
              p -> Stream.of(PHONE, EMAIL, ADDRESS).filter(f -> p.get(f) != null).count() == 1)
          .seal();

  private ContactPoint(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the points that are good on {@code day}. */
  public static Condition<ContactPoint> on(LocalDate day) {
    return PERIOD.on(day);
  }

  /** Says what it is by what is given. */
  static void fillKind(Draft<ContactPoint> draft) {
    Kind kind =
        draft.get(PHONE) != null
            ? Kind.PHONE
            : draft.get(EMAIL) != null ? Kind.EMAIL : Kind.ADDRESS;
    if (!Objects.equals(kind, draft.get(KIND))) {
      draft.unlock(DEF).set(KIND, kind);
    }
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<ContactPoint, T> field) {
    return field.of(snapshot().row());
  }
}

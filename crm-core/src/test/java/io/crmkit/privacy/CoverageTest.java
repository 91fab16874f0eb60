package io.crmkit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.org.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No field that may say something about a person is forgotten. */
class CoverageTest {
  @Test
  void every_field_about_people_is_classified_and_can_be_erased() {
    try (Crm crm = Crm.inMemory()) {
      assertEquals(
          List.of(),
          crm.as("ada").privacy().uncovered(),
          "say personal(), provided() or notPersonal() of each");
    }
  }

  /** A vendor's type that forgets to say what its text is about. */
  static final class Note extends Entity<Note> {
    private static final Definition<Note> DEF = Definition.of("note", Note::new);
    static final RefField<Note, User> USER = DEF.ref("user", () -> User.TYPE).add();
    static final TextField<Note> TEXT = DEF.longText("text").add();
    static final TextField<Note> MAIL = DEF.email("mail").required().personal().add();
    static final TextField<Note> PLAIN = DEF.text("plain").notPersonal().add();
    static final EntityType<Note> TYPE = DEF.about(USER).seal();

    private Note(Snapshot snapshot) {
      super(snapshot);
    }
  }

  /** A vendor's type that forgets to say whom it is about, so that no erasure reaches it. */
  static final class Order extends Entity<Order> {
    private static final Definition<Order> DEF = Definition.of("shop_order", Order::new);
    static final RefField<Order, Contact> WHO = DEF.ref("who", () -> Contact.TYPE).add();
    static final TextField<Order> WISH = DEF.text("wish").add();
    static final TextField<Order> NAME = DEF.text("name").personal().add();
    static final EntityType<Order> TYPE = DEF.seal();

    private Order(Snapshot snapshot) {
      super(snapshot);
    }
  }

  private static List<Field<?, ?>> uncoveredWith(EntityType<?> type) {
    CrmModule module =
        new CrmModule() {
          @Override
          public String name() {
            return "vendor";
          }

          @Override
          public List<EntityType<?>> types() {
            return List.of(type);
          }
        };
    try (Crm crm = Crm.builder().policy(AccessPolicy.open()).module(module).open()) {
      return crm.as("ada").privacy().uncovered();
    }
  }

  @Test
  void a_new_personal_field_not_covered_fails_a_test() {
    assertEquals(List.of(Note.TEXT, Note.MAIL), uncoveredWith(Note.TYPE));
  }

  @Test
  void a_type_that_does_not_say_whom_it_is_about_fails_a_test() {
    assertEquals(List.of(Order.WISH, Order.NAME), uncoveredWith(Order.TYPE));
  }
}

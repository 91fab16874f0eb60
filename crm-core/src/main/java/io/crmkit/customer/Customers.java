package io.crmkit.customer;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The customers and the people there. */
public final class Customers extends Records<Customer> {
  /** The customers as {@code space} sees them. */
  public Customers(Workspace space) {
    super(space, Customer.TYPE);
  }

  /** The contacts. */
  public Records<Contact> contacts() {
    return space().records(Contact.TYPE);
  }

  /** The roles that contacts play or played. */
  public Records<ContactRole> roles() {
    return space().records(ContactRole.TYPE);
  }

  /** Makes a contact who works for {@code customer}. */
  public Contact addContact(Customer customer, Consumer<Draft<Contact>> filling) {
    return contacts()
        .create(
            draft -> {
              draft.set(Contact.CUSTOMER, customer);
              filling.accept(draft);
            });
  }

  /**
   * Gives a contact a role at a customer.
   *
   * @param role a code of {@code contact_role}, for example {@code "decision_maker"}
   * @param since the first day
   */
  public ContactRole assignRole(Contact contact, Customer customer, String role, LocalDate since) {
    return roles()
        .create(
            draft ->
                draft
                    .set(ContactRole.CONTACT, contact)
                    .set(ContactRole.CUSTOMER, customer)
                    .set(ContactRole.ROLE, role)
                    .set(ContactRole.SINCE, since));
  }

  /** Ends a role; {@code until} is its last day. */
  public ContactRole endRole(ContactRole role, LocalDate until) {
    return roles().update(role, draft -> draft.set(ContactRole.UNTIL, until));
  }

  /** The roles that were played at a customer on a day, in the order of their beginning. */
  public List<ContactRole> rolesAt(Customer customer, LocalDate day) {
    return roles()
        .where(ContactRole.CUSTOMER.is(customer), ContactRole.on(day))
        .orderBy(ContactRole.SINCE.asc())
        .list();
  }

  /** The customer and all of its subsidiaries, down to the last. */
  public Set<Ref<Customer>> group(Ref<Customer> head) {
    return Trees.andBelow(this, Customer.PARENT, head);
  }
}

package io.crmkit.service;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.ContactPoints;
import io.crmkit.kernel.value.Normalised;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a message, among those whom the actor can see. */
final class Senders {
  /**
   * Who it was.
   *
   * @param contact the person, or null
   * @param customer the customer, or null
   */
  record Sender(@Nullable Ref<Contact> contact, @Nullable Ref<Customer> customer) {
    static final Sender UNKNOWN = new Sender(null, null);
  }

  private final Workspace space;

  Senders(Workspace space) {
    this.space = space;
  }

  /** Nobody, where the address could be that of several. */
  Sender find(@Nullable String address) {
    if (address == null) {
      return Sender.UNKNOWN;
    }
    Optional<String> mail = ContactPoints.email(address).value();
    if (mail.isPresent()) {
      return find(Contact.EMAIL.is(mail.get()), Customer.EMAIL.is(mail.get()));
    }
    if (ContactPoints.phone(address, null) instanceof Normalised.Accepted phone
        && phone.canonical()) {
      return find(
          Contact.PHONE.is(phone.text()).or(Contact.MOBILE.is(phone.text())),
          Customer.PHONE.is(phone.text()));
    }
    return Sender.UNKNOWN;
  }

  private Sender find(Condition<Contact> ofContact, Condition<Customer> ofCustomer) {
    List<Contact> contacts = space.records(Contact.TYPE).where(ofContact).limit(20).list();
    Set<Ref<Customer>> customers = new HashSet<>();
    for (Contact contact : contacts) {
      Ref<Customer> customer = contact.get(Contact.CUSTOMER);
      if (customer != null) {
        customers.add(customer);
      }
    }
    if (contacts.isEmpty()) {
      space
          .records(Customer.TYPE)
          .where(ofCustomer)
          .limit(2)
          .list()
          .forEach(customer -> customers.add(customer.ref()));
    }
    return new Sender(
        contacts.size() == 1 ? contacts.get(0).ref() : null,
        customers.size() == 1 ? customers.iterator().next() : null);
  }
}

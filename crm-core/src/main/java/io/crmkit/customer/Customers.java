package io.crmkit.customer;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Links;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /** The ways to reach customers and contacts. */
  public Records<ContactPoint> points() {
    return space().records(ContactPoint.TYPE);
  }

  /**
   * Adds a way to reach a customer.
   *
   * @param filling gives one of phone, e-mail and address
   */
  public ContactPoint addPoint(Customer customer, Consumer<Draft<ContactPoint>> filling) {
    return points().create(filling.andThen(draft -> draft.set(ContactPoint.CUSTOMER, customer)));
  }

  /**
   * Adds a way to reach a contact.
   *
   * @param filling gives one of phone, e-mail and address
   */
  public ContactPoint addPoint(Contact contact, Consumer<Draft<ContactPoint>> filling) {
    return points().create(filling.andThen(draft -> draft.set(ContactPoint.CONTACT, contact)));
  }

  /**
   * Finds customers by words in their own fields, in those of their contacts, or in any phone
   * number or e-mail address of either.
   *
   * @param limit how many customers at the most
   * @return the customers, those found by their own fields first
   */
  public List<Customer> lookUp(String words, int limit) {
    Map<Ref<Customer>, Customer> found = new LinkedHashMap<>();
    query().search(words).limit(limit).list().forEach(its -> found.put(its.ref(), its));
    Set<Ref<Customer>> others = new LinkedHashSet<>();
    Set<Ref<Contact>> people = new LinkedHashSet<>();
    for (ContactPoint point : points().query().search(words).limit(limit).list()) {
      addPresent(others, point.get(ContactPoint.CUSTOMER));
      addPresent(people, point.get(ContactPoint.CONTACT));
    }
    for (Contact contact : contacts().query().search(words).limit(limit).list()) {
      addPresent(others, contact.get(Contact.CUSTOMER));
    }
    for (Contact contact : contacts().find(people).values()) {
      addPresent(others, contact.get(Contact.CUSTOMER));
    }
    others.removeAll(found.keySet());
    find(others).values().stream()
        .sorted(Comparator.comparing(Customer::ref))
        .forEach(its -> found.put(its.ref(), its));
    return found.values().stream().limit(limit).toList();
  }

  private static <E extends Entity<E>> void addPresent(Set<Ref<E>> all, @Nullable Ref<E> one) {
    if (one != null) {
      all.add(one);
    }
  }

  /** How customers are and were classed. */
  public Records<Classification> classifications() {
    return space().records(Classification.TYPE);
  }

  /**
   * Gives a customer a level from a day on, today, earlier or later; it lasts until the next one
   * begins. {@link Customer#LEVEL} follows, that of a day to come by a job on this day.
   *
   * @param level a code of {@code customer_level}; null for none
   */
  public Classification setLevel(
      Customer customer, @Nullable String level, LocalDate since, String reason) {
    return classify(customer, Classification.LEVEL, level, since, reason);
  }

  /**
   * Classes a customer by any code table from a day on; it lasts until the next period of the same
   * table begins.
   *
   * @param scheme the code table
   * @param value one of its codes, good today or on the first day; null for none
   * @throws io.crmkit.kernel.error.NotFoundException where there is no such customer that the actor
   *     can see, or no such code table
   * @throws io.crmkit.kernel.error.ValidationException where the table has no such code
   */
  public Classification classify(
      Customer customer, String scheme, @Nullable String value, LocalDate since, String reason) {
    return space()
        .call(
            work -> {
              work.records(Customer.TYPE).get(customer.ref());
              if (scheme.equals(Classification.LEVEL)) {
                work.requireWritable(Customer.LEVEL);
              }
              Classes classes = new Classes(work);
              classes.noteWhatWas(customer.ref(), scheme, since);
              return classes.begin(
                  work.records(Classification.TYPE), customer.ref(), scheme, value, since, reason);
            });
  }

  /** The level that a customer had, has or will have on a day; empty where it is none. */
  public Optional<String> levelOn(Customer customer, LocalDate day) {
    Ref<Customer> ref = customer.ref();
    return Optional.ofNullable(
        levels(Customer.TYPE.id().expr().is(ref), Classification.CUSTOMER.is(ref), day).get(ref));
  }

  /**
   * The levels of all customers that had, have or will have one on a day: two questions, however
   * many there are.
   */
  public Map<Ref<Customer>, String> levelsOn(LocalDate day) {
    return levels(Condition.always(), Condition.always(), day);
  }

  private Map<Ref<Customer>, String> levels(
      Condition<Customer> who, Condition<Classification> whose, LocalDate day) {
    Map<Ref<Customer>, String> levels = new LinkedHashMap<>();
    Instant end = space().startOf(day.plusDays(1));
    where(
            who,
            Customer.LEVEL_SINCE.isMissing(),
            Customer.LEVEL.isPresent(),
            Customer.TYPE.createdAt().lessThan(end))
        .list()
        .forEach(its -> levels.put(its.ref(), its.require(Customer.LEVEL)));
    classifications()
        .where(
            whose,
            Classification.SCHEME.is(Classification.LEVEL),
            Classification.VALUE.isPresent(),
            Classification.on(day))
        .list()
        .forEach(
            its ->
                levels.put(
                    its.require(Classification.CUSTOMER), its.require(Classification.VALUE)));
    return levels;
  }

  /** What customers are and were to each other. */
  public Records<CustomerRelation> relations() {
    return space().records(CustomerRelation.TYPE);
  }

  /**
   * Says what a customer is to another from a day on.
   *
   * @param kind a code of {@code customer_relation}, for example {@code "subsidiary"}
   * @param filling sets the share, the last day
   * @throws io.crmkit.kernel.error.ValidationException where a customer would belong to itself on
   *     any day, directly or through others
   */
  public CustomerRelation relate(
      Customer from,
      String kind,
      Customer to,
      LocalDate since,
      Consumer<Draft<CustomerRelation>> filling) {
    return relations()
        .create(
            draft -> {
              draft
                  .set(CustomerRelation.FROM, from)
                  .set(CustomerRelation.TO, to)
                  .set(CustomerRelation.KIND, kind)
                  .set(CustomerRelation.SINCE, since);
              filling.accept(draft);
            });
  }

  /** Ends a relation; {@code until} is its last day. */
  public CustomerRelation endRelation(CustomerRelation relation, LocalDate until) {
    return relations().update(relation, draft -> draft.set(CustomerRelation.UNTIL, until));
  }

  /** The customer and all that belong to it today, down to the last. */
  public Set<Ref<Customer>> group(Ref<Customer> head) {
    return Trees.andBelow(this, Customer.PARENT, head);
  }

  /**
   * The customer and all that belonged to it on a day, wholly or in part, down to the last: one
   * question per level.
   */
  public Set<Ref<Customer>> group(Customer head, LocalDate day) {
    Set<Ref<Customer>> all = new LinkedHashSet<>(Set.of(head.ref()));
    Set<Ref<Customer>> level = Set.of(head.ref());
    while (!level.isEmpty()) {
      Set<Ref<Customer>> below = new LinkedHashSet<>();
      relations()
          .where(
              CustomerRelation.TO.in(level), CustomerRelation.belonging(), CustomerRelation.on(day))
          .list()
          .forEach(relation -> addPresent(below, relation.get(CustomerRelation.FROM)));
      below.removeAll(all);
      all.addAll(below);
      level = below;
    }
    return all;
  }

  /** The places of contacts in their own organisations. */
  public Records<Position> positions() {
    return space().records(Position.TYPE);
  }

  /**
   * Places a contact in the organisation of a customer from a day on.
   *
   * @param filling says to whom they report, and with what influence and attitude
   * @throws io.crmkit.kernel.error.ValidationException where somebody would report to themselves on
   *     any day, directly or through others
   */
  public Position place(
      Contact contact, Customer customer, LocalDate since, Consumer<Draft<Position>> filling) {
    return positions()
        .create(
            draft -> {
              draft
                  .set(Position.CONTACT, contact)
                  .set(Position.CUSTOMER, customer)
                  .set(Position.SINCE, since);
              filling.accept(draft);
            });
  }

  /** Who reports to whom at a customer on a day. */
  public OrgChart orgChart(Customer customer, LocalDate day) {
    List<Position> held =
        positions()
            .where(Position.CUSTOMER.is(customer), Position.on(day))
            .orderBy(Position.SINCE.asc())
            .list();
    Set<Ref<Contact>> who = new LinkedHashSet<>();
    held.forEach(position -> addPresent(who, position.get(Position.CONTACT)));
    return OrgChart.of(held, contacts().find(who));
  }

  /**
   * The customer that a record of any type is about: itself, or the one it refers to; empty where
   * there is none that the actor may see.
   */
  public Optional<Customer> of(Ref<?> record) {
    return Links.find(space(), record).flatMap(this::customerOf);
  }

  private <E extends Entity<E>> Optional<Customer> customerOf(Entity<E> record) {
    if (record instanceof Customer customer) {
      return Optional.of(customer);
    }
    for (RefField<?, ?> field : space().layout().references(record.type())) {
      Ref<?> target = field.target() == Customer.TYPE ? field.of(record.snapshot().row()) : null;
      if (target != null) {
        return find(Customer.TYPE.ref(target.id()));
      }
    }
    return Optional.empty();
  }
}

package io.crmkit.customer;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link Customer#PARENT} in step with the dated relations: it is the owner of the greatest
 * share today, whichever of the two is written.
 */
final class Belonging {
  /** Whose share is not known counts as owning all. */
  private static final Comparator<CustomerRelation> GREATEST_SHARE =
      Comparator.comparing(
              (CustomerRelation relation) ->
                  Objects.requireNonNullElse(
                      relation.raw(CustomerRelation.SHARE), BigDecimal.valueOf(100)))
          .reversed()
          .thenComparing(CustomerRelation::ref);

  private final Workspace space;

  private Belonging(Workspace space) {
    this.space = space;
  }

  private Records<CustomerRelation> relations() {
    return space.own(CustomerRelation.DEF, CustomerRelation.TYPE);
  }

  /** A relation has changed: the customer follows. */
  static void relationChanged(
      Workspace space, @Nullable CustomerRelation before, @Nullable CustomerRelation after) {
    CustomerRelation any = after != null ? after : before;
    if (any != null && CustomerRelation.BELONGING.contains(any.raw(CustomerRelation.KIND))) {
      new Belonging(space).follow(Objects.requireNonNull(any.raw(CustomerRelation.FROM)));
    }
  }

  private void follow(Ref<Customer> customer) {
    Records<Customer> customers = space.own(Customer.DEF, Customer.TYPE);
    Ref<Customer> owner =
        today(customer).stream()
            .min(GREATEST_SHARE)
            .map(relation -> relation.raw(CustomerRelation.TO))
            .orElse(null);
    customers
        .find(customer)
        .ifPresent(its -> customers.update(its, d -> d.setOrClear(Customer.PARENT, owner)));
  }

  private List<CustomerRelation> today(Ref<Customer> customer) {
    return relations()
        .where(
            CustomerRelation.FROM.is(customer),
            CustomerRelation.belonging(),
            CustomerRelation.on(space.today()))
        .list();
  }

  /** A customer has changed: where its parent did, the relation ends and another begins. */
  static void customerChanged(
      Workspace space, @Nullable Customer before, @Nullable Customer after) {
    if (after != null
        && !after.deleted()
        && (before == null || !before.deleted())
        && !Objects.equals(
            before == null ? null : before.raw(Customer.PARENT), after.raw(Customer.PARENT))) {
      new Belonging(space).lead(before == null, after);
    }
  }

  private void lead(boolean isNew, Customer customer) {
    Ref<Customer> owner = customer.raw(Customer.PARENT);
    List<CustomerRelation> now = isNew ? List.of() : today(customer.ref());
    Optional<CustomerRelation> greatest = now.stream().min(GREATEST_SHARE);
    if (Objects.equals(owner, greatest.map(its -> its.raw(CustomerRelation.TO)).orElse(null))) {
      return;
    }
    LocalDate today = space.today();
    now.forEach(relation -> end(relation, today));
    if (owner != null) {
      relations()
          .create(
              d ->
                  d.set(CustomerRelation.FROM, customer.ref())
                      .set(CustomerRelation.TO, owner)
                      .set(CustomerRelation.KIND, CustomerRelation.SUBSIDIARY)
                      .setOrClear(CustomerRelation.SINCE, isNew ? null : today));
    }
  }

  /** What began today has never been so; everything else was so until yesterday. */
  private void end(CustomerRelation relation, LocalDate today) {
    if (today.equals(relation.raw(CustomerRelation.SINCE))) {
      relations().delete(relation);
    } else {
      relations().update(relation, d -> d.set(CustomerRelation.UNTIL, today.minusDays(1)));
    }
  }
}

package io.crmkit.examples.bench.sql;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Actors named after a scope see the customers and opportunities of the owners in it, and others
 * everything; all may read and write every field.
 */
final class ByOwner implements AccessPolicy {
  private final Map<Scope, Condition<Customer>> customers = new EnumMap<>(Scope.class);
  private final Map<Scope, Condition<Opportunity>> deals = new EnumMap<>(Scope.class);

  /** Says who the owners are; until then nobody is limited. */
  void know(List<UUID> owners) {
    for (Scope scope : Scope.values()) {
      List<Ref<User>> its = scope.owners(owners).stream().map(id -> Ref.of(User.TYPE, id)).toList();
      customers.put(scope, within(Customer.OWNER, its));
      deals.put(scope, within(Opportunity.OWNER, its));
    }
  }

  private static <E extends Entity<E>> Condition<E> within(
      RefField<E, User> owner, List<Ref<User>> its) {
    return its.size() == 1 ? owner.is(its.get(0)) : owner.in(its);
  }

  @Override
  public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <E extends Entity<E>> Condition<E> rows(
      CallContext who, Operation operation, EntityType<E> type) {
    Scope scope =
        switch (who.actor()) {
          case "narrow" -> Scope.NARROW;
          case "broad" -> Scope.BROAD;
          default -> null;
        };
    Condition<?> limit = null;
    if (scope != null && type == (Object) Opportunity.TYPE) {
      limit = deals.get(scope);
    } else if (scope != null && type == (Object) Customer.TYPE) {
      limit = customers.get(scope);
    }
    return limit == null ? Condition.always() : (Condition<E>) limit;
  }

  @Override
  public FieldRight field(CallContext who, Field<?, ?> field) {
    return FieldRight.WRITE;
  }
}

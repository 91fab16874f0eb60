package io.crmkit.activity;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Links;
import io.crmkit.org.OrgModule;
import java.util.List;

/** Interactions and tasks. */
public final class ActivityModule implements CrmModule {
  @Override
  public String name() {
    return "activity";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Interaction.TYPE, InteractionParty.TYPE, Task.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Interaction.TYPE, Links.checked(Interaction.ABOUT))
        .prepare(Interaction.TYPE, customerOf(Interaction.ABOUT, Interaction.CUSTOMER))
        .prepare(Interaction.TYPE, OrgModule.ownedByActor(Interaction.OWNER))
        .prepare(Task.TYPE, Links.checked(Task.ABOUT))
        .prepare(Task.TYPE, customerOf(Task.ABOUT, Task.CUSTOMER))
        .prepare(Task.TYPE, OrgModule.ownedByActor(Task.OWNER));
  }

  /** Where no customer is given, it is that of the record that the activity is about. */
  private static <E extends Entity<E>> Hooks.Preparation<E> customerOf(
      Link<E> about, RefField<E, Customer> customer) {
    return (space, draft) -> {
      if (draft.isNew() && draft.get(customer) == null && about.isTouched(draft)) {
        about
            .of(draft, space.layout())
            .flatMap(record -> new Customers(space).of(record))
            .ifPresent(its -> draft.set(customer, its));
      }
    };
  }
}

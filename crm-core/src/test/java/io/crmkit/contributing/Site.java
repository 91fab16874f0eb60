package io.crmkit.contributing;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A place where customers can be visited. */
public final class Site extends Entity<Site> {
  private static final Definition<Site> DEF = Definition.of("site", Site::new);

  /** The name. */
  public static final TextField<Site> NAME =
      DEF.text("name").required().max(200).searchable().add();

  /** Whose it is. */
  public static final RefField<Site, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).required().add();

  /** When the first visitor may come. */
  public static final DateField<Site> OPENS_ON = DEF.date("opens_on").indexed().add();

  /** The type. */
  public static final EntityType<Site> TYPE = DEF.seal();

  private Site(Snapshot snapshot) {
    super(snapshot);
  }
}

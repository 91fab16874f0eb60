package io.crmkit.sales;

import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Who decides about deals on the customers' side; itself the records of their roles. */
public final class BuyingCentre extends Records<DealRole> {
  /** The roles as {@code space} sees them. */
  public BuyingCentre(Workspace space) {
    super(space, DealRole.TYPE);
  }

  /**
   * Gives a contact a role in a deal.
   *
   * @param role a code of {@code contact_role}
   * @param since the first day
   * @param filling says with what influence and attitude
   */
  public DealRole assign(
      Opportunity deal,
      Contact contact,
      String role,
      LocalDate since,
      Consumer<Draft<DealRole>> filling) {
    return create(
        draft -> {
          draft
              .set(DealRole.OPPORTUNITY, deal)
              .set(DealRole.CONTACT, contact)
              .set(DealRole.ROLE, role)
              .set(DealRole.SINCE, since);
          filling.accept(draft);
        });
  }

  /** Ends a role; {@code until} is its last day. */
  public DealRole end(DealRole role, LocalDate until) {
    return update(role, draft -> draft.set(DealRole.UNTIL, until));
  }

  /** The roles that were played in a deal on a day, in the order of their beginning. */
  public List<DealRole> of(Opportunity deal, LocalDate day) {
    return where(DealRole.OPPORTUNITY.is(deal), DealRole.on(day))
        .orderBy(DealRole.SINCE.asc())
        .list();
  }
}

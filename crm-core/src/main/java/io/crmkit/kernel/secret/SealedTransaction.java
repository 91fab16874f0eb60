package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals what it writes. */
final class SealedTransaction extends SealedReader<StoreTransaction> implements StoreTransaction {
  private final Rivals rivals;

  SealedTransaction(StoreTransaction store, Vault vault, String tenant, Layout layout) {
    super(store, vault, tenant, layout);
    this.rivals = new Rivals(store, vault, tenant, layout);
  }

  @Override
  public void write(List<Change> changes) {
    List<Change> sealed = sealing.sealed(changes);
    rivals.check(changes);
    told(() -> store.write(sealed));
  }

  @Override
  public void commit(List<Change> changes) {
    List<Change> sealed = sealing.sealed(changes);
    rivals.check(changes);
    told(() -> store.commit(sealed));
  }

  /** A store says that a blind index is taken, and means the field. */
  private static void told(Runnable write) {
    try {
      write.run();
    } catch (ValidationException refused) {
      throw new ValidationException(
          refused.violations().stream().map(SealedTransaction::told).toList());
    }
  }

  private static Violation told(Violation violation) {
    String place = violation.field();
    if (place == null || SealedField.nameOf(place).equals(place)) {
      return violation;
    }
    String field = SealedField.nameOf(place);
    List<@Nullable Object> arguments =
        violation.arguments().stream()
            .<@Nullable Object>map(each -> place.equals(each) ? field : each)
            .toList();
    return new Violation(violation.type(), field, violation.code(), arguments);
  }

  @Override
  public void close() {
    store.close();
  }
}

package io.crmkit.kernel.store;

import io.crmkit.testing.Universe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every store has to do, whatever it is made of. A store runs it in one empty subclass per way
 * of wiring it. The tests are in the parts, by topic; each wiring runs all of them.
 */
public abstract class StoreContract
    implements RowContract,
        BulkContract,
        UnitContract,
        SnapshotContract,
        ConflictContract,
        KeyContract,
        ReferenceContract,
        SelectionContract,
        FigureContract,
        TenantContract {
  private Store store;

  /** Makes a store with nothing in it, not opened yet. */
  protected abstract Store freshStore();

  /** Closes a store and removes what it may have left behind. */
  protected abstract void dispose(Store used);

  /**
   * True where a transaction that has written keeps others from writing the same until it ends: the
   * one that would have to wait is then refused, and the other must not suffer for it.
   */
  @Override
  public boolean writersWait() {
    return false;
  }

  /**
   * True where the store cannot look beyond the snapshot of a transaction that is refused because
   * of what others have committed meanwhile: it may then say no more than that.
   */
  @Override
  public boolean seesOnlyItsSnapshot() {
    return false;
  }

  @BeforeEach
  final void openTheStore() {
    store = freshStore();
    store.open(Universe.TYPES);
  }

  @AfterEach
  final void disposeOfTheStore() {
    dispose(store);
  }

  @Override
  public final Store store() {
    return store;
  }
}

package io.crmkit.persistence;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.work.CrmModule;
import java.util.Collection;
import java.util.List;

/** Finds out which record types a CRM opens its store for. */
final class LibraryTypes {
  private LibraryTypes() {}

  /** The types of the kernel, of the library's modules and of these. */
  static List<EntityType<?>> with(Collection<CrmModule> modules) {
    CrmBuilder builder = Crm.builder().store(new Listener());
    modules.forEach(builder::module);
    try {
      builder.open();
      throw new AssertionError("a CRM was opened without its store");
    } catch (Heard heard) {
      return heard.types;
    }
  }

  /** Ends the opening as soon as the types are known. */
  private static final class Heard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<EntityType<?>> types;

    Heard(Collection<EntityType<?>> types) {
      super("not a failure", null, false, false);
      this.types = List.copyOf(types);
    }
  }

  private static final class Listener implements Store {
    @Override
    public void open(Collection<EntityType<?>> types) {
      throw new Heard(types);
    }

    @Override
    public StoreReader reader(String tenant, Layout layout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StoreTransaction begin(String tenant, Layout layout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}

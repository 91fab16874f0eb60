package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction has written to one table, in the order of the first writes. */
final class Writes {
  /** So many are looked through as quickly as a map is asked, and most transactions write fewer. */
  private static final int FEW = 8;

  private final EntityType<?> type;
  private final Table table;
  private final List<Write> all = new ArrayList<>(2);
  private @Nullable Map<Ref<?>, Write> byRef;

  Writes(EntityType<?> type, Table table) {
    this.type = type;
    this.table = table;
  }

  EntityType<?> type() {
    return type;
  }

  Table table() {
    return table;
  }

  List<Write> all() {
    return all;
  }

  @Nullable Write get(Ref<?> ref) {
    if (byRef != null) {
      return byRef.get(ref);
    }
    for (int i = 0; i < all.size(); i++) {
      Write write = all.get(i);
      if (write.ref.equals(ref)) {
        return write;
      }
    }
    return null;
  }

  /** Adds the first write of a row. */
  void add(Write write) {
    all.add(write);
    if (byRef != null) {
      byRef.put(write.ref, write);
    } else if (all.size() > FEW) {
      byRef = new HashMap<>();
      for (Write each : all) {
        byRef.put(each.ref, each);
      }
    }
  }

  Writes copy() {
    Writes copy = new Writes(type, table);
    for (Write write : all) {
      copy.add(new Write(write.ref, write.base, write.row));
    }
    return copy;
  }
}

package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction has written to one table, in the order of the first writes. */
final class Writes {
  /** So many are looked through as quickly as a map is asked, and most transactions write fewer. */
  private static final int FEW = 8;

  final EntityType<?> type;
  final Table table;

  /** What was written to the next table; null at the end. */
  @Nullable Writes next;

  private @Nullable Write first;
  private @Nullable Write last;
  private int size;
  private @Nullable Map<Ref<?>, Write> byRef;

  Writes(EntityType<?> type, Table table) {
    this.type = type;
    this.table = table;
  }

  /** The first; the others follow by {@link Write#next}. */
  @Nullable Write first() {
    return first;
  }

  @Nullable Write get(Ref<?> ref) {
    if (byRef != null) {
      return byRef.get(ref);
    }
    for (Write write = first; write != null; write = write.next) {
      if (write.ref.equals(ref)) {
        return write;
      }
    }
    return null;
  }

  /** Adds the first write of a row. */
  void add(Write write) {
    if (last == null) {
      first = write;
    } else {
      last.next = write;
    }
    last = write;
    size++;
    if (byRef != null) {
      byRef.put(write.ref, write);
    } else if (size > FEW) {
      byRef = new HashMap<>();
      for (Write each = first; each != null; each = each.next) {
        byRef.put(each.ref, each);
      }
    }
  }

  /** A copy that later writes do not touch. */
  Writes copy() {
    Writes copy = new Writes(type, table);
    for (Write write = first; write != null; write = write.next) {
      copy.add(new Write(write.ref, write.base, write.row));
    }
    return copy;
  }
}

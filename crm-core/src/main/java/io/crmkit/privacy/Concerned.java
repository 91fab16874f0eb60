package io.crmkit.privacy;

import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Erasing;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records say something about a person: those that are about the person's record or a part of
 * it, and those about these, up to the record of another person. It follows from what the types
 * declare, so a type of anybody's is covered.
 */
final class Concerned {
  /** Takes one batch of records of one type. */
  interface Visitor {
    <E extends Entity<E>> void visit(EntityType<E> type, List<E> records);
  }

  static final int BATCH = 100;

  private final Erasing all;
  private final Layout layout;

  Concerned(Erasing all, Layout layout) {
    this.all = all;
    this.layout = layout;
  }

  /** Visits what is about the record, the farthest first; not the record itself. */
  void visit(Ref<?> record, Visitor visitor) {
    visit(record, List.of(), visitor);
  }

  private void visit(Ref<?> record, List<EntityType<?>> way, Visitor visitor) {
    for (EntityType<?> type : layout.types()) {
      if (type.person() == null) {
        visit(type, record, way, visitor);
      }
    }
  }

  private <E extends Entity<E>> void visit(
      EntityType<E> type, Ref<?> record, List<EntityType<?>> way, Visitor visitor) {
    List<Condition<E>> any = new ArrayList<>();
    for (RefField<E, ?> field : CustomRecord.about(layout, type)) {
      if (field.target() == record.type() && record.type() != type && !way.contains(type)) {
        any.add(refersTo(field, record));
      }
    }
    if (record.type() != type && !way.contains(type)) {
      type.links().stream().map(link -> link.is(record)).forEach(any::add);
    }
    if (any.isEmpty()) {
      return;
    }
    List<EntityType<?>> further = new ArrayList<>(way);
    further.add(type);
    Condition<E> condition = Condition.any(any);
    List<E> batch = all.list(type, condition, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(each -> visit(each.ref(), further, visitor));
      visitor.visit(type, batch);
      Ref<E> last = batch.get(batch.size() - 1).ref();
      batch =
          batch.size() < BATCH
              ? List.of()
              : all.list(type, condition.and(type.id().moreThan(last)), BATCH);
    }
  }

  @SuppressWarnings("unchecked") // the field refers to records of that type
  private static <E extends Entity<E>, X extends Entity<X>> Condition<E> refersTo(
      RefField<E, X> field, Ref<?> record) {
    return field.is((Ref<X>) record);
  }
}

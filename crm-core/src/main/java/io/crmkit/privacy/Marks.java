package io.crmkit.privacy;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.work.Erasing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody is recognised by: addresses for mail, numbers, names in other systems. */
final class Marks {
  private Marks() {}

  /** The marks of a record, as texts that are equal where the person is the same. */
  static <E extends Entity<E>> Set<String> of(E entity, Layout layout) {
    Set<String> marks = Set.of();
    for (Field<E, ?> field : layout.fields(entity.type())) {
      String mark = isMark(field) ? mark(entity, field) : null;
      if (mark != null) {
        marks = marks.isEmpty() ? new LinkedHashSet<>() : marks;
        marks.add(mark);
      }
    }
    return marks;
  }

  private static <E extends Entity<E>, T> @Nullable String mark(E entity, Field<E, T> field) {
    T value = entity.get(field);
    return value == null ? null : mark(field, field.kind().format(value));
  }

  static boolean isMark(Field<?, ?> field) {
    return (field.kind() == Kinds.EMAIL || field.kind() == Kinds.PHONE || field.unique())
        && field.personal();
  }

  private static String mark(Field<?, ?> field, String text) {
    if (field.kind() == Kinds.EMAIL) {
      return "email " + text.toLowerCase(Locale.ROOT);
    } else if (field.kind() == Kinds.PHONE) {
      return "phone " + text;
    }
    return field + " " + text;
  }

  /** The marks that no other person has: the number of an office says nothing about one of many. */
  static <E extends Entity<E>> Set<String> own(E entity, Layout layout, Erasing all) {
    Set<String> marks = new LinkedHashSet<>();
    for (Field<E, ?> field : layout.fields(entity.type())) {
      addOwn(entity, field, layout, all, marks);
    }
    return marks;
  }

  private static <E extends Entity<E>, T> void addOwn(
      E entity, Field<E, T> field, Layout layout, Erasing all, Set<String> marks) {
    T value = entity.get(field);
    if (value == null || !isMark(field)) {
      return;
    }
    long others = -1; // the person's own
    for (EntityType<?> type : layout.types()) {
      if (type.person() != null) {
        others += count(type, field, value, layout, all);
      }
    }
    if (field.unique() || others <= 0) {
      marks.add(mark(field, field.kind().format(value)));
    }
  }

  @SuppressWarnings("unchecked") // fields of one kind have values of one type
  private static <E extends Entity<E>, T> long count(
      EntityType<E> type, Field<?, T> like, T value, Layout layout, Erasing all) {
    List<Condition<E>> any =
        layout.fields(type).stream()
            .filter(field -> field.personal() && field.kind() == like.kind())
            .map(field -> ((Field<E, T>) field).is(value))
            .toList();
    return any.isEmpty() ? 0 : all.count(type, Condition.any(any));
  }
}

package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** That somebody saw something or was refused, before it is written down. */
final class Access {
  private static final Set<String> VALUES = Set.of("value", "values");

  private final AccessEntry.Kind kind;
  private final @Nullable EntityType<?> type;
  private final @Nullable Ref<?> record;
  private final @Nullable String shape;
  private long records;

  Access(
      AccessEntry.Kind kind,
      @Nullable EntityType<?> type,
      @Nullable Ref<?> record,
      @Nullable String shape,
      long records) {
    this.kind = kind;
    this.type = type;
    this.record = record;
    this.shape = shape;
    this.records = records;
  }

  AccessEntry.Kind kind() {
    return kind;
  }

  @Nullable EntityType<?> type() {
    return type;
  }

  @Nullable Ref<?> record() {
    return record;
  }

  @Nullable String shape() {
    return shape;
  }

  long records() {
    return records;
  }

  /** Counts one more record of a list that is still being gone through. */
  void count() {
    records++;
  }

  /** What was lacking: names of rights, types and fields, never a value. */
  static String shape(AccessDeniedException refusal) {
    return refusal.right();
  }

  /** A condition without its values; null where there is none. */
  static <E extends Entity<E>> @Nullable String shape(Condition<E> asked) {
    if (ReadDoor.everything(asked)) {
      return null;
    }
    try {
      return Json.of(bare(Json.parse(ConditionJson.write(asked)).toMap())).toString();
    } catch (InvalidRequestException | IllegalArgumentException unwritable) {
      Set<String> fields = new TreeSet<>();
      asked.mentions((Field<?, ?> field) -> fields.add(field.toString()));
      return Json.of(Map.of("fields", List.copyOf(fields))).toString();
    }
  }

  private static @Nullable Object bare(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> left = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            if (!VALUES.contains(String.valueOf(key))) {
              left.put(key, bare(value));
            }
          });
      return left;
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> left = new ArrayList<>();
      list.forEach(item -> left.add(bare(item)));
      return left;
    }
    return tree;
  }
}

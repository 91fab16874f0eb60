package io.crmkit.view;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.ActorCondition;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of saved views as they read to one reader on one day: {@code {"day":"month","plus":1}}
 * in the place of a value is a day counted from today, see {@link ViewDraft#whereJson}.
 */
final class Days {
  private static final String DAY = "day";
  private static final String PLUS = "plus";
  private static final List<String> UNITS = List.of("today", "week", "month", "quarter", "year");

  private final Workspace space;

  private Days(Workspace space) {
    this.space = space;
  }

  /** The condition that {@code json} stands for at this moment, to the actor of {@code space}. */
  static <E extends Entity<E>> Condition<E> read(Workspace space, EntityType<E> type, String json) {
    boolean byActor = ActorCondition.isOne(json);
    boolean byDay = json.contains('"' + DAY + '"');
    Json rule = byActor || byDay ? object(json) : null;
    if (rule == null) {
      return ConditionJson.read(type, json, space.naming());
    }
    Json dated = byDay ? Json.of(new Days(space).filled(rule.toMap(), type)) : rule;
    return ActorCondition.of(
        type, dated, byActor ? ActorCondition.actor(space) : null, space.naming());
  }

  /** Null where it is none; whoever reads it as a condition says what is wrong. */
  private static @Nullable Json object(String json) {
    try {
      Json read = Json.parse(json);
      return read.kind() == Json.Kind.OBJECT ? read : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private @Nullable Object filled(@Nullable Object part, EntityType<?> type) {
    if (part instanceof List<?> list) {
      List<@Nullable Object> filled = new ArrayList<>();
      list.forEach(item -> filled.add(filled(item, type)));
      return filled;
    }
    if (!(part instanceof Map<?, ?> map)) {
      return part;
    }
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    EntityType<?> inner = map.get("field") instanceof String path ? target(type, path) : type;
    map.forEach(
        (key, value) -> {
          EntityType<?> its = key.equals("condition") ? inner : type;
          filled.put(
              String.valueOf(key), isDay(value) ? day(map, value, type) : filled(value, its));
        });
    return filled;
  }

  private EntityType<?> target(EntityType<?> type, String path) {
    return resolved(type, path) instanceof RefField<?, ?> reference ? reference.target() : type;
  }

  private <E extends Entity<E>> Expr<E, ?> resolved(EntityType<E> type, String path) {
    return Paths.resolve(type, path, space.naming());
  }

  private static boolean isDay(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.containsKey(DAY)
        && Set.of(DAY, PLUS).containsAll(map.keySet());
  }

  private String day(Map<?, ?> comparison, @Nullable Object value, EntityType<?> type) {
    Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(value);
    long plus = map.get(PLUS) instanceof BigDecimal number ? number.longValue() : 0;
    LocalDate day = counted(String.valueOf(map.get(DAY)), plus);
    String path = String.valueOf(comparison.get("field"));
    String kind = resolved(type, path).kind().name();
    if (kind.equals(Kinds.DATE.name())) {
      return day.toString();
    }
    if (kind.equals(Kinds.INSTANT.name())) {
      return space.startOf(day).toString();
    }
    throw new InvalidRequestException("view.day_field", path, kind);
  }

  private LocalDate counted(String from, long plus) {
    LocalDate today = space.today();
    return switch (from) {
      case "today" -> today.plusDays(plus);
      case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(plus);
      case "month" -> today.withDayOfMonth(1).plusMonths(plus);
      case "quarter" -> today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3 * plus);
      case "year" -> today.withDayOfYear(1).plusYears(plus);
      default -> throw new InvalidRequestException("view.day_unit", from, UNITS);
    };
  }
}

package io.crmkit.service;

import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.calendar.BusinessHours;
import io.crmkit.calendar.CalendarModule;
import io.crmkit.calendar.Opening;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The service levels of a tenant, in order.
 *
 * @param basis says in which versions they and their calendars are; cases remember it
 * @param settled they can be kept: nothing of them may yet be taken back
 */
record Levels(String basis, List<Level> all, boolean settled) {
  private static final String NONE = "none";

  private static final BusinessHours ALWAYS =
      BusinessHours.in(ZoneOffset.UTC)
          .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, Opening.of("00:00", "00:00"))
          .build();

  /** A level with the version of its calendar. */
  private record Source(ServiceLevel level, CalendarModule.@Nullable Edition calendar) {
    String version() {
      return level.ref().id()
          + ":"
          + level.version()
          + (calendar == null ? "" : ":" + calendar.version());
    }

    /** True where it is not what a unit of work that goes on may yet take back. */
    boolean settled(Instant now) {
      return level.require(ServiceLevel.TYPE.updatedAt()).isBefore(now)
          && (calendar == null || calendar.since().isBefore(now));
    }

    BusinessHours hours() {
      return calendar == null ? ALWAYS : calendar.hours();
    }
  }

  /** The levels as they are; {@code known} again where they are the same. */
  static Levels current(Workspace space, @Nullable Levels known) {
    List<Source> sources = new ArrayList<>();
    for (ServiceLevel level :
        space
            .own(ServiceLevel.DEF, ServiceLevel.TYPE)
            .where(ServiceLevel.ACTIVE.is(true))
            .orderBy(ServiceLevel.POSITION.asc())
            .list()) {
      Ref<BusinessCalendar> calendar = level.get(ServiceLevel.CALENDAR);
      sources.add(
          new Source(
              level,
              calendar == null
                  ? null
                  : space.module(CalendarModule.class).edition(space, calendar)));
    }
    String basis = basis(sources);
    return known != null && known.basis().equals(basis)
        ? known
        : new Levels(
            basis,
            sources.stream().map(source -> compiled(space, source)).toList(),
            sources.stream().allMatch(source -> source.settled(space.now())));
  }

  private static String basis(List<Source> sources) {
    if (sources.isEmpty()) {
      return NONE;
    }
    String versions = String.join(" ", sources.stream().map(Source::version).toList());
    return UUID.nameUUIDFromBytes(versions.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Level compiled(Workspace space, Source source) {
    ServiceLevel level = source.level();
    Map<Priority, Level.Target> targets = new EnumMap<>(Priority.class);
    for (ServiceTarget target :
        space
            .own(ServiceTarget.DEF, ServiceTarget.TYPE)
            .where(ServiceTarget.LEVEL.is(level))
            .list()) {
      targets.put(
          target.require(ServiceTarget.PRIORITY),
          new Level.Target(
              minutes(target.get(ServiceTarget.RESPONSE_MINUTES)),
              minutes(target.get(ServiceTarget.RESOLUTION_MINUTES))));
    }
    List<EscalationRung> ladder =
        space
            .own(EscalationRung.DEF, EscalationRung.TYPE)
            .where(EscalationRung.LEVEL.is(level))
            .orderBy(EscalationRung.PERCENT.asc())
            .list();
    return new Level(
        level.ref(), condition(space, level), source.hours(), pauses(level), targets, ladder);
  }

  private static @Nullable Duration minutes(@Nullable Long minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }

  private static Condition<Case> condition(Workspace space, ServiceLevel level) {
    String json = level.get(ServiceLevel.CONDITION);
    if (json == null) {
      return Condition.always();
    }
    try {
      return ConditionJson.read(Case.TYPE, json, space.layout());
    } catch (InvalidRequestException gone) { // a custom field that it mentions was taken away
      return Condition.never();
    }
  }

  private static Set<CaseState> pauses(ServiceLevel level) {
    Set<CaseState> states = EnumSet.noneOf(CaseState.class);
    Set<String> codes = level.get(ServiceLevel.PAUSED_IN);
    for (CaseState state : CaseState.values()) {
      if (codes != null && codes.contains(state.name().toLowerCase(Locale.ROOT))) {
        states.add(state);
      }
    }
    return states;
  }

  /** The level that a case falls under as it stands. */
  Optional<Level> matching(Workspace space, Draft<Case> draft) {
    for (Level level : all) {
      if (Guards.meets(space, level.condition(), draft)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  Optional<Level> find(@Nullable Ref<ServiceLevel> ref) {
    return all.stream().filter(level -> level.ref().equals(ref)).findFirst();
  }
}

package io.crmkit.org;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the organisation. Told when it is decided, which may be long before or after the
 * day from which it holds; that day is a fact of the event, missing where it has been so for as
 * long as anybody asks.
 */
public sealed interface OrgEvent extends CrmEvent {
  /** The first day. */
  @Nullable LocalDate day();

  /** A unit has another place; at the top where the parent is missing. */
  record UnitMoved(Ref<OrgUnit> record, @Nullable Ref<OrgUnit> parent, @Nullable LocalDate day)
      implements OrgEvent {
    @Override
    public String name() {
      return "org_unit.moved";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return about(day, "parent", parent);
    }
  }

  /** A unit does not exist any more. */
  record UnitClosed(Ref<OrgUnit> record, LocalDate day) implements OrgEvent {
    @Override
    public String name() {
      return "org_unit.closed";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return about(day, "unit", null);
    }
  }

  /** A user has another primary unit; none where it is missing. */
  record UserTransferred(Ref<User> record, @Nullable Ref<OrgUnit> unit, @Nullable LocalDate day)
      implements OrgEvent {
    @Override
    public String name() {
      return "user.transferred";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return about(day, "unit", unit);
    }
  }

  /** A user reports to another manager; to nobody where it is missing. */
  record ManagerChanged(Ref<User> record, @Nullable Ref<User> manager, @Nullable LocalDate day)
      implements OrgEvent {
    @Override
    public String name() {
      return "user.manager_changed";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return about(day, "manager", manager);
    }
  }

  /** A user leaves; somebody may take over. */
  record UserLeft(Ref<User> record, @Nullable Ref<User> successor, LocalDate day)
      implements OrgEvent {
    @Override
    public String name() {
      return "user.left";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return about(day, "successor", successor);
    }
  }

  /** The day and one thing more, where there is any. */
  private static Map<String, @Nullable Object> about(
      @Nullable LocalDate day, String key, @Nullable Ref<?> other) {
    Map<String, @Nullable Object> facts = new HashMap<>();
    if (day != null) {
      facts.put("day", day.toString());
    }
    if (other != null) {
      facts.put(key, other.toString());
    }
    return facts;
  }
}

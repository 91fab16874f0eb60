package io.crmkit.activity;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;

/** What happens to tasks. */
public sealed interface TaskEvent extends CrmEvent {
  @Override
  Ref<Task> record();

  /** It was done. */
  record Done(Ref<Task> record) implements TaskEvent {
    @Override
    public String name() {
      return "task.done";
    }
  }

  /** It is not to be done any more. */
  record Cancelled(Ref<Task> record) implements TaskEvent {
    @Override
    public String name() {
      return "task.cancelled";
    }
  }

  /** It is to be done again. */
  record Reopened(Ref<Task> record) implements TaskEvent {
    @Override
    public String name() {
      return "task.reopened";
    }
  }
}

package io.crmkit.permission;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Makes the marks by which nodes see that somebody's rights have changed. Changes of roles and of
 * the organisation share one, so they follow each other; what people share has several, so that
 * they do not wait for each other.
 */
final class Marks implements Hooks.Watch {
  /** The mark of roles and the organisation. */
  static final String MODEL = "model";

  private static final int STRIPES = 16;

  private record Known(String tenant, String name) {}

  private final Map<Known, Ref<PermissionMark>> last = new ConcurrentHashMap<>();
  private final boolean ofTheModel;
  private final Consumer<String> told;

  /**
   * @param ofTheModel true for changes that concern everybody
   * @param told hears of the tenant once a change is committed
   */
  Marks(boolean ofTheModel, Consumer<String> told) {
    this.ofTheModel = ofTheModel;
    this.told = told;
  }

  @Override
  public void beforeCommit(Workspace work) {
    String name =
        ofTheModel ? MODEL : "people " + Math.floorMod(work.context().actor().hashCode(), STRIPES);
    Known known = new Known(work.context().tenant(), name);
    Records<PermissionMark> marks = work.own(PermissionMark.DEF, PermissionMark.TYPE);
    Optional<PermissionMark> before =
        Optional.ofNullable(last.get(known))
            .flatMap(marks::find)
            .or(() -> marks.where(PermissionMark.NAME.is(name)).first());
    before.ifPresent(marks::purge);
    PermissionMark next =
        marks.create(draft -> draft.unlock(PermissionMark.DEF).set(PermissionMark.NAME, name));
    last.put(known, next.ref()); // where this does not commit, it is not found, and looked for
  }

  @Override
  public void committed(CallContext context) {
    told.accept(context.tenant());
  }
}

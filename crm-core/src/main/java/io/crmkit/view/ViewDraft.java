package io.crmkit.view;

import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.query.OrderText;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Order;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a saved view asks and shows, in the making. Not thread-safe. */
public final class ViewDraft<E extends Entity<E>> {
  private @Nullable String condition;
  private @Nullable String sort;
  private @Nullable List<String> columns;
  private boolean shared;

  ViewDraft() {}

  /** The records that meet all of {@code conditions}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ViewDraft<E> where(Condition<E>... conditions) {
    return whereJson(ConditionJson.write(Condition.all(Arrays.asList(conditions))));
  }

  /** The records that meet a condition in its JSON form. */
  public ViewDraft<E> whereJson(String json) {
    condition = json;
    return this;
  }

  /** Sorted by these keys. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ViewDraft<E> orderBy(Order<E>... keys) {
    return sort(OrderText.write(Arrays.asList(keys)));
  }

  /** Sorted as the text says, such as {@code "closes_on desc"}. */
  public ViewDraft<E> sort(String text) {
    sort = text.isBlank() ? null : text;
    return this;
  }

  /** Showing these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ViewDraft<E> columns(Expr<E, ?>... shown) {
    return columns(Arrays.stream(shown).map(Expr::path).toList());
  }

  /** Showing what these paths lead to. */
  public ViewDraft<E> columns(List<String> paths) {
    columns = List.copyOf(paths);
    return this;
  }

  /** For everybody who may read the record type. */
  public ViewDraft<E> shared() {
    shared = true;
    return this;
  }

  @Nullable String condition() {
    return condition;
  }

  @Nullable String sort() {
    return sort;
  }

  @Nullable List<String> columns() {
    return columns;
  }

  boolean isShared() {
    return shared;
  }
}

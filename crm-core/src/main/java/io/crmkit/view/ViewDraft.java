package io.crmkit.view;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.query.OrderText;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.RefField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a saved view asks and shows, in the making. Not thread-safe. */
public final class ViewDraft<E extends Entity<E>> {
  private @Nullable String condition;
  private @Nullable String sort;
  private @Nullable List<String> columns;
  private boolean mine;
  private boolean shared;
  private final EntityType<E> type;

  ViewDraft(EntityType<E> type) {
    this.type = type;
  }

  /** The records that meet all of {@code conditions}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ViewDraft<E> where(Condition<E>... conditions) {
    return whereJson(ConditionJson.write(Condition.all(Arrays.asList(conditions))));
  }

  /**
   * The records that meet a condition in its JSON form. In the place of a value may stand what is
   * found out when the view is opened: the reader, or what a field of their user record says, and a
   * day. Days are counted from {@code today}, or from the first day of this {@code week}, {@code
   * month}, {@code quarter} or {@code year}, {@code plus} so many of these; weeks begin on Monday.
   * To a moment a day is its beginning, in the zone of the installation.
   *
   * <pre>{@code
   * {"all":[{"field":"owner","op":"is","value":{"actor":"user"}},
   *         {"field":"customer.territory","op":"missing"},
   *         {"field":"closes_on","op":"at_least","value":{"day":"month"}},
   *         {"field":"closes_on","op":"less_than","value":{"day":"month","plus":1}}]}
   * }</pre>
   */
  public ViewDraft<E> whereJson(String json) {
    condition = json;
    return this;
  }

  /**
   * Of these, the reader's own, whoever the reader is.
   *
   * @throws InvalidRequestException where nobody owns records of the type
   */
  public ViewDraft<E> mine() {
    if (type.owner() == null) {
      throw new InvalidRequestException("view.no_owner", type);
    }
    mine = true;
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
    RefField<E, ?> owner = type.owner();
    if (!mine || owner == null) {
      return condition;
    }
    String own =
        "{\"field\":\"" + owner.name() + "\",\"op\":\"is\",\"value\":{\"actor\":\"user\"}}";
    return condition == null ? own : "{\"all\":[" + condition + ',' + own + "]}";
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

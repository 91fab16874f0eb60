package io.crmkit.order;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to orders.
 *
 * @param record the order
 * @param number its number
 * @param kind what happened
 * @param state where it stands since
 */
public record OrderEvent(
    Ref<SalesOrder> record, String number, HostUpdate.Kind kind, OrderState state)
    implements CrmEvent {
  /** {@code order.confirmed}, {@code order.shipped} and so on. */
  @Override
  public String name() {
    return "order." + kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, @Nullable Object> facts() {
    return Map.of("number", number, "state", state.name().toLowerCase(Locale.ROOT));
  }
}

package io.crmkit.order;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Retry;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.order.HostUpdate.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Takes in what the host's system says about orders, each update once. */
final class HostUpdates {
  private static final int ATTEMPTS = 50;

  private HostUpdates() {}

  static SalesOrder apply(Workspace space, HostUpdate update) {
    Function<Workspace, SalesOrder> unit = work -> applied(work, update);
    return space.inUnit()
        ? space.call(unit)
        : Retry.call(space, ATTEMPTS, HostUpdates::passes, unit);
  }

  private static boolean passes(CrmException failure) {
    if (failure instanceof ValidationException taken) {
      return taken.violations().stream()
          .allMatch(violation -> violation.type().equals(AppliedUpdate.TYPE.name()));
    }
    return failure instanceof ConflictException
        || (failure instanceof StoreException broken && broken.isTransient());
  }

  private static SalesOrder applied(Workspace unit, HostUpdate update) {
    SalesOrder order =
        unit.records(SalesOrder.TYPE)
            .where(SalesOrder.EXTERNAL_ID.is(update.externalId()))
            .first()
            .orElseThrow(
                () -> NotFoundException.record(SalesOrder.TYPE + ":" + update.externalId()));
    Records<AppliedUpdate> own = unit.own(AppliedUpdate.DEF, AppliedUpdate.TYPE);
    Optional<AppliedUpdate> before = own.where(AppliedUpdate.KEY.is(update.key())).first();
    if (before.isPresent()) {
      requireSame(before.get(), order, update);
      return order;
    }
    SalesOrder moved = Fulfilment.move(unit, order, moves -> apply(update, moves));
    own.create(
        d ->
            d.unlock(AppliedUpdate.DEF)
                .set(AppliedUpdate.ORDER, order)
                .set(AppliedUpdate.KEY, update.key())
                .set(AppliedUpdate.KIND, update.kind())
                .set(AppliedUpdate.ITEMS, items(update))
                .setOrClear(AppliedUpdate.PROMISED_ON, update.promisedOn())
                .set(AppliedUpdate.AT, update.at()));
    return moved;
  }

  private static void requireSame(AppliedUpdate before, SalesOrder order, HostUpdate update) {
    if (!order.ref().equals(before.get(AppliedUpdate.ORDER))
        || before.get(AppliedUpdate.KIND) != update.kind()
        || !items(update).equals(before.get(AppliedUpdate.ITEMS))
        || !Objects.equals(update.promisedOn(), before.get(AppliedUpdate.PROMISED_ON))) {
      throw new InvalidRequestException(
          "order.key", update.key(), before.get(AppliedUpdate.KIND), before.get(AppliedUpdate.AT));
    }
  }

  private static Json items(HostUpdate update) {
    return Json.of(
        update.items().stream()
            .sorted(Comparator.comparing(Item::position).thenComparing(Item::quantity))
            .map(item -> Map.of("position", item.position(), "quantity", item.quantity()))
            .toList());
  }

  private static void apply(HostUpdate update, Fulfilment moves) {
    Instant at = update.at();
    LocalDate promised = update.promisedOn();
    boolean draft = moves.isDraft();
    if (draft
        && (update.kind() == HostUpdate.Kind.CONFIRMED
            || update.kind() == HostUpdate.Kind.SHIPPED)) {
      moves.confirm();
    }
    if (promised != null) {
      moves.promise(promised, at);
    }
    switch (update.kind()) {
      case CONFIRMED, PROMISED -> {}
      case SHIPPED ->
          moves.ship(
              update.items(),
              at,
              d ->
                  d.setOrClear(Shipment.CARRIER, update.carrier())
                      .setOrClear(Shipment.TRACKING_NUMBER, update.trackingNumber()));
      case CANCELLED -> moves.cancel(update.items(), update.reason());
      case RETURNED -> moves.takeBack(update.items(), at, update.reason());
      case CLOSED -> moves.close();
    }
  }
}

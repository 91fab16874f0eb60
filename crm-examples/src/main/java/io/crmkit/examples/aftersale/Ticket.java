package io.crmkit.examples.aftersale;

import io.crmkit.service.Priority;
import java.util.List;

/**
 * A kind of thing that customers write or call about.
 *
 * @param channel a code of {@code case_channel}
 * @param kind a code of {@code case_kind}
 * @param priority how soon the desk wants to deal with it
 * @param subject with {@code %s} for the product or the order
 * @param aboutOrder whether that is the order
 * @param answer what the agent says
 */
record Ticket(
    String channel,
    String kind,
    Priority priority,
    String subject,
    boolean aboutOrder,
    String answer) {
  static final List<Ticket> ALL =
      List.of(
          new Ticket(
              "mail",
              "complaint",
              Priority.HIGH,
              "Delivery of %s is incomplete",
              true,
              "The rest is on its way; here is the tracking number."),
          new Ticket(
              "phone",
              "fault",
              Priority.URGENT,
              "%s is down",
              false,
              "We restarted the service and watch it."),
          new Ticket(
              "form",
              "question",
              Priority.LOW,
              "How do we add users to %s?",
              false,
              "Under Settings, Users; the manual is attached."),
          new Ticket(
              "mail",
              "request",
              Priority.NORMAL,
              "Copy of the invoice for %s",
              true,
              "Here is the copy."),
          new Ticket(
              "phone",
              "complaint",
              Priority.HIGH,
              "Wrong product came with %s",
              true,
              "We send the right one today and collect the other."),
          new Ticket(
              "form",
              "fault",
              Priority.NORMAL,
              "Error message in %s since the update",
              false,
              "Please install the patch from the portal."),
          new Ticket(
              "mail",
              "request",
              Priority.LOW,
              "Training on %s for new colleagues",
              false,
              "The next course has places left."),
          new Ticket(
              "form",
              "request",
              Priority.NORMAL,
              "Return of %s",
              true,
              "The label for the parcel is attached."));

  static Ticket of(int number) {
    return ALL.get(number % ALL.size());
  }
}

package io.crmkit.customer;

import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who reports to whom at a customer on a day, as far as the reader may see it. Immutable.
 *
 * @param top those who report to nobody here, in the order in which they took their positions
 */
public record OrgChart(List<Node> top) {
  /** Copies the list. */
  public OrgChart {
    top = List.copyOf(top);
  }

  /**
   * A position with everybody who reports to it.
   *
   * @param contact who holds it
   * @param position what it is
   * @param reports who reports to them
   */
  public record Node(Contact contact, Position position, List<Node> reports) {
    /** Copies the list. */
    public Node {
      reports = List.copyOf(reports);
    }
  }

  /** The position of {@code contact} here; empty where they have none. */
  public Optional<Node> find(Contact contact) {
    return find(top, contact.ref());
  }

  private static Optional<Node> find(List<Node> nodes, Ref<Contact> contact) {
    for (Node node : nodes) {
      Optional<Node> found =
          node.contact().ref().equals(contact) ? Optional.of(node) : find(node.reports(), contact);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Puts positions together.
   *
   * @param positions in order; who holds several stands where the first of them is
   * @param contacts those who hold them, as far as the reader may see them
   */
  static OrgChart of(List<Position> positions, Map<Ref<Contact>, Contact> contacts) {
    Map<Ref<Contact>, Position> held = new LinkedHashMap<>();
    for (Position position : positions) {
      Ref<Contact> who = position.get(Position.CONTACT);
      if (who != null && contacts.containsKey(who)) {
        held.putIfAbsent(who, position);
      }
    }
    Map<Ref<Contact>, List<Ref<Contact>>> below = new HashMap<>();
    List<Ref<Contact>> top = new ArrayList<>();
    held.forEach(
        (who, position) -> {
          Ref<Contact> up = position.get(Position.REPORTS_TO);
          boolean here = up != null && held.containsKey(up);
          (here ? below.computeIfAbsent(up, u -> new ArrayList<>()) : top).add(who);
        });
    return new OrgChart(nodes(top, held, below, contacts));
  }

  private static List<Node> nodes(
      List<Ref<Contact>> who,
      Map<Ref<Contact>, Position> held,
      Map<Ref<Contact>, List<Ref<Contact>>> below,
      Map<Ref<Contact>, Contact> contacts) {
    List<Node> nodes = new ArrayList<>();
    for (Ref<Contact> one : who) {
      Contact contact = contacts.get(one);
      Position position = held.get(one);
      if (contact != null && position != null) {
        List<Ref<Contact>> its = below.getOrDefault(one, List.of());
        nodes.add(new Node(contact, position, nodes(its, held, below, contacts)));
      }
    }
    return nodes;
  }
}

package io.crmkit.customer;

import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who reports to whom at a customer on a day, as far as the reader may see it. Who holds several
 * positions stands in each of them, and those who report to them below the first. Immutable.
 *
 * @param top those who report to nobody here, in the order in which they took their positions
 */
public record OrgChart(List<Node> top) {
  private static final Comparator<Position> IN_ORDER =
      Comparator.comparing((Position position) -> position.require(Position.SINCE))
          .thenComparing(Position::ref);

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

  /** The first position of {@code contact} here; empty where they have none. */
  public Optional<Node> find(Contact contact) {
    return positions(contact).stream().findFirst();
  }

  /** All positions of {@code contact} here, the first, below which their people stand, first. */
  public List<Node> positions(Contact contact) {
    List<Node> found = new ArrayList<>();
    collect(top, contact.ref(), found);
    found.sort(Comparator.comparing(Node::position, IN_ORDER));
    return List.copyOf(found);
  }

  private static void collect(List<Node> nodes, Ref<Contact> contact, List<Node> found) {
    for (Node node : nodes) {
      if (node.contact().ref().equals(contact)) {
        found.add(node);
      }
      collect(node.reports(), contact, found);
    }
  }

  /**
   * Puts positions together.
   *
   * @param positions in any order
   * @param contacts those who hold them, as far as the reader may see them
   */
  static OrgChart of(List<Position> positions, Map<Ref<Contact>, Contact> contacts) {
    Map<Ref<Contact>, Position> first = new HashMap<>();
    List<Position> held = new ArrayList<>();
    for (Position position : positions.stream().sorted(IN_ORDER).toList()) {
      Ref<Contact> who = position.get(Position.CONTACT);
      if (who != null && contacts.containsKey(who)) {
        held.add(position);
        first.putIfAbsent(who, position);
      }
    }
    Map<Position, List<Position>> below = new HashMap<>();
    List<Position> top = new ArrayList<>();
    for (Position position : held) {
      Ref<Contact> up = position.get(Position.REPORTS_TO);
      Position above = up == null ? null : first.get(up);
      (above == null ? top : below.computeIfAbsent(above, a -> new ArrayList<>())).add(position);
    }
    return new OrgChart(nodes(top, below, contacts));
  }

  private static List<Node> nodes(
      List<Position> positions,
      Map<Position, List<Position>> below,
      Map<Ref<Contact>, Contact> contacts) {
    List<Node> nodes = new ArrayList<>();
    for (Position position : positions) {
      Contact who = Objects.requireNonNull(contacts.get(position.require(Position.CONTACT)));
      List<Position> its = below.getOrDefault(position, List.of());
      nodes.add(new Node(who, position, nodes(its, below, contacts)));
    }
    return nodes;
  }
}

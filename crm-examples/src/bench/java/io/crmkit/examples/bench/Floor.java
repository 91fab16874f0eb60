package io.crmkit.examples.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would write by hand: immutable records in concurrent maps, an audit fact and an
 * outbox entry per change; no permissions, no validation, no transactions, no queries.
 */
final class Floor {
  record Client(
      UUID id,
      long version,
      Instant at,
      String by,
      String name,
      @Nullable String level,
      @Nullable UUID owner) {}

  record Deal(
      UUID id,
      long version,
      Instant at,
      String by,
      UUID customer,
      UUID owner,
      String title,
      BigDecimal amount,
      String currency,
      String stage,
      LocalDate closesOn) {
    Deal in(String next, Instant when, String who) {
      return new Deal(
          id, version + 1, when, who, customer, owner, title, amount, currency, next, closesOn);
    }
  }

  record Fact(UUID id, Instant at, String by, @Nullable Object before, Object after) {}

  record Outbox(UUID id, Instant at, String event, UUID record, long version) {}

  record Place(LocalDate closesOn, UUID id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::closesOn).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  record Named(String name, UUID id) implements Comparable<Named> {
    private static final Comparator<Named> ORDER =
        Comparator.comparing(Named::name).thenComparing(Named::id);

    @Override
    public int compareTo(Named other) {
      return ORDER.compare(this, other);
    }
  }

  private static final UUID LEAST = new UUID(0, 0);

  private final Supplier<UUID> ids;
  private final Map<UUID, Client> clients = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Named, Client> byName = new ConcurrentSkipListMap<>();
  private final Map<UUID, Map<UUID, Client>> clientsByOwner = new ConcurrentHashMap<>();
  private final Map<UUID, Deal> deals = new ConcurrentHashMap<>();
  private final Map<UUID, Fact> history = new ConcurrentHashMap<>();
  private final Map<UUID, Fact> audit = new ConcurrentHashMap<>();
  private final Map<UUID, Outbox> outbox = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Place, Deal> byClose = new ConcurrentSkipListMap<>();
  private final Map<UUID, Map<UUID, Deal>> byOwner = new ConcurrentHashMap<>();

  Floor(Supplier<UUID> ids) {
    this.ids = ids;
  }

  Client create(String name, String level) {
    Instant now = Instant.now();
    return told(new Client(ids.get(), 1, now, "ada", name, level, null));
  }

  /** The same in the lists by name and by owner. */
  Client createListed(String name, UUID owner) {
    Instant now = Instant.now();
    Client made = new Client(ids.get(), 1, now, "ada", name, null, owner);
    list(made);
    return told(made);
  }

  private Client told(Client made) {
    Instant now = made.at();
    clients.put(made.id(), made);
    audit.put(ids.get(), new Fact(made.id(), now, "ada", null, made));
    outbox.put(ids.get(), new Outbox(made.id(), now, "customer.created", made.id(), 1));
    return made;
  }

  void add(Client client) {
    clients.put(client.id(), client);
    list(client);
  }

  private void list(Client client) {
    byName.put(new Named(client.name(), client.id()), client);
    clientsByOwner
        .computeIfAbsent(Objects.requireNonNull(client.owner()), o -> new ConcurrentHashMap<>())
        .put(client.id(), client);
  }

  @Nullable Deal get(UUID id) {
    return deals.get(id);
  }

  void add(Deal deal) {
    deals.put(deal.id(), deal);
    list(deal);
  }

  /** A deal that moves takes its own place: neither its owner nor its date changes here. */
  private void list(Deal deal) {
    byClose.put(new Place(deal.closesOn(), deal.id()), deal);
    byOwner.computeIfAbsent(deal.owner(), o -> new ConcurrentHashMap<>()).put(deal.id(), deal);
  }

  Deal open(UUID customer, UUID owner, String title, BigDecimal amount, LocalDate closesOn) {
    Instant now = Instant.now();
    UUID id = ids.get();
    Deal made =
        new Deal(
            id, 1, now, "ada", customer, owner, title, amount, "EUR", "qualification", closesOn);
    add(made);
    history.put(ids.get(), new Fact(id, now, "ada", null, made.stage()));
    audit.put(ids.get(), new Fact(id, now, "ada", null, made));
    outbox.put(ids.get(), new Outbox(id, now, "opportunity.created", id, 1));
    outbox.put(ids.get(), new Outbox(id, now, "opportunity.advanced", id, 1));
    return made;
  }

  Deal advance(Deal deal, String stage) {
    Instant now = Instant.now();
    Deal moved = deal.in(stage, now, "ada");
    deals.compute(
        deal.id(),
        (id, stored) -> {
          if (stored == null || stored.version() != deal.version()) {
            throw new IllegalStateException("conflict");
          }
          list(moved);
          return moved;
        });
    history.put(ids.get(), new Fact(deal.id(), now, "ada", deal.stage(), stage));
    audit.put(ids.get(), new Fact(deal.id(), now, "ada", deal, moved));
    outbox.put(
        ids.get(), new Outbox(deal.id(), now, "opportunity.changed", deal.id(), moved.version()));
    outbox.put(
        ids.get(), new Outbox(deal.id(), now, "opportunity.advanced", deal.id(), moved.version()));
    return moved;
  }

  /** The deals of one owner: collected and sorted. */
  List<Deal> narrowPage(UUID owner, int size) {
    List<Deal> mine = new ArrayList<>(byOwner.getOrDefault(owner, Map.of()).values());
    mine.sort(Comparator.comparing(Deal::closesOn).thenComparing(Deal::id));
    return mine.subList(0, Math.min(size, mine.size()));
  }

  /** The deals of many owners: walked in order and filtered. */
  List<Deal> broadPage(java.util.Set<UUID> owners, int size) {
    List<Deal> page = new ArrayList<>(size);
    for (Deal deal : byClose.values()) {
      if (owners.contains(deal.owner())) {
        page.add(deal);
        if (page.size() == size) {
          break;
        }
      }
    }
    return page;
  }

  /** The same from a day on. */
  List<Deal> broadPage(java.util.Set<UUID> owners, LocalDate from, int size) {
    List<Deal> page = new ArrayList<>(size);
    for (Deal deal : byClose.tailMap(new Place(from, LEAST)).values()) {
      if (owners.contains(deal.owner())) {
        page.add(deal);
        if (page.size() == size) {
          break;
        }
      }
    }
    return page;
  }

  /** Count and sum per stage. */
  Map<String, BigDecimal> funnel() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Deal deal : deals.values()) {
      sums.merge(deal.stage(), deal.amount(), BigDecimal::add);
    }
    return sums;
  }
}

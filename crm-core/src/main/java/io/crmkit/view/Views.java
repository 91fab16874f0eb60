package io.crmkit.view;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.query.OrderText;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.sales.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saved views, and descriptors from which any user interface can draw lists, forms and boards. All
 * of it is told as the actor may see it at that moment: a field that is hidden from them is in no
 * descriptor.
 */
public final class Views {
  private final Workspace space;

  /** The views as {@code space} sees them. */
  public Views(Workspace space) {
    this.space = space;
  }

  // -- saved views

  /**
   * Saves a view.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where it mentions what the actor may not
   *     read
   * @throws InvalidRequestException where a condition, order or column cannot be understood
   */
  public <E extends Entity<E>> SavedView save(
      String name, EntityType<E> type, Consumer<ViewDraft<E>> filling) {
    ViewDraft<E> view = filled(type, filling);
    return own()
        .create(
            d -> {
              d.unlock(SavedView.DEF).set(SavedView.NAME, name);
              d.set(SavedView.RECORD_TYPE, type.name());
              put(d, view);
            });
  }

  /**
   * Changes what a view asks and shows.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException unless the actor has made it, or has the
   *     right {@value ViewModule#ADMINISTER}
   */
  public <E extends Entity<E>> SavedView change(
      SavedView view, EntityType<E> type, Consumer<ViewDraft<E>> filling) {
    requireOwner(view);
    requireType(view, type);
    ViewDraft<E> draft = filled(type, filling);
    return own().update(view, d -> put(d.unlock(SavedView.DEF), draft));
  }

  /** Deletes a view; who may change it may delete it. */
  public SavedView delete(SavedView view) {
    requireOwner(view);
    return own().delete(view);
  }

  /** The views of a record type that the actor has made or that are shared, by name. */
  public List<SavedView> of(EntityType<?> type) {
    if (!space.may(Operation.READ, type)) {
      return List.of();
    }
    return own()
        .where(SavedView.RECORD_TYPE.is(type.name()), usable())
        .orderBy(SavedView.NAME.asc())
        .list();
  }

  /**
   * A saved view.
   *
   * @throws NotFoundException where there is none that the actor may open
   */
  public SavedView get(Ref<SavedView> ref) {
    SavedView view = own().find(ref).orElseThrow(() -> NotFoundException.record(ref));
    boolean known =
        (isShared(view) || isOwner(view))
            && space.may(Operation.READ, space.layout().type(view.require(SavedView.RECORD_TYPE)));
    if (!known) {
      throw NotFoundException.record(ref);
    }
    return view;
  }

  /**
   * Opens a view with the rights that the actor has now: columns that are hidden by now are left
   * out.
   *
   * @param type the record type of the view
   * @throws io.crmkit.kernel.error.AccessDeniedException where the condition or the order mentions
   *     what the actor may not read: without it, the view would show something else than it says
   * @throws InvalidRequestException where it mentions a field that there is no more
   */
  public <E extends Entity<E>> OpenView<E> open(
      Ref<SavedView> ref, EntityType<E> type, Locale locale) {
    SavedView view = get(ref);
    requireType(view, type);
    Query<E> query = space.records(type).query();
    String condition = view.get(SavedView.CONDITION);
    if (condition != null) {
      query = query.where(Days.read(space, type, condition));
    }
    List<Order<E>> orders = orders(type, view.get(SavedView.SORT));
    query = query.orderBy(orders);
    requireReadable(type, condition, orders);
    Json columns = view.get(SavedView.COLUMNS);
    List<String> paths = columns == null ? names(type) : paths(columns);
    return new OpenView<>(view, list(type, paths, view.get(SavedView.SORT), locale), query);
  }

  // -- descriptors

  /** A list of all that the actor may read of a record type. */
  public <E extends Entity<E>> ListDescriptor list(EntityType<E> type, Locale locale) {
    return list(type, names(type), null, locale);
  }

  private <E extends Entity<E>> ListDescriptor list(
      EntityType<E> type, List<String> paths, @Nullable String sort, Locale locale) {
    requireRight(type);
    return new ListDescriptor(
        type.name(),
        space.layout().label(type, locale),
        new Describer(space, locale).readable(type, paths),
        sort);
  }

  /**
   * The form of a record type: laid out as an administrator wants it, see {@link #layOut}, else all
   * fields in one section.
   */
  public <E extends Entity<E>> FormDescriptor form(EntityType<E> type, Locale locale) {
    requireRight(type);
    Describer describer = new Describer(space, locale);
    List<FormDescriptor.Section> sections = new ArrayList<>();
    for (Section section : sections(type)) {
      List<FieldDescriptor> fields = describer.readable(type, section.fields());
      if (!fields.isEmpty()) {
        sections.add(new FormDescriptor.Section(section.label(locale), fields));
      }
    }
    return new FormDescriptor(
        type.name(),
        space.layout().label(type, locale),
        space.may(Operation.CREATE, type),
        space.may(Operation.UPDATE, type),
        space.may(Operation.DELETE, type),
        sections);
  }

  /**
   * Lays out the form of a record type for everybody.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException without the right {@value
   *     ViewModule#ADMINISTER}
   * @throws NotFoundException where a section names a field that there is not
   */
  public FormLayout layOut(EntityType<?> type, List<Section> sections) {
    space.require(ViewModule.ADMINISTER);
    sections.forEach(section -> section.fields().forEach(name -> space.naming().field(type, name)));
    Json json = Section.write(sections);
    return space.call(
        work -> {
          Records<FormLayout> layouts = work.own(FormLayout.DEF, FormLayout.TYPE);
          Optional<FormLayout> known =
              layouts.where(FormLayout.RECORD_TYPE.is(type.name())).first();
          return known.isPresent()
              ? layouts.update(
                  known.get(), d -> d.unlock(FormLayout.DEF).set(FormLayout.SECTIONS, json))
              : layouts.create(
                  d ->
                      d.unlock(FormLayout.DEF)
                          .set(FormLayout.RECORD_TYPE, type.name())
                          .set(FormLayout.SECTIONS, json));
        });
  }

  private <E extends Entity<E>> List<Section> sections(EntityType<E> type) {
    return space
        .own(FormLayout.DEF, FormLayout.TYPE)
        .where(FormLayout.RECORD_TYPE.is(type.name()))
        .first()
        .map(layout -> Section.read(layout.require(FormLayout.SECTIONS)))
        .orElseGet(() -> List.of(new Section(Map.of(), names(type))));
  }

  // -- boards

  /** All that the actor may see of a pipeline as a board, see the other form. */
  public Board board(Ref<Pipeline> pipeline, int cards) {
    return board(pipeline, cards, Condition.always());
  }

  /**
   * A pipeline as a board: one query for the figures of all lanes, and one per lane for its cards.
   * Deals that stay in an older revision are on the board of that one, see {@link
   * SalesPipeline#revisions} and {@link SalesPipeline#upgrade}.
   *
   * @param cards how many cards each lane shows at first, at least 1
   * @param which narrows the deals down, such as to those of a seller or of this quarter
   */
  public Board board(Ref<Pipeline> pipeline, int cards, Condition<Opportunity> which) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Map<String, Money>> totals = new HashMap<>();
    Query<Opportunity> deals = deals(pipeline).where(which);
    figures(deals, counts, totals);
    List<Board.Lane> lanes = new ArrayList<>();
    for (Stage stage : new SalesPipeline(space).stages(pipeline).all()) {
      String code = stage.require(Stage.CODE);
      Page<Opportunity> page = lane(deals, code, cards, null);
      lanes.add(
          new Board.Lane(
              code,
              stage.require(Stage.NAME),
              stage.require(Stage.CATEGORY),
              counts.getOrDefault(code, 0L),
              totals.getOrDefault(code, Map.of()),
              page.items(),
              page.token()));
    }
    Pipeline its = space.records(Pipeline.TYPE).get(pipeline);
    return new Board(pipeline, its.require(Pipeline.NAME), lanes);
  }

  /** More cards of a lane, by the token of the last. */
  public Page<Opportunity> lane(
      Ref<Pipeline> pipeline, String stage, int cards, @Nullable String after) {
    return lane(pipeline, stage, cards, after, Condition.always());
  }

  /** More cards of a lane of a board that was narrowed down in the same way. */
  public Page<Opportunity> lane(
      Ref<Pipeline> pipeline,
      String stage,
      int cards,
      @Nullable String after,
      Condition<Opportunity> which) {
    return lane(deals(pipeline).where(which), stage, cards, after);
  }

  private static Page<Opportunity> lane(
      Query<Opportunity> deals, String stage, int cards, @Nullable String after) {
    return deals
        .where(Opportunity.STAGE.is(stage))
        .orderBy(Opportunity.CLOSES_ON.asc())
        .limit(cards)
        .after(after)
        .page();
  }

  private Query<Opportunity> deals(Ref<Pipeline> pipeline) {
    return space.records(Opportunity.TYPE).where(Opportunity.PIPELINE.is(pipeline));
  }

  private void figures(
      Query<Opportunity> deals, Map<String, Long> counts, Map<String, Map<String, Money>> totals) {
    boolean worth = space.mayRead(Opportunity.AMOUNT);
    List<Group<Opportunity>> groups =
        worth
            ? deals
                .groupBy(Opportunity.STAGE, Opportunity.AMOUNT.currency())
                .measure(Measure.count(), Opportunity.AMOUNT.sum())
            : deals.groupBy(Opportunity.STAGE).measure(Measure.count());
    for (Group<Opportunity> group : groups) {
      String stage = Objects.requireNonNull(group.get(Opportunity.STAGE));
      counts.merge(stage, group.count(), Long::sum);
      Money sum = worth ? group.get(Opportunity.AMOUNT.sum()) : null;
      if (sum != null) {
        totals.computeIfAbsent(stage, s -> new LinkedHashMap<>()).put(sum.currency(), sum);
      }
    }
  }

  // -- what they have in common

  private Records<SavedView> own() {
    return space.own(SavedView.DEF, SavedView.TYPE);
  }

  private Condition<SavedView> usable() {
    return SavedView.SHARED.is(true).or(SavedView.TYPE.createdBy().is(space.context().actor()));
  }

  private static boolean isShared(SavedView view) {
    return view.require(SavedView.SHARED);
  }

  private boolean isOwner(SavedView view) {
    return space.context().actor().equals(view.get(SavedView.TYPE.createdBy()));
  }

  private void requireOwner(SavedView view) {
    if (!isOwner(view)) {
      space.require(ViewModule.ADMINISTER);
    }
  }

  private static void requireType(SavedView view, EntityType<?> type) {
    if (!view.require(SavedView.RECORD_TYPE).equals(type.name())) {
      throw new InvalidRequestException("view.other_type", view.ref(), type);
    }
  }

  private <E extends Entity<E>> void requireRight(EntityType<E> type) {
    space.records(type).query().requireAllowed();
  }

  private <E extends Entity<E>> ViewDraft<E> filled(
      EntityType<E> type, Consumer<ViewDraft<E>> filling) {
    requireRight(type);
    ViewDraft<E> view = new ViewDraft<>(type);
    filling.accept(view);
    requireReadable(type, view.condition(), orders(type, view.sort()));
    List<String> columns = view.columns();
    if (columns != null) {
      for (String path : columns) {
        Paths.resolve(type, path, space.naming()).mentions(space::requireReadable);
      }
    }
    return view;
  }

  private static void put(Draft<SavedView> d, ViewDraft<?> view) {
    List<String> columns = view.columns();
    d.setOrClear(SavedView.CONDITION, view.condition())
        .setOrClear(SavedView.SORT, view.sort())
        .setOrClear(SavedView.COLUMNS, columns == null ? null : Json.of(columns))
        .set(SavedView.SHARED, view.isShared());
  }

  private <E extends Entity<E>> void requireReadable(
      EntityType<E> type, @Nullable String condition, List<Order<E>> orders) {
    if (condition != null) {
      Days.read(space, type, condition).mentions(space::requireReadable);
    }
    orders.forEach(order -> order.expr().mentions(space::requireReadable));
  }

  private <E extends Entity<E>> List<Order<E>> orders(EntityType<E> type, @Nullable String sort) {
    return sort == null ? List.of() : OrderText.read(type, sort, space.naming());
  }

  private <E extends Entity<E>> List<String> names(EntityType<E> type) {
    return space.layout().fields(type).stream().map(Field::name).toList();
  }

  private static List<String> paths(Json columns) {
    return columns.toList().stream().map(String::valueOf).toList();
  }
}

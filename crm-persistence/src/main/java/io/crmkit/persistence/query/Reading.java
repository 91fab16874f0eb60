package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Figures;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one tenant, with the answers that {@link io.crmkit.kernel.store.StoreReader}
 * promises. Each call runs on the connection that it is given and leaves that as it was. Where SQL
 * can say what is asked, a call is one statement or some of which only the last counts; else it
 * reads candidates and what they refer to, so one consistent state takes a transaction that reads
 * one. Immutable, thread-safe.
 */
public final class Reading {
  /** How many rows are fetched from the database at a time. */
  private static final int FETCH = 500;

  private static final int IDENTITIES = 1_000;

  /** So many rows are found along what they refer to, to be counted. */
  private static final int FEW = 2_000;

  private final Queries queries;
  private final String tenant;
  private final Layout layout;
  private final Slots slots;

  Reading(Queries queries, String tenant, Layout layout, Slots slots) {
    this.queries = queries;
    this.tenant = tenant;
    this.layout = layout;
    this.slots = slots;
  }

  /** One row; null where there is none. */
  public @Nullable Row find(Connection connection, Ref<?> ref) throws SQLException {
    try (RowCursor rows = byIdentity(connection, ref.type(), List.of(ref))) {
      return rows.next();
    }
  }

  /** Several rows of one type in no particular order; absent ones are left out. */
  public List<Row> find(Connection connection, Collection<? extends Ref<?>> refs)
      throws SQLException {
    List<Ref<?>> all = List.copyOf(new LinkedHashSet<>(refs));
    List<Row> found = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += IDENTITIES) {
      List<Ref<?>> some = all.subList(from, Math.min(all.size(), from + IDENTITIES));
      try (RowCursor rows = byIdentity(connection, all.get(0).type(), some)) {
        addAll(rows, Integer.MAX_VALUE, found);
      }
    }
    return found;
  }

  private RowCursor byIdentity(Connection connection, EntityType<?> type, List<Ref<?>> refs)
      throws SQLException {
    List<Object> ids = new ArrayList<>(refs.size());
    refs.forEach(ref -> ids.add(ref.id()));
    Source source = new Source(0, queries.tables().of(type), tenant);
    return cursor(connection, new ByIdentity(source, ids, engine()), source.table(), false);
  }

  /** Rows in order, see {@link Selection}. */
  public <E extends Entity<E>> List<Row> select(Connection connection, Selection<E> selection)
      throws SQLException {
    ListPlan<E> plan = plan(connection, selection);
    int limit = selection.limit();
    Few few = plan.few();
    if (few != null) {
      List<Row> page = page(connection, few, queries.hints().of(plan.list()));
      if (page != null) {
        return page;
      }
    }
    if (plan.rest() != null || !plan.sorts() || !(plan.phased() || plan.branches())) {
      try (RowCursor rows = stream(connection, selection, plan, limit > FETCH)) {
        return addAll(rows, limit, new ArrayList<>());
      }
    }
    Table table = queries.tables().of(selection.type());
    List<RowsOf> parts = plan.parts();
    RowsOf present = parts.get(0);
    Hints.Hint hint = queries.hints().of(plan.list());
    if (parts.size() == 1 || !hint.ends()) {
      Nearby nearby = plan.nearby(present, hint);
      List<Row> near =
          nearby == null ? List.of() : nearby.page(limit, new Asked(connection, table));
      if (near.size() == limit) {
        return near;
      }
      List<Row> first =
          list(connection, plan.branches() ? plan.phases(List.of(present)) : present, table);
      if (nearby != null && first.size() == limit) {
        nearby.remember(first);
      }
      if (first.size() == limit || parts.size() == 1) {
        return first;
      }
    }
    List<Row> all = list(connection, plan.phases(parts), table);
    hint.ends(all.size() < limit || plan.keyOf(all.get(all.size() - 1)) == null);
    return all;
  }

  /** The page where few rows pass; null where they are many. */
  private @Nullable List<Row> page(Connection connection, Few few, Hints.Hint hint)
      throws SQLException {
    if (hint.many()) {
      return null;
    }
    PreparedStatement statement = queries.prepared(connection, few);
    Table table = few.rows().from().table();
    List<Row> page = new ArrayList<>();
    try (ResultCursor rows =
        new ResultCursor(statement, queries.dialect(), table, layout, few::holds)) {
      addAll(rows, Integer.MAX_VALUE, page);
      if (page.size() == rows.seen()) {
        return page;
      }
    }
    hint.tooMany();
    return null;
  }

  /**
   * The rows of a selection one by one, in bounded memory where database and driver can; PostgreSQL
   * needs a transaction for that.
   */
  public <E extends Entity<E>> RowCursor stream(Connection connection, Selection<E> selection)
      throws SQLException {
    ListPlan<E> plan = plan(connection, selection);
    RowCursor rows = stream(connection, selection, plan, true);
    return plan.rest() == null ? rows : new LimitedCursor(rows, selection.limit());
  }

  private <E extends Entity<E>> ListPlan<E> plan(Connection connection, Selection<E> selection)
      throws SQLException {
    boolean backwards = !ListPlan.leadsDown(selection) || Backwards.safe(engine(), connection);
    return new ListPlan<>(engine(), operands(), selection, backwards);
  }

  private <E extends Entity<E>> RowCursor stream(
      Connection connection, Selection<E> selection, ListPlan<E> plan, boolean fetch)
      throws SQLException {
    Table table = queries.tables().of(selection.type());
    Condition<E> rest = plan.rest();
    if (!plan.sorts()) {
      return sortedInJava(connection, selection, plan, table);
    }
    RowsOf rows = plan.sorted(rest == null ? selection.limit() : Integer.MAX_VALUE);
    return tested(connection, cursor(connection, rows, table, fetch || rest != null), rest);
  }

  private <E extends Entity<E>> RowCursor sortedInJava(
      Connection connection, Selection<E> selection, ListPlan<E> plan, Table table)
      throws SQLException {
    References references = new References();
    selection.orders().forEach(order -> references.add(order.expr()));
    Referred keys = new Referred(this, connection, references);
    RowCursor candidates = cursor(connection, plan.candidates(), table, true);
    try (RowCursor rows = tested(connection, candidates, plan.rest())) {
      return new Sorted<>(selection, keys).of(rows);
    }
  }

  /** How many rows meet the condition. */
  public <E extends Entity<E>> long count(
      Connection connection, EntityType<E> type, Condition<E> condition) throws SQLException {
    Operands operands = operands();
    Source source = operands.source(type);
    Translation.Split<E> split = new Translation(operands).split(condition, source);
    Filter where = Filter.all(source.owned(), split.filter());
    if (split.rest() == null) {
      return count(connection, new CountOf(source, where, false));
    }
    long count = 0;
    try (RowCursor rows = candidates(connection, source, where, split.rest())) {
      while (rows.next() != null) {
        count++;
      }
    }
    return count;
  }

  private long count(Connection connection, CountOf count) throws SQLException {
    RowsOf rows = all(count.from(), count.where());
    Passing few = Ways.refers(count.where()) ? Passing.of(engine(), rows, FEW) : null;
    if (few == null) {
      return number(connection, count);
    }
    Shape shape = new Shape(true);
    count.shape(shape);
    Hints.Hint hint = queries.hints().of(shape.key() + shape.values().hashCode());
    if (!hint.many()) {
      long number = number(connection, new CountOf.Few(few));
      if (number <= FEW) {
        return number;
      }
      hint.tooMany();
    }
    return number(connection, count);
  }

  /** True where any row meets the condition. */
  public <E extends Entity<E>> boolean exists(
      Connection connection, EntityType<E> type, Condition<E> condition) throws SQLException {
    Operands operands = operands();
    Source source = operands.source(type);
    Translation.Split<E> split = new Translation(operands).split(condition, source);
    Filter where = Filter.all(source.owned(), split.filter());
    if (split.rest() == null) {
      return number(connection, new CountOf(source, where, true)) > 0;
    }
    try (RowCursor rows = candidates(connection, source, where, split.rest())) {
      return rows.next() != null;
    }
  }

  /** Figures of groups, see {@link io.crmkit.kernel.store.StoreReader#aggregate}. */
  public <E extends Entity<E>> List<@Nullable Object[]> aggregate(
      Connection connection, Aggregation<E> aggregation) throws SQLException {
    Operands operands = operands();
    Source source = operands.source(aggregation.type());
    Translation translation = new Translation(operands);
    Translation.Split<E> split = translation.split(aggregation.condition(), source);
    Filter where = Filter.all(source.owned(), split.filter());
    FigurePlan<E> plan =
        split.rest() == null ? FigurePlan.of(aggregation, operands, translation, source) : null;
    if (plan == null) {
      return aggregateInJava(connection, aggregation, split.rest(), all(source, where));
    }
    try (PreparedStatement statement = queries.prepared(connection, plan.question(where));
        ResultSet results = statement.executeQuery()) {
      return plan.answer(results, queries.dialect());
    }
  }

  private <E extends Entity<E>> List<@Nullable Object[]> aggregateInJava(
      Connection connection,
      Aggregation<E> aggregation,
      @Nullable Condition<E> rest,
      RowsOf candidates)
      throws SQLException {
    References references = new References();
    references.addAll(aggregation.groups());
    aggregation.measures().forEach(measure -> references.add(measure.expr()));
    Condition<E> test = rest == null ? Condition.always() : rest;
    references.add(test);
    Referred referred = new Referred(this, connection, references);
    RowCursor found = cursor(connection, candidates, candidates.from().table(), true);
    try (RowCursor rows = new TestedCursor(found, referred, test.predicate(referred))) {
      return Figures.of(aggregation, rows::next, referred);
    }
  }

  private long number(Connection connection, Shaped count) throws SQLException {
    try (PreparedStatement statement = queries.prepared(connection, count);
        ResultSet results = statement.executeQuery()) {
      return results.next() ? results.getLong(1) : 0;
    }
  }

  private Operands operands() {
    return new Operands(engine(), queries.tables(), slots, tenant, queries.named());
  }

  private Dialect.Engine engine() {
    return queries.dialect().engine();
  }

  private RowCursor candidates(
      Connection connection, Source source, Filter where, Condition<?> rest) throws SQLException {
    return tested(connection, cursor(connection, all(source, where), source.table(), true), rest);
  }

  private static RowsOf all(Source source, Filter where) {
    return new RowsOf(source, List.of(), where, List.of(), Integer.MAX_VALUE, null);
  }

  private RowCursor tested(
      Connection connection, RowCursor candidates, @Nullable Condition<?> rest) {
    if (rest == null) {
      return candidates;
    }
    References references = new References();
    references.add(rest);
    Referred referred = new Referred(this, connection, references);
    Predicate<Row> test = rest.predicate(referred);
    return new TestedCursor(candidates, referred, test);
  }

  private List<Row> list(Connection connection, Shaped question, Table table) throws SQLException {
    try (RowCursor rows = cursor(connection, question, table, false)) {
      return addAll(rows, Integer.MAX_VALUE, new ArrayList<>());
    }
  }

  /** Runs statements on a connection. */
  private final class Asked implements Nearby.Asking {
    private final Connection connection;
    private final Table table;

    Asked(Connection connection, Table table) {
      this.connection = connection;
      this.table = table;
    }

    @Override
    public List<Row> list(Shaped question) throws SQLException {
      return Reading.this.list(connection, question, table);
    }

    @Override
    public Nearby.Picked pick(RowsOf rows, Column column, Predicate<Row> wanted, int limit)
        throws SQLException {
      PreparedStatement statement = queries.prepared(connection, rows);
      int index = table.read().indexOf(column);
      try (ResultCursor all =
          new ResultCursor(
              statement,
              queries.dialect(),
              table,
              layout,
              cells -> wanted.test(table.glance(cells, index)))) {
        return new Nearby.Picked(addAll(all, limit, new ArrayList<>(limit)), all.seen());
      }
    }

    @Override
    public @Nullable Object value(Reach reach) throws SQLException {
      try (PreparedStatement statement = queries.prepared(connection, reach);
          ResultSet results = statement.executeQuery()) {
        return results.next()
            ? queries.dialect().read(results, 1, reach.key().term().type())
            : null;
      }
    }
  }

  private static List<Row> addAll(RowCursor rows, int limit, List<Row> to) throws SQLException {
    Row row = rows.next();
    while (row != null) {
      to.add(row);
      row = to.size() < limit ? rows.next() : null;
    }
    return to;
  }

  private RowCursor cursor(Connection connection, Shaped question, Table table, boolean fetch)
      throws SQLException {
    PreparedStatement statement = queries.prepared(connection, question);
    if (fetch) {
      statement.setFetchSize(FETCH);
    }
    return new ResultCursor(statement, queries.dialect(), table, layout, null);
  }
}

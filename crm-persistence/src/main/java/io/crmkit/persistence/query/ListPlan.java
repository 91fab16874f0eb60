package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a selection are found in order.
 *
 * <p>A list by a column that may be missing has two phases: the rows with a value, in the order of
 * an index, and behind them the others. What follows a place is asked for as {@code f >= ? and (f >
 * ? or id > ?)}, on PostgreSQL as {@code (f, id) > (?, ?)}, and what is sorted by begins with whose
 * rows they are: forms in which every database goes along an index and stops.
 */
final class ListPlan<E extends Entity<E>> {
  /** So many rows are found and sorted for each row of a page at the most. */
  private static final int FEW = 40;

  /** Longer lists are not made of the beginnings of others. */
  private static final int MOST_GATHERED = 1_000;

  private final Dialect.Engine engine;
  private final Selection<E> selection;
  private final boolean alongIndex;
  private final Operands operands;
  private final Source source;
  private final Filter where;
  private final @Nullable Condition<E> rest;
  private final @Nullable List<Key> keys;
  private final Lead lead;
  private final Translation.Split<E> split;
  private final @Nullable Few few;

  /**
   * @param backwards an index may be gone along backwards
   */
  ListPlan(Dialect.Engine engine, Operands operands, Selection<E> selection, boolean backwards) {
    this.engine = engine;
    this.alongIndex = backwards || !leadsDown(selection);
    this.selection = selection;
    this.operands = operands;
    source = operands.source(selection.type());
    Translation translation = new Translation(operands);
    split = translation.split(selection.condition(), source);
    rest = split.rest();
    where = Filter.all(source.owned(), split.filter());
    keys = keys(translation);
    lead = lead();
    few = findFew();
  }

  private Lead lead() {
    List<Column> columns = columns();
    if (columns == null || !alongIndex || selection.limit() == Integer.MAX_VALUE) {
      return Lead.none();
    }
    return switch (engine) {
      case POSTGRESQL ->
          selection.limit() > MOST_GATHERED
              ? Lead.none()
              : Lead.onPostgres(source.table(), where, columns);
      case H2 -> Lead.onH2(source.table(), where, columns, phased());
      case MARIADB -> Lead.onMariaDb(source.table(), where, columns);
    };
  }

  /** The columns sorted by before the identity; null where it is something else. */
  private @Nullable List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Key key : keys == null ? List.<Key>of() : keys) {
      if (!(key.term() instanceof Term.Col column) || column.alias() != 0) {
        return null;
      }
      columns.add(column.column());
    }
    return keys == null ? null : columns;
  }

  /** True where the first of what is sorted by goes from great to small. */
  static boolean leadsDown(Selection<?> selection) {
    return !selection.orders().isEmpty() && selection.orders().get(0).descending();
  }

  private @Nullable List<Key> keys(Translation translation) {
    List<Key> all = new ArrayList<>();
    Keyset after = selection.after();
    for (int i = 0; i < selection.orders().size(); i++) {
      Order<E> order = selection.orders().get(i);
      Operand operand = operands.joined(order.expr(), source, translation);
      List<Term> terms = operand == null ? null : operand.keys();
      if (operand == null || terms == null) {
        return null;
      }
      Object value = after == null ? null : after.values().get(i);
      List<Object> values = value == null ? null : operand.keyValues(value);
      for (int j = 0; j < terms.size(); j++) {
        all.add(
            new Key(
                terms.get(j), order.descending(), values == null ? null : values.get(j), j > 0));
      }
    }
    return all;
  }

  /** True where SQL knows everything that is sorted by. */
  boolean sorts() {
    return keys != null;
  }

  /** What has to be tested in Java; null for nothing. */
  @Nullable Condition<E> rest() {
    return rest;
  }

  /** The candidates in no particular order. */
  RowsOf candidates() {
    return new RowsOf(source, List.of(), where, List.of(), Integer.MAX_VALUE, null);
  }

  /** All in one statement that sorts. */
  RowsOf sorted(int limit) {
    List<Key> all = sortedBy();
    return rows(Filter.all(where, behind(all, 0, false)), order(all, 0, false), limit);
  }

  /** The rows found by what they refer to; null where nothing leads to them, or something else. */
  @Nullable Few few() {
    return few;
  }

  private @Nullable Few findFew() {
    boolean none = rest != null || keys == null || selection.limit() > MOST_GATHERED;
    if (none || !Ways.refers(where)) {
      return null;
    }
    int limit = selection.limit();
    Passing passing = Passing.of(engine, sorted(limit), FEW * limit);
    return passing == null ? null : new Few(passing);
  }

  /** True where the rows come in two phases. */
  boolean phased() {
    if (keys == null || keys.isEmpty() || selection.limit() == Integer.MAX_VALUE) {
      return false;
    }
    Term first = keys.get(0).term();
    return first instanceof Term.Col column && column.alias() == 0 && !first.present();
  }

  /** The lists of one phase: one, or one for each value that rows may have. */
  private List<Listed> lists(RowsOf part) {
    Choice branches = lead.branches();
    if (branches == null) {
      return List.of(part);
    }
    if (engine == Dialect.Engine.POSTGRESQL) {
      return List.of(Gathered.of(part, branches, skipped()));
    }
    if (walks()) {
      return List.of(part);
    }
    List<Listed> lists = new ArrayList<>();
    for (Object value : branches.of().values()) {
      Filter one = Filter.Compare.of(branches.of().term(), Comparator.EQUALS, value);
      lists.add(part.with(branches.part(), one));
    }
    return lists;
  }

  /** True where the way along the table is the last resort, since lists are not put together. */
  private boolean walks() {
    return engine == Dialect.Engine.MARIADB || (lead.walk() != null && lead.branches() != null);
  }

  /** Where a page of several owners' rows is looked for first; null where rows are one list. */
  @Nullable Nearby nearby(RowsOf part, Hints.Hint hint) {
    Choice lists = lead.branches();
    if (lists == null && lead.seen() == null) {
      return null;
    }
    Stretch stretch =
        lists != null && lists.ids() == null && sortedBy().size() == 1
            ? stretch(part, lists)
            : null;
    Object from = sortedBy().isEmpty() ? null : sortedBy().get(0).value();
    return new Nearby(walk(part, stretch != null), stretch, from, this::keyOf, hint);
  }

  /** The way to them over the rows of everybody; null where no index has these in order. */
  private @Nullable Walk walk(RowsOf part, boolean stretches) {
    Choice choice = lead.seen();
    Condition<E> wanted = choice == null ? null : split.conditionOf(choice.part());
    String index = Lead.sorting(source.table(), columns());
    if (choice == null || wanted == null || index == null) {
      return null;
    }
    String told = engine == Dialect.Engine.H2 ? index : null;
    RowsOf everybody = part.with(choice.part(), Filter.TRUE).along(told, unfixed(part));
    return new Walk(
        engine, everybody, owners(), choice, wanted.predicate(reference -> null), stretches);
  }

  /** The lists of a choice, each along its index. */
  private Stretch stretch(RowsOf part, Choice choice) {
    List<Sort> order = unfixed(part);
    Sort key = order.get(owners());
    if (engine == Dialect.Engine.MARIADB) {
      return new Stretch(engine, part.along(null, order), choice, owners());
    }
    String index =
        engine == Dialect.Engine.H2
            ? Lead.index(source.table(), choice.column(), ((Term.Col) key.term()).column())
            : null;
    order.add(owners(), new Sort(choice.of().term(), false, key.descending()));
    RowsOf one = part.with(choice.part(), new Filter.Same(choice.of().term())).along(index, order);
    return new Stretch(engine, one, choice, owners() + 1);
  }

  private int owners() {
    return source.table().ownerColumns().size();
  }

  /** The order without what is the same in all rows of a list only. */
  private List<Sort> unfixed(RowsOf part) {
    List<Sort> order = new ArrayList<>(part.order());
    order.subList(owners(), owners() + lead.fixed().size()).clear();
    return order;
  }

  /**
   * Tells the list from all others, whatever place it goes on behind; one list, such as what
   * belongs to one customer, not from those that are asked for in the same way.
   */
  String list() {
    Shape shape = new Shape(true);
    where.shape(shape);
    for (Key key : sortedBy()) {
      key.term().shape(shape.add(key.descending() ? '-' : '+'));
    }
    shape.add(selection.limit()).add(selection.after() == null ? '1' : '2');
    boolean several = lead.seen() != null || lead.branches() != null || few != null;
    return several ? shape.key() + shape.values().hashCode() : shape.key();
  }

  /** What a row is sorted by first, as the database keeps it; null where that is nothing. */
  @Nullable Object keyOf(Row row) {
    if (sortedBy().isEmpty()) {
      return null;
    }
    Expr<E, ?> expr = selection.orders().get(0).expr();
    Operand operand = operands.of(expr, source);
    Object value = operand == null ? null : expr.reader(reference -> null).apply(row);
    return operand == null || value == null ? null : operand.keyValues(value).get(0);
  }

  /** True where a phase has several lists. */
  boolean branches() {
    return lead.branches() != null && !walks();
  }

  /** All phases, one after the other. */
  Phases phases(List<RowsOf> parts) {
    return new Phases(parts.stream().map(this::lists).toList(), skipped(), selection.limit());
  }

  private int skipped() {
    return alongIndex ? owners() + lead.fixed().size() : 0;
  }

  /**
   * Rows that come one after the other, each in the order of an index: those with a value of the
   * first key, behind a place in a currency first the rest of it, and at last those without one.
   */
  List<RowsOf> parts() {
    List<Key> all = sortedBy();
    if (all.isEmpty()) {
      return List.of(part(behind(all, 0, true)));
    }
    Key first = all.get(0);
    Filter missing = Filter.missing(first.term());
    if (selection.after() != null && first.value() == null) {
      return List.of(part(Filter.all(missing, behind(all, 1, false))));
    }
    List<RowsOf> parts = new ArrayList<>();
    if (first.value() != null && all.size() > 1 && all.get(1).follows()) {
      parts.add(part(Filter.all(first.compare(Comparator.EQUALS), behind(all, 1, true))));
      parts.add(part(Filter.all(present(first.term()), first.behind())));
    } else {
      parts.add(part(Filter.all(present(first.term()), behind(all, 0, true))));
    }
    if (!first.term().present() && !implies(where, first.term())) {
      parts.add(part(missing));
    }
    return parts;
  }

  private RowsOf part(Filter filter) {
    boolean passes = engine == Dialect.Engine.H2 && selection.after() != null;
    Filter all = passes ? late(where) : where;
    return rows(Filter.all(all, filter), order(sortedBy(), 0, true), selection.limit());
  }

  /** What no index has comes after the place to go on behind. */
  private static Filter late(Filter where) {
    List<Filter> parts = new ArrayList<>();
    for (Filter part : where instanceof Filter.All all ? all.parts() : List.of(where)) {
      boolean missing = part instanceof Filter.Missing its && !its.negated();
      parts.add(missing ? new Late(part) : part);
    }
    return Filter.all(parts);
  }

  private static boolean implies(Filter filter, Term term) {
    if (filter instanceof Filter.All all) {
      return all.parts().stream().anyMatch(part -> implies(part, term));
    }
    return (filter instanceof Filter.Compare compare
            && !compare.orMissing()
            && compare.term().equals(term))
        || (filter instanceof Filter.Missing missing
            && missing.negated()
            && missing.term().equals(term))
        || (filter instanceof Filter.In in && !in.negated() && in.term().equals(term));
  }

  private RowsOf rows(Filter filter, List<Sort> order, int limit) {
    return new RowsOf(source, operands.joins(), filter, order, limit, lead.walk());
  }

  private List<Key> sortedBy() {
    if (keys == null) {
      throw new IllegalStateException("sorted in Java");
    }
    return keys;
  }

  /** H2 goes along an index only where a bound shows it the beginning. */
  private Filter present(Term term) {
    return engine == Dialect.Engine.H2
        ? Filter.Compare.of(term, Comparator.GREATER_OR_EQUAL, Least.of(term.type()))
        : Filter.present(term);
  }

  private Filter behind(List<Key> all, int from, boolean firstPresent) {
    Keyset after = selection.after();
    if (after == null) {
      return Filter.TRUE;
    }
    if (from == all.size()) {
      return new Key(source.column(Table.ID), selection.idDescending(), after.ref().id(), false)
          .behind();
    }
    Key key = all.get(from);
    Filter next = behind(all, from + 1, firstPresent);
    if (key.value() == null) {
      return Filter.all(Filter.missing(key.term()), next);
    }
    if (engine == Dialect.Engine.POSTGRESQL && goesOneWay(all, from, firstPresent)) {
      return behind(all.subList(from, all.size()), after);
    }
    if (key.present() || (from == 0 && firstPresent)) {
      return Filter.all(key.atOrBehind(), Filter.any(key.behind(), next));
    }
    return Filter.any(
        key.behind(), Filter.missing(key.term()), Filter.all(key.compare(Comparator.EQUALS), next));
  }

  /**
   * True where the keys have values in all rows, and all of them and the identity one direction.
   */
  private boolean goesOneWay(List<Key> all, int from, boolean firstPresent) {
    for (int i = from; i < all.size(); i++) {
      Key key = all.get(i);
      if (key.descending() != selection.idDescending()
          || !(key.present() || (i == 0 && firstPresent))) {
        return false;
      }
    }
    return true;
  }

  /** The same in one comparison, of which PostgreSQL finds the very place in an index. */
  private Filter behind(List<Key> keys, Keyset after) {
    List<Term> terms = new ArrayList<>();
    List<Object> place = new ArrayList<>();
    for (Key key : keys) {
      terms.add(key.term());
      place.add(Objects.requireNonNull(key.value(), "what has no value was looked at before"));
    }
    terms.add(source.column(Table.ID));
    place.add(after.ref().id());
    return new Behind(terms, place, selection.idDescending());
  }

  /** True where an index has the order; where none has, H2 is quicker without its beginning. */
  private static boolean walks(Key first, boolean present) {
    return first.term() instanceof Term.Col column
        && column.alias() == 0
        && (present || first.present());
  }

  private List<Sort> order(List<Key> all, int from, boolean firstPresent) {
    boolean leading = all.isEmpty() ? selection.idDescending() : all.get(from).descending();
    List<Sort> order = new ArrayList<>();
    if (alongIndex && (all.isEmpty() || walks(all.get(0), from > 0 || firstPresent))) {
      for (Column owner : source.table().ownerColumns()) {
        order.add(new Sort(source.column(owner), false, leading));
      }
      for (Column fixed : lead.fixed()) {
        order.add(new Sort(source.column(fixed), false, leading));
      }
    }
    for (int i = from; i < all.size(); i++) {
      Key key = all.get(i);
      if (!key.present() && !(i == 0 && firstPresent)) {
        order.add(new Sort(key.term(), true, false));
      }
      order.add(new Sort(key.term(), false, key.descending()));
    }
    order.add(new Sort(source.column(Table.ID), false, selection.idDescending()));
    return order;
  }
}

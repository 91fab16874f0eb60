package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A condition that SQL can say exactly. Logic is two-valued: each filter deals with missing values
 * itself, so that nothing is ever negated in SQL but the existence of a row.
 */
sealed interface Filter
    permits Filter.Const,
        Filter.All,
        Filter.Any,
        Filter.Compare,
        Filter.In,
        Filter.Hidden,
        Filter.Same,
        Filter.Missing,
        Filter.Contains,
        Filter.Exists,
        Behind,
        Until,
        Late {
  Filter TRUE = new Const(true);
  Filter FALSE = new Const(false);

  /** The exact opposite. */
  Filter not();

  void shape(Shape shape);

  Condition sql(Sql sql);

  static Filter all(Filter... parts) {
    return all(List.of(parts));
  }

  static Filter all(List<Filter> parts) {
    List<Filter> kept = new ArrayList<>(parts.size());
    for (Filter part : parts) {
      if (part instanceof Const constant) {
        if (!constant.value()) {
          return FALSE;
        }
      } else if (part instanceof All all) {
        kept.addAll(all.parts());
      } else {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? TRUE : kept.size() == 1 ? kept.get(0) : new All(kept);
  }

  static Filter any(Filter... parts) {
    return any(List.of(parts));
  }

  static Filter any(List<Filter> parts) {
    List<Filter> kept = new ArrayList<>(parts.size());
    for (Filter part : parts) {
      if (part instanceof Const constant) {
        if (constant.value()) {
          return TRUE;
        }
      } else if (part instanceof Any any) {
        kept.addAll(any.parts());
      } else {
        kept.add(part);
      }
    }
    List<Filter> folded = distinct(kept) ? kept : folded(kept);
    return folded.isEmpty() ? FALSE : folded.size() == 1 ? folded.get(0) : new Any(folded);
  }

  /** True where no two parts say which values of the same term pass. */
  private static boolean distinct(List<Filter> parts) {
    Set<Term> terms = new HashSet<>();
    for (Filter part : parts) {
      Term term =
          part instanceof In in
              ? in.term()
              : part instanceof Compare compare ? compare.term() : null;
      if (term != null && !terms.add(term)) {
        return false;
      }
    }
    return true;
  }

  /** What is the one value or one of the others is one of all. */
  private static List<Filter> folded(List<Filter> parts) {
    Map<Term, Set<Object>> values = new LinkedHashMap<>();
    List<Filter> others = new ArrayList<>();
    for (Filter part : parts) {
      if (part instanceof Compare compare
          && compare.operator() == Comparator.EQUALS
          && !compare.orMissing()) {
        values.computeIfAbsent(compare.term(), term -> new LinkedHashSet<>()).add(compare.value());
      } else if (part instanceof In in && !in.negated()) {
        values.computeIfAbsent(in.term(), term -> new LinkedHashSet<>()).addAll(in.values());
      } else {
        others.add(part);
      }
    }
    List<Filter> folded = new ArrayList<>();
    values.forEach((term, its) -> folded.add(oneOf(term, List.copyOf(its))));
    folded.addAll(others);
    return folded;
  }

  /** The term has one of the values, of which there are some. */
  static Filter oneOf(Term term, List<Object> values) {
    return values.size() == 1
        ? Compare.of(term, Comparator.EQUALS, values.get(0))
        : new In(term, values, false);
  }

  /** There is a value. */
  static Filter present(Term term) {
    return missing(term).not();
  }

  /** There is no value. */
  static Filter missing(Term term) {
    return term.present() ? FALSE : new Missing(term, false);
  }

  private static void shape(char mark, List<Filter> parts, Shape shape) {
    shape.add(mark).add('(');
    parts.forEach(part -> part.shape(shape));
    shape.add(')');
  }

  private static List<Condition> sql(List<Filter> parts, Sql sql) {
    List<Condition> conditions = new ArrayList<>(parts.size());
    parts.forEach(part -> conditions.add(part.sql(sql)));
    return conditions;
  }

  private static List<Filter> opposites(List<Filter> parts) {
    List<Filter> opposites = new ArrayList<>(parts.size());
    parts.forEach(part -> opposites.add(part.not()));
    return opposites;
  }

  /** Every row or none. */
  record Const(boolean value) implements Filter {
    @Override
    public Filter not() {
      return value ? FALSE : TRUE;
    }

    @Override
    public void shape(Shape shape) {
      shape.add(value ? 'T' : 'F');
    }

    @Override
    public Condition sql(Sql sql) {
      return value ? DSL.trueCondition() : DSL.falseCondition();
    }
  }

  /** All of several. */
  record All(List<Filter> parts) implements Filter {
    @Override
    public Filter not() {
      return any(opposites(parts));
    }

    @Override
    public void shape(Shape shape) {
      Filter.shape('&', parts, shape);
    }

    @Override
    public Condition sql(Sql sql) {
      return DSL.and(Filter.sql(parts, sql));
    }
  }

  /** Any of several. */
  record Any(List<Filter> parts) implements Filter {
    @Override
    public Filter not() {
      return all(opposites(parts));
    }

    @Override
    public void shape(Shape shape) {
      Filter.shape('|', parts, shape);
    }

    @Override
    public Condition sql(Sql sql) {
      return DSL.or(Filter.sql(parts, sql));
    }
  }

  /** A comparison that a missing value passes where {@code orMissing}. */
  record Compare(Term term, Comparator operator, Object value, boolean orMissing)
      implements Filter {
    static Compare of(Term term, Comparator operator, Object value) {
      return new Compare(term, operator, value, false);
    }

    @Override
    public Filter not() {
      return new Compare(term, operator.inverse(), value, !orMissing && !term.present());
    }

    @Override
    public void shape(Shape shape) {
      term.shape(shape.add(orMissing ? 'C' : 'c').add(operator.name()));
      shape.bind(term.type(), value);
    }

    @Override
    public Condition sql(Sql sql) {
      Field<Object> field = term.sql(sql);
      return withMissing(orMissing, field, field.compare(operator, sql.bind(term.type())));
    }
  }

  private static Condition withMissing(boolean orMissing, Field<Object> field, Condition test) {
    return orMissing ? field.isNull().or(test) : test;
  }

  /** One of several values, or none of them. */
  record In(Term term, List<Object> values, boolean negated) implements Filter {
    @Override
    public Filter not() {
      return new In(term, values, !negated);
    }

    @Override
    public void shape(Shape shape) {
      term.shape(shape.add(negated ? 'N' : 'n'));
      if (shape.arrays()) {
        shape.bindAll(term.type(), values);
        return;
      }
      for (int i = 0; i < places(); i++) {
        shape.bind(term.type(), values.get(Math.min(i, values.size() - 1)));
      }
    }

    /** A power of two, so that there are few shapes. */
    private int places() {
      return values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
    }

    @Override
    public Condition sql(Sql sql) {
      Field<Object> field = term.sql(sql);
      boolean orMissing = negated && !term.present();
      if (Arrays.serve(sql.engine())) {
        String template = negated ? "{0} <> all ({1})" : "{0} = any ({1})";
        return withMissing(
            orMissing, field, DSL.condition(template, field, sql.bindAll(term.type())));
      }
      List<Field<Object>> each = new ArrayList<>();
      for (int i = 0; i < places(); i++) {
        each.add(sql.bind(term.type()));
      }
      return withMissing(orMissing, field, negated ? field.notIn(each) : field.in(each));
    }
  }

  /**
   * One of several values, without PostgreSQL planning by what and how many they are. Few are
   * compared one by one, many hashed.
   */
  record Hidden(In in) implements Filter {
    private static final int FEW = 16;
    private static final String FEW_OF = "(({0} = any ({1})) is true)";
    private static final String MANY_OF = "(({0} in (select unnest((select {1})))) is true)";

    @Override
    public Filter not() {
      return in.not();
    }

    private boolean few() {
      return in.values().size() <= FEW;
    }

    @Override
    public void shape(Shape shape) {
      in.term().shape(shape.add(few() ? 'g' : 'h'));
      shape.bindAll(in.term().type(), in.values());
    }

    @Override
    public Condition sql(Sql sql) {
      Field<Object> field = in.term().sql(sql);
      Field<Object> all = sql.bindAll(in.term().type());
      return DSL.condition(few() ? FEW_OF : MANY_OF, field, all);
    }
  }

  /** The value that the list in the making is of, see {@link Gathered}. */
  record Same(Term term) implements Filter {
    @Override
    public Filter not() {
      throw new UnsupportedOperationException("a list is of one value");
    }

    @Override
    public void shape(Shape shape) {
      term.shape(shape.add('='));
    }

    @Override
    public Condition sql(Sql sql) {
      return DSL.condition("{0} = \"o\".\"v\"", term.sql(sql));
    }
  }

  /** There is no value, or there is one. */
  record Missing(Term term, boolean negated) implements Filter {
    @Override
    public Filter not() {
      return new Missing(term, !negated);
    }

    @Override
    public void shape(Shape shape) {
      term.shape(shape.add(negated ? 'M' : 'm'));
    }

    @Override
    public Condition sql(Sql sql) {
      return negated ? term.sql(sql).isNotNull() : term.sql(sql).isNull();
    }
  }

  /** Where in a text another is looked for. */
  enum Where {
    /** Anywhere. */
    ANYWHERE,
    /** It is a whole line. */
    LINE,
    /** At the beginning. */
    BEGINNING
  }

  /** A text contains another. */
  record Contains(Term term, String text, Where where, boolean negated) implements Filter {
    @Override
    public Filter not() {
      return new Contains(term, text, where, !negated);
    }

    @Override
    public void shape(Shape shape) {
      term.shape(shape.add(negated ? 'O' : 'o').add(where.name()));
      shape.bind(term.type(), where == Where.LINE ? '\n' + text + '\n' : text);
    }

    @Override
    public Condition sql(Sql sql) {
      Field<Object> field = term.sql(sql);
      Field<String> in = field.coerce(String.class);
      if (where == Where.LINE) {
        in = DSL.concat(DSL.inline("\n"), in, DSL.inline("\n"));
      }
      Field<Integer> position = DSL.position(in, sql.bind(term.type()).coerce(String.class));
      Condition found = where == Where.BEGINNING ? position.eq(1) : position.gt(0);
      Condition lost = where == Where.BEGINNING ? position.ne(1) : position.eq(0);
      return withMissing(negated, field, negated ? lost : found);
    }
  }

  /** A row that a reference leads to, in the bin or not, exists and meets a condition. */
  record Exists(Source target, Term reference, Filter condition, boolean negated)
      implements Filter {
    @Override
    public Filter not() {
      return new Exists(target, reference, condition, !negated);
    }

    @Override
    public void shape(Shape shape) {
      target.shape(shape.add(negated ? 'X' : 'x'));
      target.owned().shape(shape);
      reference.shape(shape);
      condition.shape(shape);
    }

    @Override
    public Condition sql(Sql sql) {
      Condition owned = target.owned().sql(sql);
      Condition refers = target.is(reference, sql);
      Condition found = owned.and(refers).and(condition.sql(sql));
      var rows = DSL.selectOne().from(sql.table(target)).where(found);
      return negated ? DSL.notExists(rows) : DSL.exists(rows);
    }
  }
}

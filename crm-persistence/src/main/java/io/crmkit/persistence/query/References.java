package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.PartOf;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The references that conditions and expressions follow, from the records they are about. */
final class References {
  private final Map<Reference<?, ?>, References> next = new LinkedHashMap<>();

  /** Where each reference leads on. */
  Map<Reference<?, ?>, References> next() {
    return next;
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  private References over(Reference<?, ?> field) {
    return next.computeIfAbsent(field, made -> new References());
  }

  void add(Condition<?> condition) {
    if (condition instanceof Condition.All<?> all) {
      all.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Any<?> any) {
      any.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Not<?> not) {
      add(not.condition());
    } else if (condition instanceof Condition.Matches<?, ?> matches) {
      over(matches.reference()).add(matches.condition());
    } else if (condition instanceof Condition.Compare<?, ?> compare) {
      add(compare.expr());
    } else if (condition instanceof Condition.In<?, ?> in) {
      add(in.expr());
    } else if (condition instanceof Condition.Missing<?> missing) {
      add(missing.expr());
    } else if (condition instanceof Condition.Text<?> text) {
      add(text.expr());
    } else if (condition instanceof Condition.Tagged<?> tagged) {
      add(tagged.expr());
    }
  }

  void add(@Nullable Expr<?, ?> expr) {
    if (expr instanceof Path<?, ?, ?> path) {
      References there = over(path.field());
      there.add(path.visible());
      there.add(path.next());
    } else if (expr instanceof PartOf<?, ?, ?> part) {
      add(part.whole());
    }
  }

  void addAll(List<? extends Expr<?, ?>> exprs) {
    exprs.forEach(this::add);
  }
}

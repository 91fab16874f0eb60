package io.crmkit.view;

import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.query.OrderText;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes fields in one language to one reader. */
final class Describer {
  private final Workspace space;
  private final Layout layout;
  private final Locale locale;

  Describer(Workspace space, Locale locale) {
    this.space = space;
    this.layout = space.layout();
    this.locale = locale;
  }

  /** The paths that the reader may see, described; of the others nothing is said. */
  <E extends Entity<E>> List<FieldDescriptor> readable(EntityType<E> type, List<String> paths) {
    List<FieldDescriptor> described = new ArrayList<>();
    for (String path : paths) {
      Expr<E, ?> expr = Paths.resolve(type, path, layout);
      if (space.mayRead(expr)) {
        described.add(describe(expr));
      }
    }
    return described;
  }

  FieldDescriptor describe(Expr<?, ?> expr) {
    Field<?, ?> field = expr instanceof Field<?, ?> its ? its : null;
    RefField<?, ?> reference = field == null ? null : field.asRef();
    return new FieldDescriptor(
        expr.path(),
        label(expr),
        expr.kind().name(),
        field != null && field.required(),
        field != null && !field.managed() && space.mayWrite(field),
        field != null && field.immutable(),
        field == null ? null : field.maxLength(),
        field == null ? null : field.least(),
        field == null ? null : field.greatest(),
        field == null ? null : field.initial(),
        OrderText.sortable(expr),
        ConditionJson.operators(expr),
        options(end(expr)),
        reference == null ? null : reference.target().name());
  }

  private static Expr<?, ?> end(Expr<?, ?> expr) {
    return expr instanceof Path<?, ?, ?> path ? end(path.next()) : expr;
  }

  private String label(Expr<?, ?> expr) {
    if (expr instanceof Path<?, ?, ?> path) {
      return path.field().label(locale) + " › " + label(path.next());
    }
    return expr instanceof Field<?, ?> field ? field.label(locale) : expr.path();
  }

  private List<FieldDescriptor.Option> options(Expr<?, ?> expr) {
    if (expr instanceof ChoiceField<?, ?> choice) {
      return choices(choice);
    }
    String table = expr instanceof TextField<?> text ? text.codeTable() : null;
    return table == null ? List.of() : codes(layout.codes(table));
  }

  /** Those that a record may be given today. */
  private List<FieldDescriptor.Option> codes(CodeTable table) {
    return table.acceptedOn(space.today()).stream()
        .map(code -> new FieldDescriptor.Option(code, table.get(code).label(locale)))
        .toList();
  }

  private <C> List<FieldDescriptor.Option> choices(ChoiceField<?, C> field) {
    return field.options().stream()
        .map(
            option ->
                new FieldDescriptor.Option(
                    field.kind().format(option), field.label(option, locale)))
        .toList();
  }
}

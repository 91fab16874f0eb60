package io.crmkit.persistence.query;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Part;
import io.crmkit.kernel.record.PartOf;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Reference;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what expressions are in the tables of one statement. */
final class Operands {
  private final Dialect.Engine engine;
  private final Tables tables;
  private final Slots slots;
  private final String tenant;
  private final Identities.Named named;
  private final List<Join> joins = new ArrayList<>();
  private int aliases;

  /**
   * A row read along.
   *
   * @param path what makes it the same as another
   * @param target its table
   * @param reference what leads to it
   * @param visible what it has to meet, or else it counts as missing
   */
  record Join(String path, Source target, Term reference, Filter visible) {}

  Operands(
      Dialect.Engine engine, Tables tables, Slots slots, String tenant, Identities.Named named) {
    this.named = named;
    this.engine = engine;
    this.tables = tables;
    this.slots = slots;
    this.tenant = tenant;
  }

  /** A table under a name of its own; the first is the one that rows are wanted of. */
  Source source(EntityType<?> type) {
    return new Source(aliases++, tables.of(type), tenant);
  }

  /** The rows read along so far. */
  List<Join> joins() {
    return joins;
  }

  /** The identities that values of an operand are; null where they are none, or few. */
  @Nullable List<Object> named(Operand operand, Set<?> values) {
    return operand.kind().storage() == Kind.Storage.REF && operand.slot() == null
        ? named.of(values)
        : null;
  }

  /** The row is not in the bin. */
  Filter live(Source at) {
    EntityType<?> type = at.table().type();
    Field<?, ?> deletedAt = type.slots().get(EntityType.DELETED_AT);
    return Filter.missing(at.column(at.table().columns(deletedAt).get(0)));
  }

  /** The column of a reference, as an identity; null where it has none. */
  @Nullable Term reference(Reference<?, ?> reference, Source at) {
    Operand operand =
        reference instanceof LinkTo<?, ?> to
            ? ofField(to.link().id(), at)
            : reference instanceof RefField<?, ?> field ? ofField(field, at) : null;
    if (operand == null) {
      return null;
    }
    return operand.slot() == null ? operand.term() : new Term.Identity(operand.term(), at);
  }

  /** The copy of a field that words are looked for in; null where there is none. */
  @Nullable Column search(Expr<?, ?> expr, Table table) {
    return expr instanceof Field<?, ?> field && field.slot() >= 0 ? table.search(field) : null;
  }

  /** What an expression is within one record; null where it is nothing that SQL knows. */
  @Nullable Operand of(Expr<?, ?> expr, Source at) {
    if (expr instanceof Field<?, ?> field) {
      return ofField(field, at);
    }
    return expr instanceof PartOf<?, ?, ?> part ? ofPart(part, at) : null;
  }

  /** The same, following references by reading the rows they lead to along. */
  @Nullable Operand joined(Expr<?, ?> expr, Source at, Translation translation) {
    return joined(expr, at, translation, "");
  }

  private @Nullable Operand joined(
      Expr<?, ?> expr, Source at, Translation translation, String before) {
    if (!(expr instanceof Path<?, ?, ?> path)) {
      return of(expr, at);
    }
    Term reference = reference(path.field(), at);
    if (reference == null) {
      return null;
    }
    String key = before + path.field().name() + '|' + path.visible() + '.';
    for (Join join : joins) {
      if (join.path().equals(key)) {
        return joined(path.next(), join.target(), translation, key);
      }
    }
    Source target = source(path.field().target());
    Filter visible = translation.exactly(path.visible(), target);
    if (visible == null) {
      return null;
    }
    joins.add(new Join(key, target, reference, Filter.all(live(target), visible)));
    return joined(path.next(), target, translation, key);
  }

  private @Nullable Operand ofField(Field<?, ?> field, Source at) {
    if (field.custom()) {
      Column slot = exactSlot(field);
      return slot == null
          ? null
          : new Operand(field.kind(), at.column(slot), null, null, null, slot, false);
    }
    List<Column> columns = at.table().columns(field);
    return new Operand(
        field.kind(),
        at.column(columns.get(0)),
        columns.size() == 2 ? at.column(columns.get(1)) : null,
        null,
        null,
        null,
        engine != Dialect.Engine.H2);
  }

  /** A search copy that holds every value whole. */
  private @Nullable Column exactSlot(Field<?, ?> field) {
    Column slot = slots.readable(field);
    if (slot == null || field.kind().storage() != Kind.Storage.TEXT) {
      return slot;
    }
    Integer longest = field.maxLength();
    boolean whole =
        longest == null ? field.kind().name().equals("choice") : longest <= slot.length();
    return whole ? slot : null;
  }

  private @Nullable Operand ofPart(PartOf<?, ?, ?> partOf, Source at) {
    Part<?, ?> part = partOf.part();
    Operand whole = of(partOf.whole(), at);
    if (part.datePart() != null) {
      return whole == null
          ? null
          : new Operand(
              part.kind(), whole.term(), null, part.datePart(), part.zone(), whole.slot(), false);
    }
    if (whole != null && whole.currency() != null) {
      return Operand.plain(
          part.kind(), part.name().equals("currency") ? whole.currency() : whole.term());
    }
    if (partOf.whole() instanceof Field<?, ?> field && field.slot() >= 0) {
      Column copy = at.table().part(field, part.name());
      return copy == null ? null : Operand.plain(part.kind(), at.column(copy));
    }
    return null;
  }
}

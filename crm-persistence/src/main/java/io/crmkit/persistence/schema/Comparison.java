package io.crmkit.persistence.schema;

import io.crmkit.persistence.schema.Found.FoundColumn;
import io.crmkit.persistence.schema.Found.FoundIndex;
import io.crmkit.persistence.schema.Found.FoundTable;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.ForeignKey;
import io.crmkit.persistence.table.Index;
import io.crmkit.persistence.table.TableNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the tables that are wanted with those that are there. */
final class Comparison {
  private final Ddl ddl;
  private final Place place;
  private final List<Difference> tables = new ArrayList<>();
  private final List<Difference> columns = new ArrayList<>();
  private final List<Difference> indexes = new ArrayList<>();
  private final List<Difference> references = new ArrayList<>();

  private Comparison(Ddl ddl, Place place) {
    this.ddl = ddl;
    this.place = place;
  }

  /** All differences, in the order in which they are to be mended. */
  static List<Difference> of(Ddl ddl, Place place, List<Shape> wanted, Found found) {
    Comparison comparison = new Comparison(ddl, place);
    for (Shape shape : wanted) {
      comparison.compare(shape, found.table(place.plain(shape.name())));
    }
    List<Difference> all = new ArrayList<>(comparison.tables);
    all.addAll(comparison.columns);
    all.addAll(comparison.indexes);
    all.addAll(comparison.references);
    return all;
  }

  private void compare(Shape wanted, @Nullable FoundTable found) {
    if (found == null) {
      tables.add(
          new Difference(
              wanted.name(),
              "table " + place.plain(wanted.name()) + " is missing",
              ddl.create(wanted)));
    } else {
      wanted.columns().forEach(each -> column(wanted, each, found.columns().get(each.name())));
      strangers(wanted, found.columns());
      List<String> key = names(wanted.key());
      if (!key.equals(found.key())) {
        refuse(columns, wanted, "", " has the primary key " + found.key() + " instead of " + key);
      }
      wanted.indexes().forEach(each -> index(wanted, each, found));
    }
    List<ForeignKey> missing =
        wanted.foreignKeys().stream()
            .filter(each -> found == null || !found.references().contains(full(each.name())))
            .toList();
    if (!missing.isEmpty()) {
      String which = String.join(", ", missing.stream().map(each -> full(each.name())).toList());
      references.add(
          new Difference(
              wanted.name(),
              "references of " + place.plain(wanted.name()) + " are missing: " + which,
              ddl.references(wanted, missing)));
    }
  }

  private void column(Shape table, Column wanted, @Nullable FoundColumn found) {
    String name = place.plain(table.name()) + '.' + wanted.name();
    if (found == null) {
      columns.add(
          new Difference(
              table.name(),
              "column " + name + " is missing",
              List.of(ddl.addColumn(table, wanted))));
      return;
    }
    String type = Catalog.type(ddl.dialect(), wanted);
    long length = Catalog.length(ddl.dialect(), wanted);
    boolean longer = type.equals("text") && found.type().equals("varchar");
    if (longer || (type.equals(found.type()) && found.length() < length)) {
      columns.add(
          new Difference(
              table.name(),
              name + " holds only " + found.length() + " characters",
              List.of(ddl.widen(table, wanted))));
    } else if (!type.equals(found.type()) && !wasLonger(type, found)) {
      refuse(columns, table, "." + wanted.name(), " is " + found.type() + " instead of " + type);
    }
    String collation = Catalog.collation(ddl.dialect());
    if (collation != null && isText(wanted) && !collation.equals(found.collation())) {
      refuse(
          columns,
          table,
          "." + wanted.name(),
          " is compared by " + found.collation() + " instead of " + collation);
    }
  }

  /** A text that was longer once keeps its place. */
  private static boolean wasLonger(String type, FoundColumn found) {
    return type.equals("varchar") && found.type().equals("text");
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.TEXT || column.type() == ColumnType.LONG_TEXT;
  }

  /** A column that no field writes must not demand a value. */
  private void strangers(Shape table, Map<String, FoundColumn> found) {
    Set<String> known = new HashSet<>(names(table.columns()));
    found.forEach(
        (name, column) -> {
          if (!known.contains(name) && column.demanded()) {
            refuse(columns, table, "." + name, " demands a value, and no field gives it one");
          }
        });
  }

  private void index(Shape table, Index wanted, FoundTable found) {
    String name = full(wanted.name());
    FoundIndex its = found.indexes().get(name);
    if (its == null) {
      indexes.add(
          new Difference(
              table.name(), "index " + name + " is missing", List.of(ddl.index(table, wanted))));
    } else if (its.unique() != wanted.unique() || !its.columns().equals(names(wanted.columns()))) {
      indexes.add(
          new Difference(
              table.name(),
              "index "
                  + name
                  + " is over "
                  + its.columns()
                  + (its.unique() ? ", unique," : "")
                  + " instead of "
                  + names(wanted.columns())
                  + (wanted.unique() ? ", unique" : "")
                  + ": drop it, and it is made anew",
              List.of()));
    }
  }

  private void refuse(List<Difference> to, Shape table, String column, String what) {
    to.add(
        new Difference(
            table.name(),
            place.plain(table.name())
                + column
                + what
                + ": the library does not change that, since values could be lost; give the field"
                + " another name, or change the table with a script of your own",
            List.of()));
  }

  private String full(String name) {
    return place.prefix() + TableNames.shortened(name);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}

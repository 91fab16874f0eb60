package io.crmkit.kernel.query;

import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.TextOrder;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The types that conditions of these tests are about, with a custom field of every odd sort. */
final class Shape {
  private static final Extension<Planet> MORE = Extension.of(() -> Planet.TYPE);

  static final TextField<Planet> SECRET = MORE.text("secret").encrypted().add();
  static final TextField<Planet> GRADE = MORE.code("grade", "grades").add();
  static final ValueField<Planet, DayOfWeek> FEAST = MORE.value("feast", new Days()).add();

  static final Layout LAYOUT =
      new Layout(
          Universe.TYPES,
          List.of(Universe.NICKNAME, Universe.RINGS, Universe.SPONSOR, SECRET, GRADE, FEAST),
          Map.of(
              "grades",
              new CodeTable("grades", false, List.of(Code.of("a"), Code.of("b")), Set.of())));

  private Shape() {}

  /** Everything that can be read off a record of the type, up to {@code references} away. */
  static <E extends Entity<E>> List<Expr<E, ?>> exprs(EntityType<E> type, int references) {
    List<Field<E, ?>> fields = new ArrayList<>(LAYOUT.fields(type));
    Stream.of("id", "version", "created_at", "updated_by", "deleted_at")
        .forEach(name -> fields.add(type.field(name)));
    List<Expr<E, ?>> all = new ArrayList<>();
    for (Field<E, ?> field : fields) {
      all.add(field);
      parts(field).forEach(part -> all.add(path(type, field.name() + '.' + part)));
      RefField<E, ?> ref = field.asRef();
      if (ref != null && references > 0) {
        all.addAll(behind(ref, references - 1));
      }
    }
    return all;
  }

  private static <E extends Entity<E>, X extends Entity<X>> List<Expr<E, ?>> behind(
      RefField<E, X> ref, int references) {
    List<Expr<E, ?>> all = new ArrayList<>();
    exprs(ref.target(), references).forEach(next -> all.add(ref.get(next)));
    return all;
  }

  private static List<String> parts(Field<?, ?> field) {
    return switch (field.kind().name()) {
      case "money" -> List.of("currency", "amount");
      case "address" -> List.of("country", "region", "city");
      case "date" -> List.of("day", "week", "month", "quarter", "year");
      case "instant" ->
          List.of("day@Europe/Berlin", "week@Z", "month@+05:30", "year@America/Argentina/Ushuaia");
      default -> List.of();
    };
  }

  static <E extends Entity<E>> Expr<E, ?> path(EntityType<E> type, String path) {
    return Paths.resolve(type, path, LAYOUT);
  }

  private static final class Days extends Kind<DayOfWeek> {
    Days() {
      super("weekday", DayOfWeek.class, Storage.TEXT);
    }

    @Override
    public String format(DayOfWeek value) {
      return value.name();
    }

    @Override
    public DayOfWeek parse(String text) {
      return Arrays.stream(DayOfWeek.values())
          .filter(day -> day.name().equals(text))
          .findFirst()
          .orElseThrow(() -> new Refused("violation.malformed", name(), text));
    }

    @Override
    public int compare(DayOfWeek a, DayOfWeek b) {
      return TextOrder.BY_CODE_POINT.compare(a.name(), b.name());
    }
  }
}

package io.crmkit.kernel.record;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds expressions by the text that {@link Expr#path} gives: {@code name}, {@code
 * customer.parent.name}, {@code amount.currency}, {@code created_at.day@Europe/Berlin}.
 */
public final class Paths {
  /** How many references one path may follow: each is a join in a database. */
  public static final int MAX_REFERENCES = 8;

  private final String path;
  private final Layout layout;

  private Paths(String path, Layout layout) {
    this.path = path;
    this.layout = layout;
  }

  /**
   * The expression that a path means; the inverse of {@link Expr#path}.
   *
   * @param type the record type that the path begins at
   * @param layout knows the custom fields, and which fields may be named
   * @throws InvalidRequestException where a step leads nowhere or there are too many, naming the
   *     step and what there is in its place
   */
  public static <E extends Entity<E>> Expr<E, ?> resolve(
      EntityType<E> type, String path, Layout layout) {
    return new Paths(path, layout).from(type, 0, 0);
  }

  private <E extends Entity<E>> Expr<E, ?> from(EntityType<E> type, int start, int followed) {
    int dot = path.indexOf('.', start);
    String name = dot < 0 ? path.substring(start) : path.substring(start, dot);
    Field<E, ?> field = layout.find(type, name);
    if (field == null) {
      throw refused("request.path", type, Quoted.of(name), names(type));
    }
    if (dot < 0) {
      return field;
    }
    RefField<E, ?> ref = field.asRef();
    return ref == null ? part(field, dot + 1) : follow(ref, dot + 1, followed + 1);
  }

  private <E extends Entity<E>, X extends Entity<X>> Expr<E, ?> follow(
      RefField<E, X> ref, int start, int followed) {
    if (followed > MAX_REFERENCES) {
      throw refused("request.path_long", MAX_REFERENCES);
    }
    return ref.get(from(ref.target(), start, followed));
  }

  private <E extends Entity<E>, S> Expr<E, ?> part(Field<E, S> field, int start) {
    String name = path.substring(start);
    Part<S, ?> part = Part.named(field.kind(), name);
    if (part != null) {
      return field.part(part);
    }
    List<String> known = Part.names(field.kind());
    if (known.isEmpty()) {
      throw refused("request.path_end", field, Quoted.of(name));
    }
    String code = field.kind() == Kinds.INSTANT ? "request.path_zone" : "request.path";
    throw refused(code, field, Quoted.of(name), known);
  }

  private <E extends Entity<E>> List<String> names(EntityType<E> type) {
    List<Field<E, ?>> known = new ArrayList<>(layout.fields(type));
    known.addAll(type.slots().subList(0, EntityType.FIRST_SLOT));
    return Stream.concat(layout.named(known).stream(), Stream.of("id", "version")).toList();
  }

  private InvalidRequestException refused(String code, Object... arguments) {
    Object[] all = Stream.concat(Stream.of(Quoted.of(path)), Stream.of(arguments)).toArray();
    return new InvalidRequestException(code, all);
  }
}

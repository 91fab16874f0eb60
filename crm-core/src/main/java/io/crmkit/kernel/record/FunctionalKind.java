package io.crmkit.kernel.record;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Values that a few functions say everything about. */
final class FunctionalKind<T> extends Kind<T> {
  private final Comparator<T> order;
  private final ToLongFunction<T> rank;
  private final Function<T, String> format;
  private final Function<String, T> parse;

  FunctionalKind(
      String name,
      Class<?> javaType,
      Storage storage,
      Comparator<T> order,
      ToLongFunction<T> rank,
      Function<T, String> format,
      Function<String, T> parse) {
    super(name, javaType, storage);
    this.order = order;
    this.rank = rank;
    this.format = format;
    this.parse = parse;
  }

  @Override
  public int compare(T a, T b) {
    return order.compare(a, b);
  }

  @Override
  public long rank(T value) {
    return rank.applyAsLong(value);
  }

  @Override
  public String format(T value) {
    return format.apply(value);
  }

  @Override
  public T parse(String text) {
    return parse.apply(text);
  }

  /** Texts are formatted and parsed. */
  @Override
  public boolean storedAsIs() {
    return storage() != Storage.TEXT && storage() != Storage.LONG_TEXT;
  }
}

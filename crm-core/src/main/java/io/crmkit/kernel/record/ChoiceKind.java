package io.crmkit.kernel.record;

import io.crmkit.kernel.value.TextOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a closed list of values, ordered by code. */
final class ChoiceKind<C> extends Kind<C> {
  private final Map<String, C> byCode;
  private final Function<C, String> code;

  ChoiceKind(List<C> options, Function<C, String> code) {
    super("choice", options.get(0).getClass(), Storage.TEXT);
    this.code = code;
    this.byCode =
        options.stream()
            .collect(
                Collectors.toMap(
                    code,
                    Function.identity(),
                    (a, b) -> {
                      throw new IllegalArgumentException("two options share a code: " + a);
                    },
                    LinkedHashMap::new));
  }

  @Override
  public C normalise(C value) {
    if (!byCode.containsKey(code.apply(value))) {
      throw new Refused("violation.choice", value, byCode.keySet());
    }
    return value;
  }

  @Override
  public int compare(C a, C b) {
    return TextOrder.BY_CODE_POINT.compare(code.apply(a), code.apply(b));
  }

  @Override
  public long rank(C value) {
    return TextOrder.beginning(code.apply(value));
  }

  @Override
  public String format(C value) {
    return code.apply(value);
  }

  @Override
  public C parse(String text) {
    C value = byCode.get(text.strip());
    if (value == null) {
      throw new Refused("violation.choice", Kinds.shorten(text), byCode.keySet());
    }
    return value;
  }
}

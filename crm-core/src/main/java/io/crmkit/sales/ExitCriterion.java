package io.crmkit.sales;

import io.crmkit.kernel.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be confirmed before an opportunity leaves a stage forwards.
 *
 * @param code names it within its stage
 * @param sentence what has to be so, in the words of the sellers
 */
public record ExitCriterion(String code, String sentence) {
  static Json write(List<ExitCriterion> criteria) {
    return Json.of(
        criteria.stream()
            .map(one -> Map.of("code", one.code(), "sentence", one.sentence()))
            .toList());
  }

  static List<ExitCriterion> read(@Nullable Json json) {
    List<ExitCriterion> criteria = new ArrayList<>();
    for (Object one : json == null ? List.of() : json.toList()) {
      Map<?, ?> its = (Map<?, ?>) Objects.requireNonNull(one);
      criteria.add(
          new ExitCriterion(
              (String) Objects.requireNonNull(its.get("code")),
              (String) Objects.requireNonNull(its.get("sentence"))));
    }
    return List.copyOf(criteria);
  }
}

package io.crmkit.service;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Json;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Why something was done to a case: what somebody wrote, or what the library decided by, which is
 * kept as a code with figures and said in the language of each reader.
 */
record Reason(@Nullable String text, @Nullable String code, List<Object> figures) {
  static Reason of(@Nullable String text) {
    return new Reason(text, null, List.of());
  }

  /**
   * What the library decided by.
   *
   * @param code of the sentence {@code service.why.code}, in which the figures stand
   */
  static Reason of(String code, long... figures) {
    return new Reason(null, code, LongStream.of(figures).mapToObj(each -> (Object) each).toList());
  }

  void into(Draft<CaseStep> step) {
    step.setOrClear(CaseStep.TEXT, text).setOrClear(CaseStep.REASON, code);
    if (!figures.isEmpty()) {
      step.set(CaseStep.FIGURES, Json.of(figures));
    }
  }
}

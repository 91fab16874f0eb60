package io.crmkit.view;

import io.crmkit.kernel.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A part of the layout of a form.
 *
 * @param labels the heading by language, {@code "en"}, {@code "zh"}; none where it is empty
 * @param fields the names of the fields, in order
 */
public record Section(Map<String, String> labels, List<String> fields) {
  /** Copies what it is given. */
  public Section {
    labels = Map.copyOf(labels);
    fields = List.copyOf(fields);
  }

  String label(Locale locale) {
    String english = labels.getOrDefault(Locale.ENGLISH.getLanguage(), "");
    return labels.getOrDefault(locale.getLanguage(), english);
  }

  static Json write(List<Section> sections) {
    return Json.of(
        sections.stream()
            .map(section -> Map.of("labels", section.labels(), "fields", section.fields()))
            .toList());
  }

  static List<Section> read(Json json) {
    List<Section> sections = new ArrayList<>();
    for (Object one : json.toList()) {
      Map<?, ?> its = (Map<?, ?>) Objects.requireNonNull(one);
      Map<String, String> labels = new TreeMap<>();
      ((Map<?, ?>) Objects.requireNonNull(its.get("labels")))
          .forEach((language, label) -> labels.put((String) language, (String) label));
      List<String> fields =
          ((List<?>) Objects.requireNonNull(its.get("fields")))
              .stream().map(String::valueOf).toList();
      sections.add(new Section(labels, fields));
    }
    return List.copyOf(sections);
  }
}

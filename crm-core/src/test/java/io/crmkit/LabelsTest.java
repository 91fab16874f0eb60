package io.crmkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.calendar.Shift;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.order.OrderLine;
import io.crmkit.order.OrderState;
import io.crmkit.order.SalesOrder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type, field, option and rule has its words in English and Chinese. */
class LabelsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern RULE = Pattern.compile("\\.rule\\(\\s*\"([a-z_]+)\"");
  private static final Pattern TYPE = Pattern.compile("Definition\\.of\\(\\s*\"([a-z_]+)\"");

  @Test
  void every_type_and_every_field_has_a_label_in_both_languages() {
    List<String> missing = new ArrayList<>();
    try (Crm crm = Crm.inMemory()) {
      var types = crm.as("ada").workspace().layout().types();
      assertTrue(types.size() >= 15, types::toString);
      types.forEach(type -> collect(type, missing));
    }
    assertEquals(List.of(), missing);
  }

  private static <E extends Entity<E>> void collect(EntityType<E> type, List<String> missing) {
    if (type.label(Locale.ENGLISH).equals(type.name())) {
      missing.add(type + " en");
    }
    if (isEnglish(type.label(Locale.CHINESE))) {
      missing.add(type + " zh");
    }
    List<Field<E, ?>> fields = new ArrayList<>(type.fields());
    fields.addAll(List.of(type.createdAt(), type.createdBy(), type.updatedAt(), type.updatedBy()));
    fields.add(type.deletedAt());
    fields.add(type.field("id"));
    fields.add(type.field("version"));
    for (Field<E, ?> field : fields) {
      if (field.label(Locale.ENGLISH).equals(field.name())) {
        missing.add(field + " en");
      }
      if (isEnglish(field.label(Locale.CHINESE))) {
        missing.add(field + " zh");
      }
      if (field instanceof ChoiceField<E, ?> choice) {
        collect(choice, missing);
      }
    }
  }

  /** An option without a label reads like its code, which is not Chinese. */
  private static <E extends Entity<E>, C> void collect(
      ChoiceField<E, C> field, List<String> missing) {
    for (C option : field.options()) {
      if (isEnglish(field.label(option, Locale.CHINESE))) {
        missing.add(field + " " + option + " zh");
      }
    }
  }

  @Test
  void an_option_is_called_by_its_label_in_lists_and_in_messages() {
    assertEquals("Partly shipped", SalesOrder.STATE.label(OrderState.PARTLY_SHIPPED, Locale.US));
    assertEquals("部分发货", SalesOrder.STATE.label(OrderState.PARTLY_SHIPPED, Locale.CHINA));
    assertEquals("Monday", Shift.WEEKDAY.label(DayOfWeek.MONDAY, Locale.ENGLISH));
    assertEquals("反向征收", OrderLine.TAX_CATEGORY.label("AE", Locale.CHINESE));
    InvalidRequestException refused =
        new InvalidRequestException("order.state", "SO-1", OrderState.PARTLY_SHIPPED);
    assertTrue(refused.message(Locale.CHINESE).contains("部分发货"), refused::getMessage);
    assertTrue(refused.getMessage().contains("is partly shipped,"), refused::getMessage);
  }

  private static boolean isEnglish(String label) {
    return label
        .codePoints()
        .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  @Test
  void every_rule_has_a_sentence_in_both_languages() throws IOException {
    int rules = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher type = TYPE.matcher(source);
        Matcher rule = RULE.matcher(source);
        while (rule.find()) {
          assertTrue(type.find(0), file::toString);
          String key = type.group(1) + ".rule." + rule.group(1);
          Path folder = RESOURCES.resolve(SOURCES.relativize(file).getParent());
          for (String bundle : List.of("labels.properties", "labels_zh.properties")) {
            assertTrue(load(folder.resolve(bundle)).containsKey(key), () -> bundle + " " + key);
          }
          rules++;
        }
      }
    }
    assertTrue(rules >= 4, "rules found: " + rules);
  }

  @Test
  void the_bundles_of_both_languages_have_the_same_keys() throws IOException {
    int bundles = 0;
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (Path file : files.filter(path -> path.endsWith("labels.properties")).toList()) {
        assertEquals(
            new TreeSet<>(load(file).keySet()),
            new TreeSet<>(load(file.resolveSibling("labels_zh.properties")).keySet()),
            file::toString);
        bundles++;
      }
    }
    assertTrue(bundles >= 7, "bundles found: " + bundles);
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}

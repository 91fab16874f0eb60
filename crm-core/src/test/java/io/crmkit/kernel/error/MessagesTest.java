package io.crmkit.kernel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.testing.Planet;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/io/crmkit");

  /** The kernel, and the features that have sentences of their own. */
  private static final List<String> PACKAGES = packages();

  /** What may be a key in the code. */
  private static final Pattern MENTIONED =
      Pattern.compile(
          "\"((?:"
              + String.join("|", PACKAGES)
              + "|conflict|denied|not_found|request|secret|store|violation)\\.[a-z_.]+"
              + "|validation|not_found)\"");

  /** What is one; names of events, jobs and permissions only look like it. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<!@code )(?<!return )(?<!String [A-Z_]{1,30} = )(?<!List\\.of\\()(?<!require\\()(?<!Job\\.of\\()(?<!permits\\()"
              + MENTIONED.pattern());

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  private static final Properties ENGLISH = bundle("messages.properties");
  private static final Properties CHINESE = bundle("messages_zh.properties");

  @Test
  void every_code_in_the_sources_has_a_sentence_in_both_languages() throws IOException {
    Set<String> codes = codes(CODE, List.of(Path.of("src/main/java")));
    assertTrue(codes.containsAll(List.of("not_found.named", "request.path", "violation.max")));
    codes.removeAll(ENGLISH.stringPropertyNames());
    codes.removeIf(code -> code.endsWith(".") && anySentence(code));
    assertEquals(Set.of(), codes, "codes without a sentence: write it in both languages");
  }

  @Test
  void no_sentence_has_outlived_its_code() throws IOException {
    Set<String> sentences = new TreeSet<>(ENGLISH.stringPropertyNames());
    sentences.removeIf(key -> key.startsWith("field."));
    Set<String> mentioned = codes(MENTIONED, modules());
    sentences.removeAll(mentioned);
    mentioned.stream()
        .filter(code -> code.endsWith("."))
        .forEach(family -> sentences.removeIf(key -> key.startsWith(family)));
    assertEquals(Set.of(), sentences, "sentences that no code asks for: remove them");
  }

  /** A key whose end is put to it later. */
  private static boolean anySentence(String family) {
    return ENGLISH.stringPropertyNames().stream().anyMatch(key -> key.startsWith(family));
  }

  @Test
  void both_languages_have_the_same_keys() {
    assertEquals(
        new TreeSet<>(ENGLISH.stringPropertyNames()), new TreeSet<>(CHINESE.stringPropertyNames()));
  }

  @Test
  void both_languages_mention_the_same_things() {
    for (String key : ENGLISH.stringPropertyNames()) {
      assertEquals(places(ENGLISH.getProperty(key)), places(CHINESE.getProperty(key)), key);
    }
  }

  @Test
  void every_sentence_shows_what_it_mentions() {
    for (Properties bundle : List.of(ENGLISH, CHINESE)) {
      for (String key : bundle.stringPropertyNames()) {
        String pattern = bundle.getProperty(key);
        Object[] arguments =
            Stream.iterate(0, i -> i + 1).limit(8).map(i -> "<" + i + ">").toArray();
        String shown = new MessageFormat(pattern, Locale.ROOT).format(arguments);
        String expected = PLACE.matcher(pattern).replaceAll("<$1>").replace("''", "'");
        assertEquals(expected, shown, key);
      }
    }
  }

  @Test
  void no_key_stands_there_twice() throws IOException {
    for (String name : List.of("messages.properties", "messages_zh.properties")) {
      List<String> keys =
          lines(name).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertEquals(new HashSet<>(keys).size(), keys.size(), name);
    }
  }

  @Test
  void speaks_the_language_of_the_reader_and_else_English() {
    NotFoundException error = NotFoundException.named("stage", "won't", List.of("new", "won"));
    assertEquals("There is no stage called \"won't\". Use one of [new, won].", error.getMessage());
    assertEquals("没有名为“won't”的 阶段。请使用以下之一：[new, won]。", error.message(Locale.CHINA));
    assertEquals(
        "没有名为“x”的 industry 代码。请使用以下之一：[a]。",
        NotFoundException.named("code of industry", "x", List.of("a")).message(Locale.CHINA));
    assertEquals(error.getMessage(), error.message(Locale.GERMANY));
  }

  @Test
  void the_language_of_the_machine_does_not_matter() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINA);
      NotFoundException error = NotFoundException.record("deal:1");
      assertEquals(
          "There is no deal:1 that you can see. Check the identity or ask for access.",
          error.getMessage());
      assertEquals(error.getMessage(), error.message(Locale.GERMANY));
      assertEquals(error.getMessage(), error.message(Locale.ROOT));
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void sentences_within_sentences_follow_the_language() {
    Violation violation = Violation.of("deal", "title", "violation.required");
    ValidationException error = new ValidationException(List.of(violation));
    assertEquals(
        "Nothing was written; values to correct: 1. deal.title has no value. Give one.",
        error.getMessage());
    assertEquals("未写入任何内容；需更正的值：1 个。deal.title 没有值。请填写。", error.message(Locale.CHINESE));
  }

  @Test
  void the_fields_of_every_record_have_labels() {
    List<Field<Planet, ?>> own = Planet.TYPE.slots().subList(0, EntityType.DELETED_AT + 1);
    List<Field<Planet, ?>> fields = new ArrayList<>(own);
    fields.add(Planet.TYPE.field("id"));
    fields.add(Planet.TYPE.field("version"));
    for (Field<Planet, ?> field : fields) {
      assertNotEquals(field.name(), field.label(Locale.ENGLISH));
      assertNotEquals(field.label(Locale.ENGLISH), field.label(Locale.CHINESE));
    }
    assertEquals("name", Planet.NAME.label(Locale.ENGLISH), "its name where there is no label");
  }

  @Test
  void an_unknown_key_shows_itself() {
    assertEquals("no.such [1, null]", Messages.text(Locale.ENGLISH, "no.such", 1, null));
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("").toAbsolutePath().getParent())) {
      return folders.map(f -> f.resolve("src/main/java")).filter(Files::isDirectory).toList();
    }
  }

  private static Set<String> codes(Pattern pattern, List<Path> folders) throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .flatMap(file -> pattern.matcher(read(file)).results())
            .forEach(found -> codes.add(found.group(1)));
      }
    }
    return codes;
  }

  private static Set<String> places(String pattern) {
    Matcher matcher = PLACE.matcher(pattern);
    return matcher.results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Properties bundle(String name) {
    Properties all = new Properties();
    for (Path path : resources(name)) {
      Properties its = new Properties();
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        its.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      its.forEach((key, text) -> assertNull(all.put(key, text), key + " stands in two bundles"));
    }
    return all;
  }

  private static List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path path : resources(name)) {
      lines.addAll(Files.readAllLines(path));
    }
    return lines;
  }

  private static List<Path> resources(String name) {
    return PACKAGES.stream().map(pkg -> RESOURCES.resolve(pkg).resolve(name)).toList();
  }

  private static List<String> packages() {
    try (Stream<Path> folders = Files.list(RESOURCES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("messages.properties")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("exchange")) // told without being asked for by a literal
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

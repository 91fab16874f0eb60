package io.crmkit.kernel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the library throws has a sentence in each language that it speaks. */
class ErrorMessagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:request|violation|denied|conflict|not_found|store|custom|sales)\\.[a-z_.]+)\"");

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            ErrorMessagesTest.class.getResourceAsStream("/io/crmkit/kernel/" + name),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void every_code_in_the_sources_has_a_sentence_in_english_and_chinese() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    assertTrue(codes.size() > 80, codes::toString);
    Set<String> english = new TreeSet<>(codes);
    english.removeAll(bundle("messages.properties").keySet());
    Set<String> chinese = new TreeSet<>(codes);
    chinese.removeAll(bundle("messages_zh.properties").keySet());
    assertEquals(Set.of(), english);
    assertEquals(Set.of(), chinese);
  }

  @Test
  void both_languages_have_the_same_sentences_with_the_same_places() throws IOException {
    Properties english = bundle("messages.properties");
    Properties chinese = bundle("messages_zh.properties");
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          places(english.getProperty(key)),
          places(chinese.getProperty(key)),
          () -> "places of " + key);
    }
  }

  private static Set<Integer> places(String pattern) {
    Set<Integer> places = new TreeSet<>();
    for (int i = 0; i < 8; i++) {
      Object[] arguments = {"", "", "", "", "", "", "", ""};
      arguments[i] = "<here>";
      if (new MessageFormat(pattern, Locale.ROOT).format(arguments).contains("<here>")) {
        places.add(i);
      }
    }
    return places;
  }

  @Test
  void an_error_speaks_english_where_a_language_is_not_spoken() {
    CrmException gone = ConflictException.stale("customer:1", 3, null);
    assertEquals(gone.getMessage(), gone.message(Locale.FRENCH));
    assertEquals(gone.getMessage(), gone.message(Locale.ENGLISH));
    assertFalse(gone.message(Locale.SIMPLIFIED_CHINESE).contains("changed"));
  }
}

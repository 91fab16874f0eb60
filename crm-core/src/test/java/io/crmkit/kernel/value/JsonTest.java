package io.crmkit.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.testing.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"b\" : 1.0, \"a\" : [ true , null ] } | {\"a\":[true,null],\"b\":1}",
        "{\"😀\":1,\"\uFFFD\":2} | {\"\uFFFD\":2,\"😀\":1}",
        "[] | []",
        "{} | {}",
        "-0.0 | 0",
        "1e3 | 1000",
        "1.50 | 1.5",
        "0.1e-2 | 0.001",
        "123456789012345678901234567890.5 | 123456789012345678901234567890.5",
        "1e60 | 1E+60",
        "\"\\u0041\\n\\/\\\"\" | \"A\\u000a/\\\"\"",
        "\"中文\" | \"中文\"",
        "\"\\ud800\" | \"\\ud800\"",
        "null | null",
      })
  void hasOneCanonicalText(String text, String canonical) {
    assertEquals(canonical, Json.parse(text).toString());
    assertEquals(Json.parse(canonical), Json.parse(text));
    assertEquals(Json.parse(canonical).hashCode(), Json.parse(text).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "nul",
        "NaN",
        "01",
        "1 2",
        "{a:1}",
        "'a'",
        "// c\n1",
        "\"a\nb\"",
        "[1}",
        "\uFEFF1",
        "+1",
        ".5"
      })
  void refusesWhatIsNotJson(String text) {
    assertTrue(refusal(() -> Json.parse(text)).startsWith("Not valid JSON"));
  }

  @Test
  void namesLineAndColumn() {
    String message = refusal(() -> Json.parse("{\n  \"a\": 1,\n  \"a\": 2\n}"));
    assertEquals("Not valid JSON at line 3, column 3: the key \"a\" stands there twice", message);
    assertTrue(refusal(() -> Json.parse("[1,\n x]")).contains("line 2, column"));
    assertEquals(
        "Not valid JSON at line 1, column 3: there is more text after the value",
        refusal(() -> Json.parse("1 2")));
  }

  @Test
  void isNeitherTooDeepNorTooLong() {
    assertEquals(64, Json.parse("[".repeat(64) + "]".repeat(64)).toString().length() / 2);
    assertTrue(refusal(() -> Json.parse("[".repeat(65) + "]".repeat(65))).contains("64 levels"));
    assertTrue(refusal(() -> Json.parse("[".repeat(500_000))).contains("64 levels"));
    String longest = "\"" + "é".repeat((1 << 19) - 1) + "\"";
    assertEquals(longest, Json.parse(longest).toString());
    assertTrue(refusal(() -> Json.parse(longest + " ")).contains("1048576 bytes"));
    assertTrue(refusal(() -> Json.of("x".repeat(1 << 20))).contains("1048576 bytes"));
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    assertTrue(refusal(() -> Json.of(cycle)).contains("64 levels"));
    Object deep = Json.parse("[".repeat(60) + "]".repeat(60));
    assertTrue(
        refusal(() -> Json.of(List.of(List.of(List.of(List.of(List.of(deep)))))))
            .contains("64 levels"));
  }

  @Test
  void refusesGiganticNumbersAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          refusal(() -> Json.parse("1e999999999"));
          refusal(() -> Json.parse("1e-999999999"));
          refusal(() -> Json.parse("[" + "9".repeat(1_000_000) + "]"));
          refusal(() -> Json.of(new BigDecimal("1E+2147483647")));
          assertEquals("0", Json.parse("0e999999999").toString());
        });
  }

  @Test
  void isMadeOfPlainJava() {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("text", "a");
    map.put("none", null);
    map.put("list", Arrays.asList(1, 2L, 0.1, 0.1f, new BigDecimal("1.00"), BigInteger.TEN, null));
    map.put("json", Json.parse("{\"x\":true}"));
    assertEquals(
        "{\"json\":{\"x\":true},\"list\":[1,2,0.1,0.1,1,10,null],\"none\":null,\"text\":\"a\"}",
        Json.of(map).toString());
    refusal(() -> Json.of(Double.NaN));
    refusal(() -> Json.of(new Object()));
    refusal(() -> Json.of(Map.of(1, 2)));
  }

  @Test
  void givesPlainJavaBack() {
    Json json = Json.parse("{\"b\":[1.50,\"x\",true,null],\"a\":{}}");
    assertEquals(Json.Kind.OBJECT, json.kind());
    assertEquals(List.of("a", "b"), List.copyOf(json.toMap().keySet()));
    assertEquals(Arrays.asList(new BigDecimal("1.5"), "x", true, null), json.toMap().get("b"));
    assertEquals(List.of(new BigDecimal("1")), Json.parse("[1]").toList());
    assertEquals("x", Json.of("x").asText());
    assertEquals(new BigDecimal("7"), Json.of(7).asNumber());
    assertTrue(Json.of(true).asBoolean());
    assertTrue(Json.of(null).isNull());
    assertEquals(Json.Kind.NULL, Json.of(null).kind());
    assertFalse(json.isNull());
    assertSame(json, Json.of(json));
    IllegalStateException e = assertThrows(IllegalStateException.class, json::asText);
    assertEquals("The JSON value is OBJECT, not TEXT", e.getMessage());
  }

  @Test
  void isUnmodifiableAllTheWayDown() {
    Map<String, Object> map = new LinkedHashMap<>(Map.of("a", new ArrayList<>(List.of(1))));
    Json json = Json.of(map);
    map.clear();
    assertThrows(UnsupportedOperationException.class, () -> json.toMap().clear());
    assertThrows(
        UnsupportedOperationException.class, () -> ((List<?>) json.toMap().get("a")).clear());
    assertEquals("{\"a\":[1]}", json.toString());
    assertNotEquals(json, Json.of(map));
  }

  @Property(tries = 200)
  void parsesWhatItPrints(@ForAll("values") @Nullable Object value) {
    Json json = Json.of(value);
    assertEquals(json, Json.parse(json.toString()));
    assertEquals(json.toString(), Json.parse(json.toString()).toString());
    // Half characters are escaped, so the text survives any encoding of Unicode.
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(json.toString(), new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void keepsNaughtyStrings() throws IOException {
    Json all = Json.parse(Files.readString(RealData.path("naughty/blns.json")));
    for (Object text : all.toList()) {
      assertEquals(text, Json.parse(Json.of(text).toString()).asText());
    }
  }

  @Provide
  Arbitrary<@Nullable Object> values() {
    Arbitrary<@Nullable Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(s -> (Object) s),
            Arbitraries.doubles().map(d -> (Object) d),
            Arbitraries.bigDecimals().map(d -> (Object) d),
            Arbitraries.of(true, false).map(b -> (Object) b),
            Arbitraries.just((Object) "\uD800").injectNull(0.5));
    return Arbitraries.oneOf(
        leaf,
        leaf.list().ofMaxSize(4).map(l -> (Object) l),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), leaf.list().ofMaxSize(2))
            .ofMaxSize(3)
            .map(m -> (Object) m));
  }
}

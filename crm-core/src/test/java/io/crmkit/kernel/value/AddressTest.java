package io.crmkit.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static Address berlin() {
    return Address.builder()
        .line("Friedrichstr. 12")
        .city("Berlin")
        .postalCode("10117")
        .country("de")
        .build();
  }

  private static String refusal(Address.Builder builder) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void tidiesItsParts() {
    Address address =
        Address.builder()
            .line("  Suite 5 \n\n 12 High St ")
            .line(" ")
            .city(" ")
            .country("gb")
            .build();
    assertEquals(List.of("Suite 5", "12 High St"), address.lines());
    assertNull(address.city());
    assertEquals("GB", address.country());
  }

  @Test
  void isUnmodifiable() {
    List<String> lines = new ArrayList<>(List.of("a"));
    Address address = new Address(lines, null, null, null, null);
    lines.add("b");
    assertEquals(List.of("a"), address.lines());
    assertThrows(UnsupportedOperationException.class, () -> address.lines().add("c"));
  }

  @Test
  void refusesWhatIsNoAddressAndSaysWhy() {
    assertTrue(refusal(Address.builder().line(" \n ").city("")).contains("at least one part"));
    assertTrue(refusal(Address.builder().country("Germany")).contains("\"Germany\""));
    assertTrue(refusal(Address.builder().city("a\nb")).contains("city"));
    assertTrue(refusal(Address.builder().city("x".repeat(251))).contains("250"));
    assertTrue(refusal(Address.builder().line("x\n".repeat(11))).contains("10"));
  }

  @Test
  void followsTheCustomOfItsCountry() {
    assertEquals("Friedrichstr. 12\n10117 Berlin", berlin().format(Locale.GERMANY));
    assertEquals("Friedrichstr. 12\n10117 Berlin\nGermany", berlin().format(Locale.US));
    assertEquals(
        "350 Fifth Ave\nNew York, NY 10118\nÉtats-Unis",
        new Address(List.of("350 Fifth Ave"), "New York", "NY", "10118", "US")
            .format(Locale.FRANCE));
    assertEquals(
        "10 Downing St\nLondon\nSW1A 2AA",
        new Address(List.of("10 Downing St"), "London", null, "SW1A 2AA", "GB").format(Locale.UK));
    assertEquals(
        "Via Roma 1\n00184 Roma RM",
        new Address(List.of("Via Roma 1"), "Roma", "RM", "00184", "IT").format(Locale.ITALY));
    assertEquals(
        "Main Rd 1\n123 Town\nNorth",
        new Address(List.of("Main Rd 1"), "Town", "North", "123", null).format(Locale.UK));
  }

  @Test
  void writesEastAsianAddressesFromLargeToSmall() {
    Address shenzhen = new Address(List.of("坂田华为基地"), "深圳市", "广东省", "518129", "CN");
    assertEquals("518129\n广东省深圳市\n坂田华为基地", shenzhen.format(Locale.CHINA));
    assertEquals("China\n518129\n广东省深圳市\n坂田华为基地", shenzhen.format(Locale.UK));
    Address tokyo = new Address(List.of("千代田1-1"), "千代田区", "東京都", "100-0001", "JP");
    assertEquals("〒100-0001\n東京都千代田区\n千代田1-1", tokyo.format(Locale.JAPAN));
    Address inLatin = new Address(List.of("1 Bantian Rd"), "Shenzhen", "Guangdong", null, "CN");
    assertEquals(
        "1 Bantian Rd\nShenzhen\nGuangdong\n中国", inLatin.format(Locale.TAIWAN).replace("中國", "中国"));
  }

  @Test
  void hasACompactText() {
    assertEquals(
        "{\"city\":\"Berlin\",\"country\":\"DE\",\"lines\":[\"Friedrichstr. 12\"],"
            + "\"postalCode\":\"10117\"}",
        berlin().toText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"town\":\"Berlin\"}",
        "{\"city\":1}",
        "{\"lines\":\"a\"}",
        "{\"lines\":[1]}",
        "{\"lines\":[null]}",
        "{\"country\":\"ZZ\"}"
      })
  void refusesToParseAnythingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
  }

  @Property
  void parsesWhatItPrints(@ForAll("addresses") Address address) {
    assertEquals(address, Address.parse(address.toText()));
    assertEquals(address.toText(), Address.parse(address.toText()).toText());
  }

  @Property
  void losesNoPartInAnyLayout(@ForAll("addresses") Address address) {
    String letter = address.format(Locale.ROOT);
    List<@Nullable String> parts = new ArrayList<>(address.lines());
    parts.addAll(Arrays.asList(address.city(), address.region(), address.postalCode()));
    parts.stream()
        .filter(Objects::nonNull)
        .forEach(part -> assertTrue(letter.contains(part), () -> letter));
    assertTrue(letter.lines().noneMatch(String::isBlank));
    assertEquals(letter, letter.strip());
  }

  @Provide
  Arbitrary<Address> addresses() {
    Arbitrary<String> part =
        Arbitraries.strings()
            .withChars("aB1 ,'\"\\区😀{}")
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(s -> !s.isBlank());
    return Combinators.combine(
            part.list().ofMinSize(1).ofMaxSize(3),
            part.injectNull(0.3),
            part.injectNull(0.3),
            part.injectNull(0.3),
            Arbitraries.of(Locale.getISOCountries()).injectNull(0.1))
        .as(Address::new);
  }
}

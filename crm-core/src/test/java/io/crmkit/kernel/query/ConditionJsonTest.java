package io.crmkit.kernel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.RealData;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionJsonTest {
  private static Condition<Planet> read(String json) {
    return ConditionJson.read(Planet.TYPE, json, Shape.LAYOUT);
  }

  private static InvalidRequestException refused(String json) {
    InvalidRequestException error = assertThrows(InvalidRequestException.class, () -> read(json));
    assertEquals("request.condition", error.code());
    return error;
  }

  private static InvalidRequestException unwritable(Condition<Planet> condition) {
    return assertThrows(InvalidRequestException.class, () -> ConditionJson.write(condition));
  }

  // What it looks like

  @Test
  void looks_like_this() {
    Condition<Planet> condition =
        Planet.MATTER
            .in(Planet.Matter.GAS, Planet.Matter.ICE)
            .and(Planet.BUDGET.atLeast(Money.of("10000", "EUR")))
            .and(Planet.FOUND_ON.by(DatePart.QUARTER).atLeast(LocalDate.of(2027, 1, 1)))
            .and(Planet.STAR.get(Star.NAME).isPresent())
            .and(
                Planet.NAME
                    .startsWith("A")
                    .or(Planet.TAGS.contains("vip"))
                    .or(Planet.STAR.matches(Star.BRIGHTNESS.moreThan(5L))))
            .and(
                Planet.SEEN_AT
                    .by(DatePart.DAY, ZoneId.of("Europe/Berlin"))
                    .is(LocalDate.of(2027, 3, 1)));
    String json =
        """
        {"all":[
        {"field":"matter","op":"in","values":["gas","ice"]},
        {"field":"budget.currency","op":"is","value":"EUR"},
        {"field":"budget.amount","op":"at_least","value":"10000"},
        {"field":"found_on.quarter","op":"at_least","value":"2027-01-01"},
        {"not":{"field":"star.name","op":"missing"}},
        {"any":[
        {"field":"name","op":"starts_with","value":"A"},
        {"field":"tags","op":"tagged","value":"vip"},
        {"condition":{"field":"brightness","op":"more_than","value":"5"},\
        "field":"star","op":"matches"}]},
        {"field":"seen_at.day@Europe/Berlin","op":"is","value":"2027-03-01"}]}
        """;
    assertEquals(json.replace("\n", ""), ConditionJson.write(condition));
    assertEquals(condition, read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"moons\",\"op\":\"is\",\"value\":3}            | moons is 3",
        "{\"field\":\"moons\",\"op\":\"is\",\"value\":3.0}          | moons is 3",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":1e3}           | mass is 1000",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":0.10000000}    | mass is 0.1",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":\"0.1\"}       | mass is 0.1",
        "{\"field\":\"budget.amount\",\"op\":\"is\",\"value\":1.5}  | budget.amount is 1.5",
        "{\"field\":\"inhabited\",\"op\":\"is\",\"value\":true}     | inhabited is true",
        "{\"field\":\"inhabited\",\"op\":\"is\",\"value\":\"true\"} | inhabited is true",
        "{\"field\":\"email\",\"op\":\"is\",\"value\":\"A@EXAMPLE.COM\"} | email is A@example.com",
        "{\"field\":\"rings\",\"op\":\"is\",\"value\":2}            | rings is 2",
      })
  void takes_numbers_and_booleans_as_they_are(String json, String meaning) {
    Condition.Compare<Planet, ?> read = (Condition.Compare<Planet, ?>) read(json);
    assertEquals(meaning, read.expr().path() + " is " + read.value());
  }

  @Test
  void keeps_decimals_exactly() {
    BigDecimal exact = new BigDecimal("12345678901234567890.12345678");
    Condition<Planet> condition = Planet.MASS.atMost(exact);
    assertEquals(condition, read(ConditionJson.write(condition)));
    assertEquals(
        condition, read("{\"field\":\"mass\",\"op\":\"at_most\",\"value\":" + exact + "}"));
  }

  @Test
  void compares_money_within_its_currency_on_every_path() {
    Money bound = Money.of("100", "EUR");
    assertEquals(
        Planet.BUDGET.atLeast(bound),
        read("{\"field\":\"budget\",\"op\":\"at_least\",\"value\":\"EUR 100\"}"));
    Condition<Planet> far = Planet.TWIN.get(Planet.BUDGET).atLeast(bound);
    assertEquals(
        far, read("{\"field\":\"twin.budget\",\"op\":\"at_least\",\"value\":\"EUR 100\"}"));
    assertEquals(
        "{\"all\":[{\"field\":\"twin.budget.currency\",\"op\":\"is\",\"value\":\"EUR\"},"
            + "{\"field\":\"twin.budget.amount\",\"op\":\"at_least\",\"value\":\"100\"}]}",
        ConditionJson.write(far));
  }

  @Test
  void the_values_of_a_list_are_in_order() {
    Condition<Planet> one = Planet.ORBIT.in(List.of(10L, 9L, 2L));
    Condition<Planet> other = Planet.ORBIT.in(List.of(2L, 10L, 9L, 2L));
    assertEquals(one, other);
    assertEquals(
        "{\"field\":\"orbit\",\"op\":\"in\",\"values\":[\"2\",\"9\",\"10\"]}",
        ConditionJson.write(one));
    assertEquals(ConditionJson.write(one), ConditionJson.write(other));
  }

  @Test
  void knows_what_matches_everything_and_nothing() {
    assertEquals("{\"all\":[]}", ConditionJson.write(Condition.<Planet>always()));
    assertEquals(Condition.never(), read("{\"any\":[]}"));
    assertEquals(
        new Condition.In<>(Planet.NAME, Set.of()),
        read("{\"field\":\"name\",\"op\":\"in\",\"values\":[]}"));
  }

  // The law

  @Property(tries = 500)
  void reads_what_it_writes(@ForAll long seed) {
    Condition<Planet> condition = new Chance(seed, false).condition(Planet.TYPE, 4);
    String json = ConditionJson.write(condition);
    assertEquals(condition, read(json));
    assertEquals(json, ConditionJson.write(read(json)));
    assertEquals(json, Json.parse(json).toString(), "the text is canonical JSON");
  }

  @Property(tries = 500)
  void writes_nothing_that_it_cannot_read(@ForAll long seed) {
    Condition<Planet> condition = new Chance(seed, true).condition(Planet.TYPE, 3);
    String json;
    try {
      json = ConditionJson.write(condition);
    } catch (InvalidRequestException refused) {
      assertEquals("request.condition", refused.code());
      assertEquals(refused.getMessage(), refused.message(Locale.ENGLISH));
      return;
    }
    assertEquals(condition, read(json));
  }

  @Test
  void every_field_operator_and_part_is_met_by_the_law() {
    Set<String> met = new LinkedHashSet<>();
    for (long seed = 0; seed < 3_000; seed++) {
      String json = ConditionJson.write(new Chance(seed, false).condition(Planet.TYPE, 1));
      Pattern.compile("\"(?:field|op)\":\"([^\"]*)\"")
          .matcher(json)
          .results()
          .forEach(found -> met.add(found.group(1)));
    }
    Arrays.stream(Operator.values())
        .forEach(operator -> assertTrue(met.contains(operator.word()), operator.word()));
    Shape.exprs(Planet.TYPE, 1).forEach(expr -> assertTrue(met.contains(expr.path()), expr.path()));
  }

  // What is refused

  @Test
  void says_everything_wrong_at_once() {
    String message =
        refused(
                """
                {"all":[
                  {"field":"nmae","op":"is","value":"x"},
                  {"field":"budget","op":"at_least","value":"12 EUR"},
                  {"any":[{"field":"name","op":"like","value":"x"},
                          {"field":"moons","op":"in","values":[1,"two",3.5]}]},
                  {"not":{"field":"star","op":"matches",
                          "condition":{"field":"brightness","op":"is","value":true}}},
                  {"field":"seen_at.day","op":"is","value":"2027-03-01"},
                  {"field":"name.first","op":"missing"},
                  {"filed":"name","op":"missing"},
                  {"field":"name","op":"missing","value":"x"},
                  {"field":"name","op":"is"},
                  {"field":"name","op":"is","value":null},
                  {"field":7,"op":"is","value":"x"}]}
                """)
            .getMessage();
    assertEquals(
        """
        The condition cannot be used.\
         /all/0/field: "nmae" names nothing: planet has no "nmae". Use one of [name, code, region,\
         orbit, moons, mass, budget, inhabited, found_on, seen_at, matter, climate, star, twin,\
         tags, address, data, serial, notes, email, phone, site, nickname, rings, sponsor, secret,\
         grade, feast, created_at, created_by, updated_at, updated_by, deleted_at, id, version].\
         /all/1/value: planet.budget: "12 EUR" is no amount of money. Write currency, space and\
         amount, such as EUR 12000.00.\
         /all/2/any/0/op: planet.name knows no operator "like". Use one of [is, less_than, at_most,\
         more_than, at_least, in, missing, starts_with, contains, mentions].\
         /all/2/any/1/values/1: planet.moons: "two" is no whole number. Write digits alone, such as\
         42.\
         /all/2/any/1/values/2: planet.moons: "3.5" is no whole number. Write digits alone, such as\
         42.\
         /all/3/not/condition/value: star.brightness is compared with a value of kind integer,\
         written as a JSON string, not with true. Put the value into quotes.\
         /all/4/field: "seen_at.day" names nothing: planet.seen_at has no "day". Use one of\
         [day@ZONE, week@ZONE, month@ZONE, quarter@ZONE, year@ZONE], with a time zone in place of\
         ZONE, such as Europe/Berlin.\
         /all/5/field: "name.first" goes on behind planet.name, which has no parts. Leave "first"\
         out.\
         /all/6: A condition has exactly one of "all", "any", "not" and "field"; this one has\
         ["filed", "op"]. Write an object for each and put them into "all" or "any".\
         /all/7: The keys ["value"] mean nothing here. Remove them or use [field, op].\
         /all/8: The key "value" is missing. Add it.\
         /all/9/value: planet.name cannot be compared with null. Use the operator "missing".\
         /all/10/field: "field" takes a JSON string, not 7. Put it into quotes.""",
        message);
  }

  @Test
  void says_it_in_the_language_of_the_reader() {
    assertEquals(
        "该条件无法使用。/value: planet.moons：“x”不是整数。请只写数字，如 42。",
        refused("{\"field\":\"moons\",\"op\":\"is\",\"value\":\"x\"}").message(Locale.CHINESE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"x\"",
        "[]",
        "[[]]",
        "{}",
        "{",
        "{\"all\":[}",
        "{\"all\":{}}",
        "{\"all\":null}",
        "{\"all\":[null]}",
        "{\"all\":[],\"any\":[]}",
        "{\"not\":[]}",
        "{\"all\":[],\"x\":1}",
        "{\"all\":[]} {}",
        "{\"all\":[],\"all\":[]}",
        "{\"field\":\"name\"}",
        "{\"field\":\"name\",\"op\":null}",
        "{\"field\":\"name\",\"op\":{}}",
        "{\"field\":\"\",\"op\":\"missing\"}",
        "{\"field\":\".\",\"op\":\"missing\"}",
        "{\"field\":\"star.\",\"op\":\"missing\"}",
        "{\"field\":\"id.name\",\"op\":\"missing\"}",
        "{\"field\":\"found_on.day@Z\",\"op\":\"missing\"}",
        "{\"field\":\"seen_at.day@\",\"op\":\"missing\"}",
        "{\"field\":\"seen_at.day@Moon/Base\",\"op\":\"missing\"}",
        "{\"field\":\"seen_at.hour@Z\",\"op\":\"missing\"}",
        "{\"field\":\"name\",\"op\":\"is\",\"value\":1}",
        "{\"field\":\"name\",\"op\":\"is\",\"value\":[\"x\"]}",
        "{\"field\":\"name\",\"op\":\"is\",\"values\":[\"x\"]}",
        "{\"field\":\"name\",\"op\":\"in\",\"values\":\"x\"}",
        "{\"field\":\"name\",\"op\":\"in\",\"values\":[[\"x\"]]}",
        "{\"field\":\"name\",\"op\":\"contains\",\"value\":1}",
        "{\"field\":\"moons\",\"op\":\"contains\",\"value\":\"1\"}",
        "{\"field\":\"moons\",\"op\":\"is\",\"value\":99999999999999999999}",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":0.123456789}",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":1e999}",
        "{\"field\":\"mass\",\"op\":\"is\",\"value\":1e999999999}",
        "{\"field\":\"inhabited\",\"op\":\"at_least\",\"value\":true}",
        "{\"field\":\"inhabited\",\"op\":\"is\",\"value\":1}",
        "{\"field\":\"notes\",\"op\":\"at_least\",\"value\":\"x\"}",
        "{\"field\":\"data\",\"op\":\"is\",\"value\":{}}",
        "{\"field\":\"data\",\"op\":\"is\",\"value\":\"{\"}",
        "{\"field\":\"star.name\",\"op\":\"matches\",\"condition\":{\"all\":[]}}",
        "{\"field\":\"name\",\"op\":\"tagged\",\"value\":\"x\"}",
        "{\"field\":\"star\",\"op\":\"matches\",\"condition\":null}",
        "{\"field\":\"star\",\"op\":\"is\",\"value\":\"planet:0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091\"}",
        "{\"field\":\"matter\",\"op\":\"is\",\"value\":\"plasma\"}",
        "{\"FIELD\":\"name\",\"OP\":\"missing\"}",
      })
  void refuses_what_makes_no_sense(String json) {
    String message = refused(json).getMessage();
    assertTrue(message.contains(" /"), message);
    assertFalse(message.contains("{0}"), message);
  }

  @Test
  void does_not_show_what_is_compared_with_an_encrypted_field() {
    Condition<Planet> equal = Shape.SECRET.is("hunter2");
    assertEquals(equal, read(ConditionJson.write(equal)));
    String message =
        refused("{\"field\":\"secret\",\"op\":\"starts_with\",\"value\":\"hunter2\"}").getMessage();
    assertTrue(message.contains("[is, in, missing]"), message);
    assertFalse(message.contains("hunter2"), message);
    String other = refused("{\"field\":\"secret\",\"op\":\"is\",\"value\":4711}").getMessage();
    assertFalse(other.contains("4711"), other);
  }

  @Test
  void knows_custom_fields_of_the_layout_alone() {
    String json = "{\"field\":\"nickname\",\"op\":\"is\",\"value\":\"x\"}";
    assertEquals(Universe.NICKNAME.is("x"), read(json));
    assertThrows(
        InvalidRequestException.class, () -> ConditionJson.read(Planet.TYPE, json, Universe.PLAIN));
  }

  @Test
  void refuses_to_write_what_a_field_does_not_offer() {
    assertEquals(
        "The condition cannot be used. /any/0: planet.mass cannot be kept as text with the operator"
            + " at_least and the value \"0.123456789\". Use a value of kind decimal and the methods"
            + " that the field offers. /any/1/op: planet.notes knows no operator \"more_than\". Use"
            + " one of [is, in, missing, starts_with, contains, mentions].",
        unwritable(
                Condition.any(
                    List.of(
                        Planet.MASS.atLeast(new BigDecimal("0.123456789")),
                        Planet.NOTES.moreThan("x"))))
            .getMessage());
    Money raw = Money.of(1, "EUR");
    unwritable(new Condition.Compare<>(Planet.BUDGET, Condition.Op.GE, raw));
  }

  // Limits

  @Test
  void is_not_deeper_than_32() {
    String inner = "{\"field\":\"name\",\"op\":\"in\",\"values\":[\"x\"]}";
    String deepest = "{\"all\":[".repeat(31) + inner + "]}".repeat(31);
    Condition<Planet> read = read(deepest);
    assertEquals(deepest, ConditionJson.write(read));
    assertTrue(
        refused("{\"not\":".repeat(32) + inner + "}".repeat(32)).getMessage().contains("32"));
    refused("{\"all\":[".repeat(40) + inner + "]}".repeat(40));
    refused("{\"all\":[".repeat(3_000));
    assertTrue(unwritable(new Condition.Not<>(read)).getMessage().contains("32"));
    Condition<Planet> deep = Planet.NAME.is("x");
    for (int i = 0; i < 1_000; i++) {
      deep = new Condition.Not<>(deep);
    }
    unwritable(deep);
  }

  @Test
  void has_no_more_than_500_conditions() {
    List<Condition<Planet>> items =
        new ArrayList<>(Collections.nCopies(499, Planet.NAME.isMissing()));
    assertEquals(Condition.all(items), read(ConditionJson.write(Condition.all(items))));
    String json = ConditionJson.write(Condition.all(items));
    items.add(Planet.NAME.isMissing());
    assertTrue(unwritable(Condition.all(items)).getMessage().contains("500"));
    assertTrue(refused(json.replace("[", "[{\"all\":[]},")).getMessage().contains("500"));
  }

  @Test
  void has_no_more_than_2000_values_in_a_list_and_64_KiB_of_text() {
    List<Long> numbers = LongStream.range(0, 2_000).boxed().toList();
    Condition<Planet> most = Planet.ORBIT.in(numbers);
    String json = ConditionJson.write(most);
    assertEquals(most, read(json));
    assertTrue(refused(json.replace("[", "[7,")).getMessage().contains("2000"));
    List<Long> more = new ArrayList<>(numbers);
    more.add(-1L);
    assertTrue(unwritable(Planet.ORBIT.in(more)).getMessage().contains("2000"));

    String long64 = "中".repeat(30_000);
    assertTrue(unwritable(Planet.NAME.is(long64)).getMessage().contains("65536"));
    unwritable(Planet.NAME.is("x".repeat(2_000_000)));
    refused("{\"field\":\"name\",\"op\":\"is\",\"value\":\"" + long64 + "\"}");
    refused(" ".repeat(1 << 16) + json);
  }

  @Test
  void follows_no_more_than_8_references() {
    String path = "twin.".repeat(8) + "name";
    Condition<Planet> read = read("{\"field\":\"" + path + "\",\"op\":\"missing\"}");
    assertEquals(read, read(ConditionJson.write(read)));
    String message = refused("{\"field\":\"twin." + path + "\",\"op\":\"missing\"}").getMessage();
    assertTrue(message.contains("more than 8 references"), message);
    refused("{\"field\":\"" + "twin.".repeat(9_000) + "name\",\"op\":\"missing\"}");
  }

  @Test
  void tells_at_most_20_problems() {
    String json = "{\"all\":[" + "1,".repeat(29) + "1]}";
    String message = refused(json).getMessage();
    assertTrue(message.endsWith("And 10 more problems like these."), message);
  }

  // Hostile texts

  @Property(tries = 1_000)
  void a_damaged_text_is_read_or_refused_and_nothing_else(@ForAll long seed) {
    Chance chance = new Chance(seed, false);
    Random random = new Random(seed);
    StringBuilder json = new StringBuilder(ConditionJson.write(chance.condition(Planet.TYPE, 3)));
    String alphabet = "{}[]\",:\\ \u0000\uD83D0189.-eEtruefalsnull中";
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(json.length());
      switch (random.nextInt(3)) {
        case 0 -> json.deleteCharAt(at);
        case 1 -> json.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
        default -> json.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (json.length() == 0) {
        json.append(' ');
      }
    }
    readsOrRefuses(json.toString());
  }

  @Property(tries = 1_000)
  void any_tree_of_the_right_words_is_read_or_refused_and_nothing_else(@ForAll long seed) {
    readsOrRefuses(Json.of(tree(new Random(seed), 4)).toString());
  }

  private static Object tree(Random random, int depth) {
    List<String> words =
        List.of(
            "all",
            "any",
            "not",
            "field",
            "op",
            "value",
            "values",
            "condition",
            "is",
            "in",
            "matches",
            "missing",
            "at_least",
            "contains",
            "tagged",
            "name",
            "star",
            "star.name",
            "budget",
            "tags",
            "matter",
            "seen_at.day@Z",
            "EUR 1",
            "2027-03-01",
            "rock");
    if (depth == 0 || random.nextInt(5) == 0) {
      Object[] leaves = {
        words.get(random.nextInt(words.size())), random.nextLong(), random.nextDouble(), true, null
      };
      return leaves[random.nextInt(leaves.length)];
    }
    if (random.nextBoolean()) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(tree(random, depth - 1));
      }
      return list;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(words.get(random.nextInt(8)), tree(random, depth - 1));
    }
    if (random.nextBoolean()) {
      map.put("field", words.get(15 + random.nextInt(7)));
      map.put("op", words.get(8 + random.nextInt(7)));
    }
    return map;
  }

  @Test
  void naughty_texts_stand_for_themselves() throws IOException {
    Json all = Json.parse(Files.readString(RealData.path("naughty/blns.json")));
    for (Object each : all.toList()) {
      String text = (String) each;
      Condition<Planet> condition =
          Condition.all(
              List.of(
                  Planet.NAME.is(text), Planet.NAME.contains(text), Planet.NAME.mentions(text)));
      assertEquals(condition, read(ConditionJson.write(condition)));
      readsOrRefuses(text);
      readsOrRefuses(Json.of(Map.of("field", text, "op", "missing")).toString());
      readsOrRefuses(Json.of(Map.of("field", "phone", "op", text, "value", text)).toString());
    }
  }

  private static void readsOrRefuses(String json) {
    Condition<Planet> read;
    try {
      read = read(json);
    } catch (InvalidRequestException refused) {
      assertEquals("request.condition", refused.code());
      assertTrue(refused.getMessage().length() < 40_000);
      return;
    }
    assertEquals(read, read(ConditionJson.write(read)));
  }

  @Test
  void a_reference_is_written_without_its_type() {
    UUID id = UUID.fromString("0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091");
    Condition<Planet> condition = Planet.STAR.is(Star.TYPE.ref(id));
    assertEquals(
        "{\"field\":\"star\",\"op\":\"is\",\"value\":\"" + id + "\"}",
        ConditionJson.write(condition));
    assertEquals(
        condition, read("{\"field\":\"star\",\"op\":\"is\",\"value\":\"star:" + id + "\"}"));
  }
}

package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.RealData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is exported comes back as it was. */
@AnyStore
class ExportLawTest {
  private static final CsvFormat STANDARD = CsvFormat.standard();

  private static Crm open() {
    return Fixtures.aCrm().module(new Specimen.Module()).extend(Specimen.MORE).open();
  }

  /** The values of a record by field, managed ones and references of another CRM aside. */
  private static Map<String, Object> values(Session session, Specimen record) {
    Map<String, Object> values = new HashMap<>();
    for (Field<Specimen, ?> field : session.workspace().layout().fields(Specimen.TYPE)) {
      Object value = record.get(field);
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  private static List<Map<String, Object>> all(Session session) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Specimen record :
        session.records(Specimen.TYPE).query().orderBy(Specimen.NUMBER.asc()).list()) {
      all.add(values(session, record));
    }
    return all;
  }

  private static void assertComesBack(List<Consumer<Draft<Specimen>>> fillings, CsvFormat format)
      throws IOException {
    try (Crm crm = open()) {
      Session ada = crm.as("ada");
      Ref<Specimen> before = null;
      for (Consumer<Draft<Specimen>> filling : fillings) {
        Ref<Specimen> parent = before;
        long number = all(ada).size();
        try {
          before =
              ada.records(Specimen.TYPE)
                  .create(
                      d -> {
                        filling.accept(d.set(Specimen.NUMBER, number));
                        d.setOrClear(Specimen.PARENT, parent);
                      })
                  .ref();
        } catch (ValidationException refused) {
          // a text that nobody can keep is refused here, so that no file ever has it
        }
      }
      List<Map<String, Object>> expected = all(ada);
      ByteArrayOutputStream exported = new ByteArrayOutputStream();
      long written =
          CsvExport.of(ada.records(Specimen.TYPE).query())
              .importable()
              .identity()
              .format(format)
              .to(exported);
      assertEquals(expected.size(), written);

      for (Specimen record : ada.records(Specimen.TYPE).query().list()) {
        ada.records(Specimen.TYPE).update(record, ExportLawTest::spoil);
      }
      ImportReport changed =
          RecordImport.of(new ByteArrayInputStream(exported.toByteArray()), "x.csv", Specimen.TYPE)
              .mapHeader()
              .ignore("version")
              .format(format)
              .upsert(Specimen.NUMBER)
              .ignore("id")
              .run(ada.workspace());
      assertTrue(changed.isComplete(), () -> changed + "\n" + changed.problems());
      assertEquals(expected, all(ada));

      ByteArrayOutputStream again = new ByteArrayOutputStream();
      CsvExport.of(ada.records(Specimen.TYPE).query()).importable().format(format).to(again);
      for (Specimen record :
          ada.records(Specimen.TYPE).query().orderBy(Specimen.NUMBER.desc()).list()) {
        ada.records(Specimen.TYPE).delete(record);
      }
      String parents = "parent";
      ImportReport made =
          RecordImport.of(new ByteArrayInputStream(again.toByteArray()), "x.csv", Specimen.TYPE)
              .mapHeader()
              .ignore(parents)
              .format(format)
              .run(ada.workspace());
      assertTrue(made.isComplete(), () -> made + "\n" + made.problems());
      expected.forEach(values -> values.remove(parents));
      assertEquals(expected, all(ada));
    }
  }

  private static void spoil(Draft<Specimen> d) {
    for (Field<Specimen, ?> field : Specimen.TYPE.fields()) {
      if (!field.required() && !field.managed()) {
        d.clear(field);
      }
    }
    d.set(Specimen.WEIGHT, 7777L).set(Specimen.TITLE, "spoilt").set(Specimen.RARE, true);
  }

  @Property(tries = 100)
  void records_of_every_kind_of_field_come_back(
      @ForAll("records") List<Consumer<Draft<Specimen>>> records) throws IOException {
    assertComesBack(records, STANDARD);
  }

  @Provide
  Arbitrary<List<Consumer<Draft<Specimen>>>> records() {
    return Combinators.combine(texts(), values(), numbers(), custom())
        .<Consumer<Draft<Specimen>>>as(
            (texts, values, numbers, custom) ->
                d -> {
                  texts.accept(d);
                  values.accept(d);
                  numbers.accept(d);
                  custom.accept(d);
                })
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars("'=+-@\t\r\n,;\"| a").ofMaxLength(8),
        Arbitraries.of(" ", "\n", "\r\n", "\uFEFF", "'", "''=", "null", "\u2028", "😀\u200D"));
  }

  private static Arbitrary<Consumer<Draft<Specimen>>> texts() {
    return Combinators.combine(
            text(),
            text(),
            Arbitraries.of("Ada@Example.COM", "'o@x.de", "=x@y.org").injectNull(0.3),
            Arbitraries.of("+49 30 901820", "12-34").injectNull(0.3),
            Arbitraries.of("https://example.com/a?b=1,2", "http://ü.example/").injectNull(0.3),
            Arbitraries.of("0000", "1234").injectNull(0.3))
        .as(
            (title, notes, email, phone, site, pin) ->
                d ->
                    d.set(Specimen.TITLE, title)
                        .set(Specimen.NOTES, notes)
                        .setOrClear(Specimen.EMAIL, email)
                        .setOrClear(Specimen.PHONE, phone)
                        .setOrClear(Specimen.SITE, site)
                        .setOrClear(Specimen.PIN, pin));
  }

  private static Arbitrary<Consumer<Draft<Specimen>>> values() {
    return Combinators.combine(
            Arbitraries.of(true, false).injectNull(0.3),
            Arbitraries.of(Specimen.Color.values()).injectNull(0.3),
            Arbitraries.of("I", "II").injectNull(0.3),
            text()
                .filter(tag -> !tag.isBlank() && tag.indexOf('\n') < 0)
                .set()
                .ofMaxSize(3)
                .injectNull(0.3),
            text().injectNull(0.3).map(ExportLawTest::address),
            text().injectNull(0.3))
        .as(
            (shown, color, grade, tags, place, data) ->
                d ->
                    d.setOrClear(Specimen.SHOWN, shown)
                        .setOrClear(Specimen.COLOR, color)
                        .setOrClear(Specimen.GRADE, grade)
                        .setOrClear(Specimen.TAGS, tags)
                        .setOrClear(Specimen.PLACE, place)
                        .setOrClear(Specimen.DATA, data == null ? null : json(data)));
  }

  private static Json json(String text) {
    try {
      return Json.of(Map.of("=key", List.of(text, 1, true)));
    } catch (IllegalArgumentException refused) {
      return Json.of(Map.of());
    }
  }

  private static Address address(String city) {
    try {
      return city == null ? null : Address.builder().line("=1, 'Main").city(city).build();
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }

  private static Arbitrary<Consumer<Draft<Specimen>>> numbers() {
    return Combinators.combine(
            Arbitraries.longs().injectNull(0.2),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e19"), new BigDecimal("1e19"))
                .ofScale(8)
                .injectNull(0.2),
            Arbitraries.of("EUR -12.50", "JPY 0", "KWD 0.001", "USD 99999999999999999999.12345678")
                .injectNull(0.2),
            Arbitraries.of("0001-01-01", "9999-12-31", "2024-02-29").injectNull(0.2),
            Arbitraries.of(
                    "0001-01-01T00:00:00Z",
                    "9999-12-31T23:59:59.999999Z",
                    "2027-03-01T09:30:00.000001Z")
                .injectNull(0.2),
            Arbitraries.create(UUID::randomUUID).injectNull(0.2))
        .as(
            (weight, length, price, foundOn, seenAt, token) ->
                d ->
                    d.setOrClear(Specimen.WEIGHT, weight)
                        .setOrClear(Specimen.LENGTH, length)
                        .setOrClear(Specimen.PRICE, price == null ? null : Money.parse(price))
                        .setOrClear(
                            Specimen.FOUND_ON, foundOn == null ? null : LocalDate.parse(foundOn))
                        .setOrClear(Specimen.SEEN_AT, seenAt == null ? null : Instant.parse(seenAt))
                        .setOrClear(Specimen.TOKEN, token));
  }

  private static Arbitrary<Consumer<Draft<Specimen>>> custom() {
    return Combinators.combine(
            text(), Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4))
        .as(
            (nickname, score) ->
                d ->
                    d.setOrClear(
                            Specimen.NICKNAME, nickname.isEmpty() ? null : nickname + d.ref().id())
                        .set(Specimen.SCORE, score)
                        .set(Specimen.HABITS, Set.of("a b", "-c")));
  }

  @Test
  void naughty_texts_come_back() throws IOException {
    List<Consumer<Draft<Specimen>>> records = new ArrayList<>();
    for (Object text : Json.parse(Files.readString(RealData.path("naughty/blns.json"))).toList()) {
      records.add(d -> d.set(Specimen.TITLE, (String) text).set(Specimen.NOTES, (String) text));
    }
    for (String text : Files.readAllLines(RealData.path("naughty/csv-injection-payload.txt"))) {
      records.add(d -> d.set(Specimen.TITLE, text).set(Specimen.TAGS, Set.of(text)));
    }
    assertTrue(records.size() > 500);
    assertComesBack(records, STANDARD);
    assertComesBack(records.subList(0, 100), STANDARD.delimiter(';').byteOrderMark(true));
  }
}

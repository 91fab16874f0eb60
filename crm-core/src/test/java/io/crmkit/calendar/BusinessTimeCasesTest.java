package io.crmkit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.crmkit.testing.RealData;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of business_time, a library that many have relied on for years. */
class BusinessTimeCasesTest {
  @TestFactory
  Stream<DynamicTest> business_hours_and_days_are_added_as_business_time_adds_them()
      throws IOException {
    return cases("sla/business_time_add_cases.csv")
        .map(
            it ->
                dynamicTest(
                    it.getField("source_file") + ": " + it.getField("case"), () -> add(it)));
  }

  @TestFactory
  Stream<DynamicTest> business_time_between_moments_is_what_business_time_says()
      throws IOException {
    return cases("sla/business_time_duration_cases.csv")
        .map(
            it ->
                dynamicTest(
                    it.getField("note"),
                    () -> {
                      BusinessHours hours = hours(it, ZoneId.of("UTC"));
                      Instant start = moment(it.getField("start"), hours.zone());
                      Instant end = moment(it.getField("end"), hours.zone());
                      assertEquals(
                          Duration.ofSeconds(Long.parseLong(it.getField("expected_seconds"))),
                          hours.between(start, end));
                    }));
  }

  private static Stream<NamedCsvRecord> cases(String file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(RealData.path(file)).stream();
  }

  private static void add(NamedCsvRecord it) {
    String tz = it.getField("tz");
    ZoneId zone = ZoneId.of(tz.equals("local") ? "Europe/Berlin" : tz);
    BusinessHours hours = hours(it, zone);
    String op = it.getField("op");
    boolean back = op.equals("before") || op.equals("ago");
    long number = Long.parseLong(it.getField("n"));
    Instant start = moment(it.getField("start"), zone);
    Instant expected = moment(it.getField("expected"), zone);
    if (it.getField("unit").equals("hour")) {
      Duration time = Duration.ofHours(number);
      assertEquals(expected, back ? hours.minus(start, time) : hours.plus(start, time));
    } else if (it.getField("source_file").contains("_date")) {
      LocalDate from = LocalDate.ofInstant(start, zone);
      assertEquals(
          LocalDate.ofInstant(expected, zone),
          hours.plusBusinessDays(from, back ? -number : number));
    } else {
      assertEquals(
          expected,
          back ? hours.minusBusinessDays(start, number) : hours.plusBusinessDays(start, number));
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    return LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  private static BusinessHours hours(NamedCsvRecord it, ZoneId zone) {
    BusinessHours.Builder builder = BusinessHours.in(zone);
    for (String each : it.getField("work_hours").split(";")) {
      String[] parts = each.split("=");
      String[] days = parts[0].split("-");
      Opening[] openings = Opening.list(parts[1]).toArray(new Opening[0]);
      builder.open(day(days[0]), day(days[days.length - 1]), openings);
    }
    for (String holiday : it.getField("holidays").split(";")) {
      if (!holiday.isEmpty()) {
        builder.closedOn(LocalDate.parse(holiday));
      }
    }
    return builder.build();
  }

  private static DayOfWeek day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
        .findFirst()
        .orElseThrow();
  }
}

package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.004, 0",
    "-0.004, 0",
    "0.25, 0.25",
    "7.456, 7.46",
    "12.34, 12.3",
    "950, 950",
    "999.4, 999",
    "999.5, 1.00K",
    "1054, 1.05K",
    "12345, 12.3K",
    "999499, 999K",
    "999500, 1.00M",
    "1250000, 1.25M",
    "-1250000, −1.25M",
    "4e9, 4.00B",
    "1.149e12, 1.15T",
    "999e12, 999T",
    "1e15, 1E15",
    "-2.5e20, −2.5E20"
  })
  void writesAmountsShort(double value, String text) {
    assertEquals(text, ValueFormat.AMOUNT.format(value));
  }

  @Test
  void writesWholeNumbersInGroups() {
    assertEquals("8,800", ValueFormat.INTEGER.format(8800));
    assertEquals("−1,235", ValueFormat.INTEGER.format(-1234.5));
    assertEquals("0", ValueFormat.INTEGER.format(-0.4));
  }

  @Test
  void writesSharesAsPercentages() {
    assertEquals("63.2%", ValueFormat.PERCENT.format(0.6315));
    assertEquals("100.0%", ValueFormat.PERCENT.format(1));
    assertEquals("0.0%", ValueFormat.PERCENT.format(0.0004));
  }

  @Test
  void writesDays() {
    assertEquals("51.8 d", ValueFormat.DAYS.format(51.78));
    assertEquals("1.0 d", ValueFormat.DAYS.format(1));
    assertEquals("51.8 天", ValueFormat.DAYS.unit(" 天").format(51.78));
  }

  @Test
  void putsAUnitAfterTheNumber() {
    assertEquals("1.25M €", ValueFormat.AMOUNT.unit(" €").format(1_250_000));
    assertEquals(ValueFormat.AMOUNT.unit(" €"), ValueFormat.AMOUNT.unit(" €"));
    assertNotEquals(ValueFormat.AMOUNT, ValueFormat.AMOUNT.unit(" €"));
    assertEquals("AMOUNT[ €]", ValueFormat.AMOUNT.unit(" €").toString());
  }

  @Test
  void marksAnAxisWithoutZerosAtTheEnd() {
    assertEquals("4M", ValueFormat.AMOUNT.tick(4_000_000));
    assertEquals("2.5K", ValueFormat.AMOUNT.tick(2_500));
    assertEquals("20%", ValueFormat.PERCENT.tick(0.2));
    assertEquals("60 d", ValueFormat.DAYS.tick(60));
  }

  @Test
  void isExactInTooltips() {
    assertEquals("1,250,000.57", ValueFormat.AMOUNT.exact(1_250_000.567));
    assertEquals("3,346,293", ValueFormat.AMOUNT.exact(3_346_293));
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThrows(IllegalArgumentException.class, () -> ValueFormat.AMOUNT.format(Double.NaN));
  }
}

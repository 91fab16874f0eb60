package io.crmkit.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Normalised.Reason;
import io.crmkit.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPointsTest {
  private static String outcome(Normalised normalised) {
    return normalised.value().orElseGet(() -> normalised.reason().orElseThrow().code());
  }

  private static boolean canonical(Normalised normalised) {
    return normalised instanceof Normalised.Accepted accepted && accepted.canonical();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Ada@Example.ORG, Ada@example.org",
        "`  ada@example.org\t`, ada@example.org",
        "ada+crm@sub.example.co.uk, ada+crm@sub.example.co.uk",
        "张三@例子.中国, 张三@例子.中国",
        "ÜSER@Exämple.ORG, ÜSER@exämple.org",
        "\"ada.l\"@example.org, \"ada.l\"@example.org",
        "`  `, contact.blank",
        "ada, email.malformed",
        "ada@@example.org, email.malformed",
        "Ada <ada@example.org>, email.malformed",
        "<ada@example.org>, ada@example.org",
        "(c)ada@example.org, email.malformed",
        "ada @example.org, email.malformed",
        "a\u202Eda@example.org, email.malformed",
        "`ada@example.org\nBcc:x@y.org`, email.malformed",
        "ada@localhost, email.domain",
        "ada@[127.0.0.1], email.domain",
        "ada@127.0.0.1, email.domain",
        "ada@-example.org, email.domain",
        "`ada@example.org,bob@example.org`, email.domain",
      })
  void normalisesEmail(String raw, String expected) {
    assertEquals(expected, outcome(ContactPoints.email(raw)));
  }

  @Test
  void refusesAnEndlessEmail() {
    String domain = "@example.org";
    String longest = "a".repeat(64) + "@" + "b.".repeat(92) + "com";
    assertEquals(252, longest.length());
    assertEquals(longest, outcome(ContactPoints.email(longest)));
    assertEquals("email.malformed", outcome(ContactPoints.email("a".repeat(65) + domain)));
    assertEquals("contact.too_long", outcome(ContactPoints.email("a".repeat(1_000_000) + domain)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "+49 30 1234567, -, +49301234567",
        "030 / 123 45 67, DE, +49301234567",
        "030 / 123 45 67, de, +49301234567",
        "(415) 555-2671, US, +14155552671",
        "tel:+1-415-555-2671, -, +14155552671",
        "Tel. 030 1234567, DE, +49301234567",
        "电话：010-12345678, CN, +861012345678",
        "13800138000, CN, +8613800138000",
        "１３８００１３８０００, CN, +8613800138000",
        "1-800-FLOWERS, US, +18003569377",
        "0039 06 12345678, DE, +390612345678",
        "+1 415 555 2671 ext. 12, -, +14155552671;ext=12",
        "+1 415 555 2671 x12, -, +14155552671;ext=12",
        "+14155552671;ext=012, -, +14155552671;ext=012",
        "+44 20 7946 0958 extn 5, -, +442079460958;ext=5",
        "010-12345678转801, CN, +861012345678;ext=801",
        "010-12345678 轉 801, CN, +861012345678;ext=801",
        "010-12345678转分机801, CN, +861012345678;ext=801",
        "010-12345678（分机：8０1）, CN, +861012345678;ext=801",
        "`010-12345678,分机号 801`, CN, +861012345678;ext=801",
        "03-1234-5678 内線 12, JP, +81312345678;ext=12",
      })
  void normalisesPhoneNumbers(String raw, @Nullable String region, String expected) {
    Normalised normalised = ContactPoints.phone(raw, region);
    assertEquals(expected, outcome(normalised));
    assertTrue(canonical(normalised));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "110, DE",
        "95588, CN",
        "555-2671, US",
        "030 1234567, -",
        "030 1234567, XX",
        "+999 12345678, -",
        "030 123456 / 030 654321, DE",
        "010-12345678转801, -",
        "*100#, DE",
      })
  void keepsAPlausibleNumberAsTyped(String raw, @Nullable String region) {
    Normalised normalised = ContactPoints.phone("  " + raw + " ", region);
    assertEquals(raw, outcome(normalised));
    assertTrue(!canonical(normalised), "matching must not rely on it");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "` `, contact.blank",
        "12, phone.malformed",
        "---, phone.malformed",
        "12345678901234567890123456789012345678901, phone.malformed",
        "n/a, phone.letters",
        "030 1234567 home, phone.letters",
        "+49 (0)30 1234567 (Mo-Fr), phone.letters",
        "030 1234567 (Büro) ext 12, phone.letters",
        "010-12345678转王经理, phone.letters",
        "ada@example.org, phone.letters",
        "<script>, phone.letters",
      })
  void refusesWhatIsNoPhoneNumber(String raw, String expected) {
    assertEquals(expected, outcome(ContactPoints.phone(raw, "DE")));
  }

  @Test
  void refusesAnEndlessPhoneNumber() {
    assertEquals("contact.too_long", outcome(ContactPoints.phone("1".repeat(1_000_000), "DE")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "HTTPS://Example.COM/Path?q=A#F, https://example.com/Path?q=A#F",
        "http://example.com, http://example.com",
        "example.com, https://example.com",
        "www.example.com/a b, url.malformed",
        "example.com:8080/x, https://example.com:8080/x",
        "http://localhost:8080, http://localhost:8080",
        "https://例子.中国/路径, https://例子.中国/路径",
        "https://Bücher.example/?q=ü, https://bücher.example/?q=ü",
        "http://[::1]:80/, http://[::1]:80/",
        "https://example.com/a@b:c, https://example.com/a@b:c",
        "example.com/redirect?to=ftp://x, https://example.com/redirect?to=ftp://x",
        "` `, contact.blank",
        "javascript:alert(1), url.scheme",
        "JaVaScript://example.com/%0Aalert(1), url.scheme",
        "data:text/html;x, url.scheme",
        "ftp://example.com, url.scheme",
        "mailto:ada@example.org, url.scheme",
        "localhost:8080, url.scheme",
        "file:///etc/passwd, url.scheme",
        "http://, url.host",
        "http:///path, url.host",
        "https://?q, url.host",
        "n/a, url.host",
        "none, url.host",
        "1.5, url.host",
        "http://exa_mple.com, url.host",
        "http://-a.com, url.host",
        "http://a..com, url.host",
        "http://%65xample.com, url.host",
        "http://[::zz]/, url.host",
        "http:example.com, url.malformed",
        "http://example.com:99999, url.malformed",
        "http://example.com:80:80, url.malformed",
        "http://example.com\\@evil.org, url.malformed",
        "http://example.com/<script>, url.malformed",
        "`java\nscript:alert(1)`, url.malformed",
        "http://exa\u200Bmple.com, url.malformed",
        "https://bank.com@evil.org, url.user_info",
        "ada@example.org, url.user_info",
      })
  void normalisesWebAddresses(String raw, String expected) {
    assertEquals(expected, outcome(ContactPoints.url(raw)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact.blank", "email.domain", "phone.letters", "url.scheme"})
  void givesAReasonWithARemedy(String code) {
    Reason reason =
        Arrays.stream(Reason.values()).filter(r -> r.code().equals(code)).findAny().orElseThrow();
    assertTrue(!reason.remedy().isBlank());
  }

  @Test
  void everyReasonHasItsOwnCode() {
    List<String> codes = Arrays.stream(Reason.values()).map(Reason::code).toList();
    assertEquals(codes.size(), codes.stream().distinct().count());
  }

  @Property
  void neverThrowsAndIsStable(@ForAll String raw) {
    assertStable(raw);
  }

  @Property
  void isStableForTextThatLooksTheSort(
      @ForAll
          @Chars({'+', ' ', '-', '(', ')', '.', '/', '@', ':', 'x', 't', 'é', 'B', '转', '[', '#'})
          @CharRange(from = '0', to = '9')
          String raw) {
    assertStable(raw);
  }

  private static void assertStable(String raw) {
    ContactPoints.email(raw)
        .value()
        .ifPresent(text -> assertEquals(text, outcome(ContactPoints.email(text))));
    ContactPoints.url(raw)
        .value()
        .ifPresent(text -> assertEquals(text, outcome(ContactPoints.url(text))));
    for (String region : new @Nullable String[] {null, "CN", "US", "DE"}) {
      ContactPoints.phone(raw, region)
          .value()
          .ifPresent(text -> assertEquals(text, outcome(ContactPoints.phone(text, region))));
    }
  }

  @Test
  void understandsExampleNumbersOfEveryRegion() throws IOException {
    List<String> rows =
        Files.readAllLines(RealData.path("phone/libphonenumber_example_numbers.csv"));
    assertTrue(rows.size() > 600, "the file is whole");
    List<String> asTyped = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] f = row.split(",", -1);
      assertUnderstood(f[0], f[4], f[5], asTyped);
    }
    // Of these two even the example is not valid, so they are kept rather than guessed at.
    assertEquals(List.of("CO 03211234567", "ZW 01312345"), asTyped);
  }

  private static void assertUnderstood(
      String region, String national, String e164, List<String> asTyped) {
    assertEquals(e164, outcome(ContactPoints.phone(e164, null)));
    if (region.equals("001")) {
      return; // belongs to no country, so it has no national form
    }
    if (!canonical(ContactPoints.phone(national, region))) {
      asTyped.add(region + " " + national);
      return;
    }
    assertEquals(e164, outcome(ContactPoints.phone(national, region)));
    assertEquals(e164 + ";ext=12", outcome(ContactPoints.phone(national + " ext 12", region)));
  }
}

package io.crmkit.kernel.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON text into plain Java values and writes them in canonical form. */
final class JsonText {
  private static final int MAX_NUMBER_LENGTH = 1000;
  private static final int MAX_EXPONENT = 1000;
  private static final int MAX_PLAIN = 40;

  private static final JsonFactory FACTORY = factory(Json.MAX_BYTES);
  private static final JsonFactory LONG = factory(Integer.MAX_VALUE);

  private JsonText() {}

  private static JsonFactory factory(int longestText) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Json.MAX_DEPTH + 1) // ours speaks first, and more clearly
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxStringLength(longestText)
                .maxNameLength(longestText)
                .build())
        .build();
  }

  static @Nullable Object read(String text) {
    requireShort(text);
    return read(text, FACTORY);
  }

  static @Nullable Object readLong(String text) {
    return read(text, LONG);
  }

  private static @Nullable Object read(String text, JsonFactory factory) {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new IllegalArgumentException("Not valid JSON: there is no value in the text");
      }
      Object value = value(parser, 0);
      if (parser.nextToken() != null) {
        throw invalid(parser.currentTokenLocation(), "there is more text after the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw invalid(e.getLocation(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string has no I/O
    }
  }

  private static @Nullable Object value(JsonParser parser, int depth) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    try {
      return switch (parser.currentToken()) {
        case START_OBJECT -> object(parser, deeper(depth));
        case START_ARRAY -> array(parser, deeper(depth));
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDecimalValue());
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NULL -> null;
        default -> throw new IllegalStateException("Unexpected " + parser.currentToken());
      };
    } catch (LimitException e) {
      throw invalid(at, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser, int depth)
      throws IOException {
    Map<String, @Nullable Object> sorted = new TreeMap<>(TextOrder.BY_CODE_POINT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (sorted.containsKey(key)) {
        throw invalid(
            parser.currentTokenLocation(), "the key " + Quoted.of(key) + " stands there twice");
      }
      parser.nextToken();
      sorted.put(key, value(parser, depth));
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
  }

  private static List<@Nullable Object> array(JsonParser parser, int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, depth));
    }
    return Collections.unmodifiableList(items);
  }

  /** Returns the depth below {@code depth}. */
  static int deeper(int depth) {
    if (depth >= Json.MAX_DEPTH) {
      throw new LimitException(
          "JSON is nested more than " + Json.MAX_DEPTH + " levels deep; make it flatter");
    }
    return depth + 1;
  }

  /** Returns the one form of a number, within bounds that keep its text short. */
  static BigDecimal number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    long exponent = (long) stripped.precision() - stripped.scale();
    if (Math.abs(exponent) > MAX_EXPONENT || stripped.precision() > MAX_NUMBER_LENGTH) {
      throw new LimitException(
          "The number "
              + Quoted.of(stripped.toString())
              + " is too large or too fine for JSON here");
    }
    return stripped;
  }

  private static IllegalArgumentException tooLong() {
    return new LimitException(
        "JSON is longer than " + Json.MAX_BYTES + " bytes; split it or keep it as a document");
  }

  static void requireShort(String text) {
    // A char takes three bytes at the most, so nearly every text need not be looked at.
    if (text.length() > Json.MAX_BYTES / 3 && utf8Length(text) > Json.MAX_BYTES) {
      throw tooLong();
    }
  }

  private static int utf8Length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        bytes += 2;
      } else if (c >= 0x80) {
        bytes++; // two bytes, or half of a four-byte character
      }
    }
    return bytes;
  }

  static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value instanceof String text) {
      writeText(text, out);
    } else if (value instanceof BigDecimal number) {
      out.append(isShortWhenPlain(number) ? number.toPlainString() : number.toString());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof List<?> items) {
      writeList(items, out);
    } else {
      out.append(value); // true, false, null
    }
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      writeText((String) entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
      separator = ',';
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void writeList(List<?> items, StringBuilder out) {
    char separator = '[';
    for (Object item : items) {
      out.append(separator);
      write(item, out);
      separator = ',';
    }
    out.append(items.isEmpty() ? "[]" : "]");
  }

  private static boolean isShortWhenPlain(BigDecimal number) {
    return number.scale() <= MAX_PLAIN && number.precision() - number.scale() <= MAX_PLAIN;
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    int plain = plainPart(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || isUnpaired(text, i)) { // a lone surrogate has no UTF-8
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** How many characters at the beginning can surely be written as they are. */
  private static int plainPart(String text) {
    int end = 0;
    while (end < text.length() && isPlain(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  private static boolean isUnpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static IllegalArgumentException invalid(@Nullable JsonLocation at, String why) {
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new IllegalArgumentException("Not valid JSON" + where + ": " + why);
  }

  /** A value beyond the limits, reported with its place where it was read from text. */
  private static final class LimitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    LimitException(String message) {
      super(message);
    }
  }
}

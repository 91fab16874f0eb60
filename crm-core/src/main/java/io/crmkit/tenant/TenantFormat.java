package io.crmkit.tenant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format in which all data of a tenant travels, version {@value #VERSION}: UTF-8, a line for
 * each item, each line a JSON object of the SHA-256 over the bytes of its item and the item.
 *
 * <pre>{@code
 * {"hash":"9f…","item":{"format":"crmkit.tenant","version":"1","tenant":"acme","at":"2027-…Z"}}
 * {"hash":"03…","item":{"type":"customer","id":"0190…","version":"3","values":{"name":"Acme"},"custom":{}}}
 * {"hash":"c4…","item":{"rows":"1","hash":"5d…"}}
 * }</pre>
 *
 * <p>The first line is the head; then come the rows of all types, deleted ones, audit, seals and
 * outbox included: the types that shape the data first, then those referred to before those that
 * refer to them, the rows of a type by identity. All values are texts in the form of their kind,
 * and missing ones are left out. The last line, the manifest, has the number of rows and the
 * SHA-256 over the hashes of the lines before it; without it a file is not whole.
 *
 * <p>A version may add keys to items; a reader refuses a version greater than its own.
 */
public final class TenantFormat {
  /** The version. */
  public static final int VERSION = 1;

  /** What the head calls the format. */
  public static final String NAME = "crmkit.tenant";

  private static final String BEFORE = "{\"hash\":\"";
  private static final String BETWEEN = "\",\"item\":";
  private static final int HASH = 64;
  private static final int LONGEST_TEXT = 1 << 28;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  private final MessageDigest all = sha256();

  TenantFormat() {}

  /** The line of an item: texts, and objects of texts. */
  String line(Map<String, ?> item) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, item);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String hash = hash(text.toString());
    all.update(hash.getBytes(StandardCharsets.US_ASCII));
    return BEFORE + hash + BETWEEN + text + '}';
  }

  private static void write(JsonGenerator out, Map<?, ?> object) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      out.writeFieldName((String) entry.getKey());
      if (entry.getValue() instanceof Map<?, ?> inner) {
        write(out, inner);
      } else {
        out.writeString((String) entry.getValue());
      }
    }
    out.writeEndObject();
  }

  /**
   * The item of a line.
   *
   * @throws IllegalArgumentException where the line is damaged
   */
  Map<String, Object> item(String line) {
    int start = BEFORE.length() + HASH + BETWEEN.length();
    if (line.length() <= start
        || !line.startsWith(BEFORE)
        || !line.startsWith(BETWEEN, BEFORE.length() + HASH)
        || !line.endsWith("}")) {
      throw new IllegalArgumentException("not a line of this format");
    }
    String text = line.substring(start, line.length() - 1);
    String hash = line.substring(BEFORE.length(), BEFORE.length() + HASH);
    if (!hash(text).equals(hash)) {
      throw new IllegalArgumentException("the line is not what it was when it was written");
    }
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not an object");
      }
      Map<String, Object> item = read(in);
      all.update(hash.getBytes(StandardCharsets.US_ASCII));
      return item;
    } catch (IOException bad) {
      throw new IllegalArgumentException("no JSON", bad);
    }
  }

  private static Map<String, Object> read(JsonParser in) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object.put(name, read(in));
      } else if (token == JsonToken.VALUE_STRING) {
        object.put(name, in.getText());
      } else {
        throw new IllegalArgumentException(name + " is neither text nor object");
      }
    }
    return object;
  }

  /** The hash over the hashes of all lines so far. */
  String hash() {
    return HexFormat.of().formatHex(copy(all).digest());
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
    }
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
    }
  }

  /** A text of an item; null where it is missing or something else. */
  static @Nullable String text(Map<String, Object> item, String key) {
    return item.get(key) instanceof String text ? text : null;
  }
}

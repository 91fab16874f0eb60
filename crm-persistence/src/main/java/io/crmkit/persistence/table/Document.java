package io.crmkit.persistence.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The custom values of a row as one JSON object of texts, each in the text form of its kind. A
 * value whose field this node does not know yet is carried through as its text.
 */
final class Document {
  private static final JsonFactory JSON = new JsonFactory();

  private Document() {}

  static String write(Row row, Layout layout) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      for (Map.Entry<String, Object> entry : row.extra().entrySet()) {
        out.writeStringField(
            entry.getKey(), text(row.type(), layout, entry.getKey(), entry.getValue()));
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String text(EntityType<?> type, Layout layout, String name, Object value) {
    Field<?, ?> field = custom(type, layout, name);
    if (field != null && field.kind().javaType().isInstance(value)) {
      return format(field, value);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static <T> String format(Field<?, T> field, Object value) {
    return field.kind().format((T) value);
  }

  private static <E extends Entity<E>> @org.jspecify.annotations.Nullable Field<E, ?> custom(
      EntityType<E> type, Layout layout, String name) {
    for (Field<E, ?> field : layout.custom(type)) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  static Map<String, Object> read(String document, EntityType<?> type, Layout layout) {
    Map<String, Object> values = new TreeMap<>();
    try (JsonParser in = JSON.createParser(document)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        String text = in.getText();
        Field<?, ?> field = custom(type, layout, name);
        values.put(name, field == null ? text : field.kind().parse(text));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("the custom values of a " + type + " are no JSON", broken);
    }
    return values;
  }
}

package io.crmkit.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, or what a path leads to, as its reader may use it.
 *
 * @param path the name or path, as conditions and sort orders write it
 * @param label what people call it, in the language asked for
 * @param kind the stable name of the kind of its values, for example {@code "money"}
 * @param required a value has to be given
 * @param writable the reader may give it a value; never true of what a path leads to, and of an
 *     immutable field only in a new record
 * @param immutable once written, the value cannot be changed
 * @param maxLength the greatest number of characters, or null
 * @param least the smallest value in its text form, or null
 * @param greatest the greatest value in its text form, or null
 * @param initial what a new record gets where nothing is given, in its text form, or null
 * @param sortable records can be sorted by it
 * @param operators the operators that conditions in JSON may use on it
 * @param options the values to choose from, in order; empty where there is no such list
 * @param target the name of the record type it refers to, or null
 */
public record FieldDescriptor(
    String path,
    String label,
    String kind,
    boolean required,
    boolean writable,
    boolean immutable,
    @Nullable Integer maxLength,
    @Nullable String least,
    @Nullable String greatest,
    @Nullable String initial,
    boolean sortable,
    List<String> operators,
    List<Option> options,
    @Nullable String target) {
  /**
   * A value to choose.
   *
   * @param value its text form
   * @param label what people call it
   */
  public record Option(String value, String label) {}

  /** Copies the lists. */
  public FieldDescriptor {
    operators = List.copyOf(operators);
    options = List.copyOf(options);
  }
}

package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an actor may do: what there is for them to see on a screen.
 *
 * @param types the record types that they may do anything with
 * @param permissions the permissions of modules that they have
 */
public record Mine(List<OfType> types, Set<String> permissions) {
  /**
   * What may be done with records of a type.
   *
   * @param type its name
   * @param operations what may be done to some of the records, at least
   * @param fields the right to each field that shows, by name; hidden ones are not in it
   */
  public record OfType(String type, Set<Operation> operations, Map<String, FieldRight> fields) {
    /** Copies what it is given. */
    public OfType {
      operations = Set.copyOf(operations);
      fields = Map.copyOf(fields);
    }
  }

  /** Copies what it is given. */
  public Mine {
    types = List.copyOf(types);
    permissions = Set.copyOf(permissions);
  }

  /** What may be done with records of a type; empty for nothing. */
  public Optional<OfType> of(String type) {
    return types.stream().filter(its -> its.type().equals(type)).findFirst();
  }
}

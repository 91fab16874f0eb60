package io.crmkit.kernel.work;

import io.crmkit.kernel.layout.CodeSource;
import io.crmkit.kernel.record.EntityType;
import java.util.List;
import java.util.Map;

/** A feature, ours or an ISV's: the record types, codes and hooks that it brings. */
public interface CrmModule {
  /** The name, for example {@code "sales"}. */
  String name();

  /** The record types, those referred to before those that refer to them. */
  List<EntityType<?>> types();

  /**
   * The codes that come with it, by code table. Their labels are in the bundle of labels beside the
   * module's class, under {@code code.table.code}; where there is {@code code.table.code.parent},
   * that is the code it is a part of.
   */
  default Map<String, List<String>> codes() {
    return Map.of();
  }

  /** Code tables that the host keeps. */
  default List<CodeSource> codeSources() {
    return List.of();
  }

  /**
   * Rights of its own besides those to its record types, for example {@code
   * "quote.approve_discount"}; asked for with {@link Workspace#require}.
   */
  default List<String> permissions() {
    return List.of();
  }

  /** What it does when its time has come. */
  default List<Job> jobs() {
    return List.of();
  }

  /** Registers what has to happen around writing. */
  default void register(Hooks hooks) {}
}

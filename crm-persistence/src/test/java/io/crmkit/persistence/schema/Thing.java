package io.crmkit.persistence.schema;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import java.util.function.Consumer;

/** A record of a type that a test makes up. */
final class Thing extends Entity<Thing> {
  private Thing(Snapshot snapshot) {
    super(snapshot);
  }

  static EntityType<Thing> type(String name, Consumer<Definition<Thing>> fields) {
    Definition<Thing> definition = Definition.of(name, Thing::new);
    fields.accept(definition);
    return definition.seal();
  }
}

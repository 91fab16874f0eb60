package io.crmkit.testing;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A record type of tests that planets refer to. */
public final class Star extends Entity<Star> {
  private static final Definition<Star> D = Definition.of("star", Star::new);

  public static final TextField<Star> NAME = D.text("name").required().unique().add();
  public static final NumberField<Star, Long> BRIGHTNESS = D.integer("brightness").indexed().add();
  public static final RefField<Star, Planet> CAPITAL = D.ref("capital", () -> Planet.TYPE).add();

  public static final EntityType<Star> TYPE = D.seal();

  private Star(Snapshot snapshot) {
    super(snapshot);
  }
}

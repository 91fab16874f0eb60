package io.crmkit.kernel.record;

import java.util.List;

/** A field whose value is one of a closed list; sorted by code. */
public final class ChoiceField<E extends Entity<E>, C> extends Field<E, C>
    implements Ordered<E, C> {
  private final List<C> options;

  ChoiceField(FieldBuilder<E, C, ?, ?> builder, List<C> options) {
    super(builder);
    this.options = options;
  }

  @Override
  public ChoiceField<E, C> expr() {
    return this;
  }

  /** The values there are, in the order declared. */
  public List<C> options() {
    return options;
  }
}

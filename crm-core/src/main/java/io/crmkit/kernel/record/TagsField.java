package io.crmkit.kernel.record;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A field of short labels. */
public final class TagsField<E extends Entity<E>> extends Field<E, Set<String>> {
  TagsField(FieldBuilder<E, Set<String>, ?, ?> builder) {
    super(builder);
  }

  /** Matches records that carry {@code tag}. */
  public Condition<E> contains(String tag) {
    return new Condition.Tagged<>(this, tag);
  }

  /** Matches records that carry any of {@code tags}. */
  public Condition<E> containsAny(Collection<String> tags) {
    return Condition.any(each(tags));
  }

  /** Matches records that carry all of {@code tags}. */
  public Condition<E> containsAll(Collection<String> tags) {
    return Condition.all(each(tags));
  }

  private List<Condition<E>> each(Collection<String> tags) {
    return tags.stream().map(this::contains).toList();
  }
}

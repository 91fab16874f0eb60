package io.crmkit.kernel.record;

import io.crmkit.kernel.value.TextOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets of short labels. */
final class TagsKind extends Kind<Set<String>> {
  private static final int MAX_LENGTH = 100;

  TagsKind() {
    super("tags", Set.class, Storage.LONG_TEXT);
  }

  @Override
  public @Nullable Set<String> normalise(Set<String> value) {
    if (value.isEmpty()) {
      return null;
    }
    TreeSet<String> sorted = new TreeSet<>(TextOrder.BY_CODE_POINT);
    for (String tag : value) {
      String text = tag.strip();
      if (Kinds.TEXT.normalise(text) == null
          || text.length() > MAX_LENGTH
          || text.indexOf('\n') >= 0) {
        throw new Refused("violation.tag", Kinds.shorten(tag), MAX_LENGTH);
      }
      sorted.add(text);
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
  }

  @Override
  public int compare(Set<String> a, Set<String> b) {
    return TextOrder.BY_CODE_POINT.compare(format(a), format(b));
  }

  @Override
  public String format(Set<String> value) {
    return String.join("\n", value);
  }

  @Override
  public Set<String> parse(String text) {
    Set<String> tags = normalise(new LinkedHashSet<>(Arrays.asList(text.split("\n", -1))));
    if (tags == null) {
      throw new Refused("violation.tag", Kinds.shorten(text), MAX_LENGTH);
    }
    return tags;
  }

  @Override
  public boolean ordered() {
    return false;
  }
}

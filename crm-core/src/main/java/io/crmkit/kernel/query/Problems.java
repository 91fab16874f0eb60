package io.crmkit.kernel.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a text, place by place, gathered to be said at once. Not thread-safe. */
final class Problems {
  private static final int SHOWN = 20;

  private final List<Localised> found = new ArrayList<>();
  private int unshown;

  /**
   * One more problem.
   *
   * @param place where, empty for the whole
   * @param code the key of its sentence
   */
  void add(String place, String code, @Nullable Object... arguments) {
    add(place, locale -> Messages.text(locale, code, arguments));
  }

  void add(String place, Localised sentence) {
    if (found.size() == SHOWN) {
      unshown++;
    } else {
      found.add(locale -> (place.isEmpty() ? "/" : place) + ": " + sentence.in(locale));
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** The error that tells all of them. */
  InvalidRequestException as(String code) {
    Stream<Localised> rest =
        unshown == 0
            ? Stream.empty()
            : Stream.of(l -> Messages.text(l, "request.condition.more", unshown));
    List<Localised> all = Stream.concat(found.stream(), rest).toList();
    Localised joined =
        locale -> all.stream().map(each -> each.in(locale)).collect(Collectors.joining(" "));
    return new InvalidRequestException(code, joined);
  }
}

package io.crmkit.kernel.record;

import io.crmkit.kernel.error.NotFoundException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes of one code table, in their order; by their parents they form trees. Immutable. */
public final class CodeTable {
  private final String name;
  private final boolean mounted;
  private final Set<String> shipped;
  private final Map<String, Code> byCode = new LinkedHashMap<>();
  private final Map<String, List<String>> below = new LinkedHashMap<>();

  /**
   * @param name the name of the table
   * @param mounted true where the host keeps it
   * @param codes its codes, each once, in order
   * @param shipped those of them that a module brought
   */
  public CodeTable(String name, boolean mounted, Collection<Code> codes, Set<String> shipped) {
    this.name = name;
    this.mounted = mounted;
    this.shipped = Set.copyOf(shipped);
    for (Code code : codes) {
      byCode.put(code.code(), code);
      if (code.parent() != null) {
        below.computeIfAbsent(code.parent(), parent -> new ArrayList<>()).add(code.code());
      }
    }
  }

  /** A table without codes. */
  static CodeTable empty(String name) {
    return new CodeTable(name, false, List.of(), Set.of());
  }

  /** The name, for example {@code "industry"}. */
  public String name() {
    return name;
  }

  /** True where the host keeps the table: nothing can be added or changed here. */
  public boolean mounted() {
    return mounted;
  }

  /** True where a module brought the code, whatever a tenant says of it. */
  public boolean ships(String code) {
    return shipped.contains(code);
  }

  /** All codes in order, those out of force as well. */
  public Collection<Code> all() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  /** A code; null where there is none. */
  public @Nullable Code find(String code) {
    return byCode.get(code);
  }

  /**
   * A code.
   *
   * @throws NotFoundException where there is none; names those there are
   */
  public Code get(String code) {
    Code found = byCode.get(code);
    if (found == null) {
      throw NotFoundException.named("code of " + name, code, byCode.keySet());
    }
    return found;
  }

  /** The codes that records may be given on {@code day}, in order. */
  public Set<String> acceptedOn(LocalDate day) {
    Set<String> accepted = new LinkedHashSet<>();
    for (Code code : byCode.values()) {
      if (code.accepts(day)) {
        accepted.add(code.code());
      }
    }
    return accepted;
  }

  /** True where records may be given {@code code} on any day. */
  boolean alwaysAccepts(String code) {
    Code found = byCode.get(code);
    return found != null && found.acceptsAlways();
  }

  /** True where records may be given {@code code} on {@code day}. */
  boolean accepts(String code, LocalDate day) {
    Code found = byCode.get(code);
    return found != null && found.accepts(day);
  }

  /** The label of a code in the language of {@code locale}; the code itself where it is unknown. */
  public String label(String code, Locale locale) {
    Code found = byCode.get(code);
    return found == null ? code : found.label(locale);
  }

  /** A code and all below it, down to the last. */
  public Set<String> andBelow(String top) {
    Set<String> all = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(top));
    while (!open.isEmpty()) {
      String code = open.remove(open.size() - 1);
      if (all.add(code)) {
        open.addAll(below.getOrDefault(code, List.of()));
      }
    }
    return all;
  }

  /** The codes from the top down to {@code code}: country, province, city. */
  public List<String> path(String code) {
    List<String> path = new ArrayList<>();
    @Nullable String up = code;
    while (up != null && !path.contains(up)) {
      path.add(up);
      Code found = byCode.get(up);
      up = found == null ? null : found.parent();
    }
    Collections.reverse(path);
    return path;
  }
}

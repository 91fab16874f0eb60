package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.CodeTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the code tables of a tenant together: from the modules, the host and the tenant itself. */
final class CodeTables {
  private static final Logger LOG = LoggerFactory.getLogger(CodeTables.class);

  private record Asked(String tenant, String table) {}

  private final Map<String, List<Code>> shipped;
  private final Collection<CodeSource> sources;
  private final Map<Asked, List<Code>> last = new ConcurrentHashMap<>();

  CodeTables(Map<String, List<Code>> shipped, Collection<CodeSource> sources) {
    this.shipped = new LinkedHashMap<>(shipped);
    this.sources = List.copyOf(sources);
    Set<String> mounted = new HashSet<>();
    for (CodeSource source : sources) {
      if (!mounted.add(source.table())) {
        throw new IllegalArgumentException(
            "two code tables " + source.table() + " are mounted; leave one of them out");
      }
    }
  }

  Map<String, CodeTable> of(String tenant, List<CodeItem> items) {
    Map<String, Map<String, Code>> codes = new LinkedHashMap<>();
    shipped.forEach((table, its) -> its.forEach(code -> put(codes, table, code)));
    Map<Map.Entry<String, String>, Long> positions = new HashMap<>();
    for (CodeItem item : items) {
      String table = item.require(CodeItem.TABLE);
      Map<String, Code> its = codes.computeIfAbsent(table, t -> new LinkedHashMap<>());
      Code code = item.over(its.get(item.require(CodeItem.CODE)));
      its.put(code.code(), code);
      Long position = item.get(CodeItem.POSITION);
      if (position != null) {
        positions.put(Map.entry(table, code.code()), position);
      }
    }
    Map<String, CodeTable> tables = new LinkedHashMap<>();
    codes.forEach(
        (table, its) -> {
          Comparator<Code> inOrder =
              Comparator.comparing(
                  code -> positions.get(Map.entry(table, code.code())),
                  Comparator.nullsLast(Comparator.naturalOrder()));
          List<Code> ordered = its.values().stream().sorted(inOrder).toList();
          tables.put(table, new CodeTable(table, false, ordered, ships(table)));
        });
    for (CodeSource source : sources) {
      tables.put(
          source.table(), new CodeTable(source.table(), true, ask(source, tenant), Set.of()));
    }
    return tables;
  }

  private static void put(Map<String, Map<String, Code>> codes, String table, Code code) {
    codes.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(code.code(), code);
  }

  private Set<String> ships(String table) {
    return shipped.getOrDefault(table, List.of()).stream()
        .map(Code::code)
        .collect(Collectors.toSet());
  }

  private List<Code> ask(CodeSource source, String tenant) {
    Asked asked = new Asked(tenant, source.table());
    try {
      List<Code> codes = List.copyOf(source.codes(tenant));
      last.put(asked, codes);
      return codes;
    } catch (RuntimeException failure) {
      List<Code> known = last.get(asked);
      if (known == null) {
        throw failure;
      }
      LOG.warn("The host did not give its code table {}; the last one stays", asked, failure);
      return known;
    }
  }
}

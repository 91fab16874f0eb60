package io.crmkit.kernel.work;

import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.record.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes that modules bring, with the labels that lie beside them. */
final class ShippedCodes {
  private final Class<?> module;
  private final String table;

  private ShippedCodes(Class<?> module, String table) {
    this.module = module;
    this.table = table;
  }

  static List<Code> of(CrmModule module, String table, List<String> codes) {
    ShippedCodes shipped = new ShippedCodes(module.getClass(), table);
    return codes.stream().map(shipped::code).toList();
  }

  private Code code(String code) {
    Map<String, String> labels = new HashMap<>();
    String key = "code." + table + '.' + code;
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      String label = find(locale, key);
      if (label != null) {
        labels.put(locale.getLanguage(), label);
      }
    }
    return new Code(code, find(Locale.ENGLISH, key + ".parent"), labels, true, null, null);
  }

  private @Nullable String find(Locale locale, String key) {
    return Messages.find(module.getPackageName() + ".labels", module.getClassLoader(), locale, key);
  }
}

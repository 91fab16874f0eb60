package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The numbered scripts of one module for one database. They lie beside a class of the module, in
 * the folder {@code schema/<database>}; the file {@code index} there names them in order.
 */
final class Scripts {
  /** The file that names the others. */
  static final String INDEX = "index";

  private final String module;
  private final List<Script> scripts;

  Scripts(String module, List<Script> scripts) {
    this.module = module;
    this.scripts = List.copyOf(scripts);
    for (int i = 0; i < scripts.size(); i++) {
      if (scripts.get(i).version() != i + 1) {
        throw new IllegalArgumentException(
            scripts.get(i).file() + " of " + module + " should have number " + (i + 1));
      }
    }
  }

  static Scripts load(String module, Class<?> beside, String folder, Dialect dialect) {
    String from = folder + dialect.name() + '/';
    List<Script> scripts = new ArrayList<>();
    for (String file : read(beside, from + INDEX).lines().toList()) {
      if (!file.isBlank()) {
        scripts.add(Script.parse(module, file.strip(), read(beside, from + file.strip())));
      }
    }
    return new Scripts(module, scripts);
  }

  private static String read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no " + resource + " beside " + beside.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(resource + " cannot be read", broken);
    }
  }

  String module() {
    return module;
  }

  List<Script> all() {
    return scripts;
  }

  /** The version that the module's tables have when all scripts have run. */
  int version() {
    return scripts.size();
  }

  /** The scripts all of whose tables are wanted; for others there is nothing to run. */
  List<Script> concerning(Set<String> wanted) {
    return scripts.stream().filter(each -> wanted.containsAll(each.tables())).toList();
  }
}

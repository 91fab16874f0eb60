package io.crmkit.persistence.schema;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered script.
 *
 * @param module whose it is
 * @param version its number, from 1
 * @param name for people
 * @param text the whole of it, comments included
 * @param statements what is run, each a step
 */
record Script(String module, int version, String name, String text, List<String> statements) {
  private static final Pattern FILE = Pattern.compile("V(\\d{3,})__([a-z0-9_]+)\\.sql");
  private static final Pattern TABLE =
      Pattern.compile("\\$\\{schema}[\"`]\\$\\{prefix}([a-z0-9_]+)[\"`]");

  Script {
    statements = List.copyOf(statements);
  }

  /** Reads a script; a statement ends with a semicolon at the end of a line. */
  static Script parse(String module, String file, String content) {
    Matcher matcher = FILE.matcher(file);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          file + ": scripts are called V001__what_it_does.sql, and so on");
    }
    String text = content.replace("\r\n", "\n");
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("--")) {
        continue;
      }
      boolean last = line.endsWith(";");
      statement.append(last ? line.substring(0, line.length() - 1) : line);
      if (last) {
        statements.add(statement.toString());
        statement.setLength(0);
      } else {
        statement.append('\n');
      }
    }
    if (!statement.isEmpty()) {
      throw new IllegalArgumentException(file + ": the last statement does not end with ';'");
    }
    return new Script(
        module, Integer.parseInt(matcher.group(1)), matcher.group(2), text, statements);
  }

  String file() {
    return String.format(Locale.ROOT, "V%03d__%s.sql", version, name);
  }

  /** The tables that it makes, changes or mentions, by name without prefix. */
  Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    for (String statement : statements) {
      Matcher matcher = TABLE.matcher(statement);
      while (matcher.find()) {
        tables.add(matcher.group(1));
      }
    }
    return tables;
  }

  /** The checksum of what is run; comments may be mended. */
  String checksum() {
    return checksum(whole());
  }

  /** Everything that is run. */
  String whole() {
    return String.join(";\n", statements);
  }

  static String checksum(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}

package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import java.util.ArrayList;
import java.util.List;

/** Writes scripts from definitions, for people to read. */
final class ScriptWriter {
  private final Ddl ddl;

  ScriptWriter(Dialect dialect) {
    this.ddl = new Ddl(dialect);
  }

  /** The text of a script that makes these tables. */
  String script(String title, List<Shape> tables) {
    StringBuilder text = new StringBuilder();
    text.append("-- ").append(title).append(", on ").append(product()).append(".\n");
    text.append(
        "-- ${prefix} is what the names of all tables begin with, ${schema} the schema with"
            + " a dot, or nothing.\n");
    text.append(
        "-- Every statement can be run again. Made from the definitions; once released, it"
            + " is not changed any more.\n");
    if (ddl.dialect().engine() == Engine.H2) {
      text.append("-- So that short texts stay in their rows: ")
          .append(H2Setup.SHORT_TEXTS_WITHIN)
          .append(";\n");
    }
    for (Shape table : tables) {
      ddl.check(table);
      text.append("\n-- ").append(table.name()).append('\n');
      append(text, ddl.create(table));
    }
    List<String> references = new ArrayList<>();
    tables.forEach(each -> references.addAll(ddl.references(each, each.foreignKeys())));
    if (!references.isEmpty()) {
      text.append("\n-- References, which may lead in circles.\n");
      append(text, references);
    }
    return text.toString();
  }

  private String product() {
    return switch (ddl.dialect().engine()) {
      case H2 -> "H2";
      case POSTGRESQL -> "PostgreSQL";
      case MARIADB -> "MariaDB";
    };
  }

  static void append(StringBuilder text, List<String> statements) {
    statements.forEach(each -> text.append(each).append(";\n"));
  }
}

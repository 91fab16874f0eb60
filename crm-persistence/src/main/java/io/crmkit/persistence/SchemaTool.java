package io.crmkit.persistence;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.schema.Generator;
import io.crmkit.persistence.schema.Schema;
import io.crmkit.persistence.schema.SchemaMode;
import io.crmkit.persistence.table.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints, checks and applies the scripts of the tables, for administrators and for builds.
 *
 * <pre>
 * print    --database h2|postgresql|mariadb   the script for an empty database
 * pending  --url URL --user U --password P    the script that brings this database up to date
 * validate --url URL --user U --password P    what is missing or different
 * apply    --url URL --user U --password P    brings the database up to date
 * generate FOLDER                             the scripts that are committed with the code
 *
 * --prefix crm_      what the names of all tables begin with
 * --schema NAME      where the tables are, if not where connections begin
 * --module CLASS     a module of one's own, with a constructor without parameters; repeatable
 * </pre>
 */
public final class SchemaTool {
  private static final Set<String> OPTIONS =
      Set.of("database", "url", "user", "password", "prefix", "schema", "module");

  private final Map<String, String> options = new HashMap<>();
  private final List<CrmModule> modules = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private SchemaTool() {}

  /** Runs from a command line; ends the process with 0, or 1 where something was refused. */
  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, System.err, arguments));
  }

  /**
   * Runs as from a command line.
   *
   * @return 0, or 1 where something was refused, with the reason printed to {@code err}
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      SchemaTool tool = new SchemaTool();
      tool.read(List.of(arguments));
      tool.execute(out);
      return 0;
    } catch (CrmException | IllegalArgumentException | SQLException | IOException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  /**
   * The tables of a CRM with these modules besides the library's own.
   *
   * @param prefix what the names of all tables begin with
   * @param schema where the tables are; null for the schema that connections are in
   * @throws IllegalArgumentException where the database cannot hold them, see {@link Schema#of}
   */
  public static Schema schema(
      Dialect dialect, String prefix, @Nullable String schema, Collection<CrmModule> modules) {
    return Schema.of(dialect, prefix, schema, new Tables(LibraryTypes.with(modules)).all());
  }

  /**
   * Writes the first scripts of the library, or of modules, for every kind of database: into {@code
   * folder/h2}, {@code folder/postgresql} and {@code folder/mariadb}.
   *
   * @param modules none for the library itself
   */
  public static void generate(Path folder, Collection<CrmModule> modules) throws IOException {
    List<EntityType<?>> types = LibraryTypes.with(modules);
    if (modules.isEmpty()) {
      Generator.library(folder, types);
    } else {
      List<EntityType<?>> own = new ArrayList<>();
      modules.forEach(each -> own.addAll(each.types()));
      Generator.module(folder, own, types);
    }
  }

  private void read(List<String> arguments) {
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.startsWith("--")) {
        option(argument.substring(2), rest);
      } else {
        words.add(argument);
      }
    }
  }

  private void option(String option, Iterator<String> rest) {
    if (!OPTIONS.contains(option) || !rest.hasNext()) {
      throw new IllegalArgumentException(
          "--"
              + option
              + ": the options are --"
              + String.join(" --", OPTIONS.stream().sorted().toList())
              + ", each with a value");
    }
    if (option.equals("module")) {
      modules.add(module(rest.next()));
    } else {
      options.put(option, rest.next());
    }
  }

  private static CrmModule module(String name) {
    try {
      return Class.forName(name).asSubclass(CrmModule.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException unfit) {
      throw new IllegalArgumentException(
          name + " is not a module with a public constructor without parameters", unfit);
    }
  }

  private void execute(PrintStream out) throws SQLException, IOException {
    String verb = words.isEmpty() ? "" : words.get(0);
    switch (verb) {
      case "print" -> out.print(schema(Dialect.of(engine(needed("database")))).script());
      case "pending" -> withDatabase((schema, its) -> out.print(schema.pending(its)));
      case "validate" -> withDatabase((schema, its) -> schema.apply(its, SchemaMode.VALIDATE));
      case "apply" -> withDatabase((schema, its) -> schema.apply(its, SchemaMode.UPDATE));
      case "generate" -> {
        if (words.size() != 2) {
          throw new IllegalArgumentException("generate: give the folder");
        }
        generate(Path.of(words.get(1)), modules);
      }
      default ->
          throw new IllegalArgumentException(
              "say what to do: print, pending, validate, apply or generate");
    }
  }

  private static Dialect.Engine engine(String name) {
    return Arrays.stream(Dialect.Engine.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--database " + name + ": use h2, postgresql or mariadb"));
  }

  private Schema schema(Dialect dialect) {
    return schema(dialect, options.getOrDefault("prefix", "crm_"), options.get("schema"), modules);
  }

  private interface Task {
    void run(Schema schema, Connection connection) throws SQLException;
  }

  private void withDatabase(Task task) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            needed("url"),
            options.getOrDefault("user", ""),
            options.getOrDefault("password", ""))) {
      task.run(schema(Dialect.of(connection)), connection);
    }
  }

  private String needed(String option) {
    String value = options.get(option);
    if (value == null) {
      throw new IllegalArgumentException("give --" + option);
    }
    return value;
  }
}

package io.crmkit.persistence.schema;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the files of scripts that are committed with the code of a module. */
public final class Generator {
  private Generator() {}

  /**
   * Writes the first scripts of the library for every kind of database.
   *
   * @param folder gets a folder for each
   * @param types those of the kernel and of the library's own modules
   */
  public static void library(Path folder, Collection<EntityType<?>> types) throws IOException {
    write(folder, dialect -> libraryScripts(dialect, types));
  }

  /**
   * Writes the first script of a module for every kind of database.
   *
   * @param folder gets a folder for each
   * @param own the record types of the module
   * @param all the record types that there are with it, so that references lead somewhere
   */
  public static void module(
      Path folder, Collection<EntityType<?>> own, Collection<EntityType<?>> all)
      throws IOException {
    write(folder, dialect -> moduleScripts(dialect, own, all));
  }

  /** The scripts of the library, by name of the file. */
  static Map<String, String> libraryScripts(Dialect dialect, Collection<EntityType<?>> types) {
    List<Shape> own = new ArrayList<>(OwnTables.all());
    List<Shape> ofTypes = new ArrayList<>();
    for (Table table : new Tables(types).all()) {
      (table.shared() ? own : ofTypes).add(Shape.of(table, dialect.engine()));
    }
    ScriptWriter writer = new ScriptWriter(dialect);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "V001__own_tables.sql",
        writer.script(
            "What the library keeps for itself, and records of types without a class", own));
    files.put(
        "V002__record_types.sql",
        writer.script("The record types of the library", within(ofTypes, names(ofTypes))));
    return files;
  }

  private static Map<String, String> moduleScripts(
      Dialect dialect, Collection<EntityType<?>> own, Collection<EntityType<?>> all) {
    Set<String> names = new HashSet<>();
    own.forEach(each -> names.add(each.name()));
    List<Shape> shapes = new ArrayList<>();
    List<Shape> everything = new ArrayList<>();
    for (Table table : new Tables(all).all()) {
      everything.add(Shape.of(table, dialect.engine()));
      if (names.contains(table.name())) {
        shapes.add(Shape.of(table, dialect.engine()));
      }
    }
    return Map.of(
        "V001__record_types.sql",
        new ScriptWriter(dialect)
            .script("The record types of the module", within(shapes, names(everything))));
  }

  private static Set<String> names(List<Shape> shapes) {
    Set<String> names = new HashSet<>();
    shapes.forEach(each -> names.add(each.name()));
    return names;
  }

  private static List<Shape> within(List<Shape> shapes, Set<String> names) {
    return shapes.stream().map(each -> each.within(names)).toList();
  }

  private interface Writing {
    Map<String, String> scripts(Dialect dialect);
  }

  private static void write(Path folder, Writing writing) throws IOException {
    for (Dialect.Engine engine : Dialect.Engine.values()) {
      Dialect dialect = Dialect.of(engine);
      Path its = Files.createDirectories(folder.resolve(dialect.name()));
      Map<String, String> scripts = writing.scripts(dialect);
      for (Map.Entry<String, String> script : scripts.entrySet()) {
        Files.writeString(its.resolve(script.getKey()), script.getValue());
      }
      Files.writeString(its.resolve(Scripts.INDEX), String.join("\n", scripts.keySet()) + '\n');
    }
  }
}

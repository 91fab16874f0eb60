package io.crmkit.custom;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The code tables of a tenant: what the modules brought, with what administrators say of it. A
 * change is in force for every session as soon as it has committed, on other nodes a minute later
 * at the latest. Tables that the host keeps cannot be changed here.
 *
 * <p>A code is accepted by day, see {@link Workspace#today}. A record keeps a code that it has,
 * whatever becomes of the code.
 */
public final class Codes {
  /** The right to ask for the use of codes beyond what one sees, and to merge them. */
  static final String RIGHT = "codes.manage";

  private static final Set<String> SHIPPED_LANGUAGES =
      Set.of(Locale.ENGLISH.getLanguage(), Locale.CHINESE.getLanguage());

  private final Workspace space;

  /** The code tables as {@code space} sees them. */
  public Codes(Workspace space) {
    this.space = space;
  }

  /** The tables, in the order of their modules. */
  public Collection<CodeTable> tables() {
    return space.layout().codeTables();
  }

  /** A table; one without codes where there is none of that name. */
  public CodeTable table(String name) {
    return space.layout().codes(name);
  }

  /** What administrators say of codes. */
  public Records<CodeItem> items() {
    return space.records(CodeItem.TYPE);
  }

  /** Adds a code to a table; a table begins with its first code. */
  public CodeItem add(String table, Code code) {
    return items().create(filling(table, code));
  }

  /**
   * Adds many codes, all or none, such as a tree of regions; in any order.
   *
   * @throws io.crmkit.kernel.error.ValidationException with everything that is wrong
   */
  public List<CodeItem> addAll(String table, List<Code> codes) {
    return items().createAll(codes.stream().map(code -> filling(table, code)).toList());
  }

  private static Consumer<Draft<CodeItem>> filling(String table, Code code) {
    return draft ->
        draft
            .set(CodeItem.TABLE, table)
            .set(CodeItem.CODE, code.code())
            .setOrClear(CodeItem.PARENT, code.parent())
            .setOrClear(CodeItem.LABEL_EN, label(code, Locale.ENGLISH))
            .setOrClear(CodeItem.LABEL_ZH, label(code, Locale.CHINESE))
            .set(CodeItem.ACTIVE, code.active())
            .setOrClear(CodeItem.SINCE, code.since())
            .setOrClear(CodeItem.UNTIL, code.until());
  }

  private static @Nullable String label(Code code, Locale locale) {
    Map<String, String> labels = code.labels();
    return labels.get(locale.getLanguage());
  }

  /**
   * Says something else of a code, also of one that a module brought: its labels, order, parent or
   * validity.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where the table has no such code
   */
  public CodeItem change(String table, String code, Consumer<Draft<CodeItem>> filling) {
    return space.call(
        work -> {
          Codes inside = new Codes(work);
          return inside
              .item(table, code)
              .map(item -> inside.items().update(item, filling))
              .orElseGet(
                  () -> {
                    Code known = inside.table(table).get(code);
                    return inside
                        .items()
                        .create(
                            draft -> {
                              draft.set(CodeItem.TABLE, table).set(CodeItem.CODE, known.code());
                              filling.accept(draft);
                            });
                  });
        });
  }

  /** Gives a code another label in any language; what records hold stays the same. */
  public CodeItem rename(String table, String code, Locale language, String label) {
    if (language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
      return change(table, code, draft -> draft.set(CodeItem.LABEL_ZH, label));
    }
    if (language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return change(table, code, draft -> draft.set(CodeItem.LABEL_EN, label));
    }
    return space.call(
        work -> {
          CodeItem item = new Codes(work).change(table, code, draft -> {});
          new Translations(work).put(item, CodeItem.LABEL_EN, language, label);
          return item;
        });
  }

  /**
   * The labels of a table in order, by code, in any language; without one in that language, in
   * English.
   */
  public Map<String, String> labels(String table, Locale language) {
    Map<String, String> labels = new LinkedHashMap<>();
    table(table).all().forEach(code -> labels.put(code.code(), code.label(language)));
    if (!SHIPPED_LANGUAGES.contains(language.getLanguage())) {
      Map<Ref<CodeItem>, String> codes = new HashMap<>();
      List<CodeItem> items = items().where(CodeItem.TABLE.is(table)).list();
      items.forEach(item -> codes.put(item.ref(), item.require(CodeItem.CODE)));
      new Translations(space)
          .texts(items, CodeItem.LABEL_EN, language)
          .forEach((item, label) -> labels.replace(codes.getOrDefault(item, ""), label));
    }
    return labels;
  }

  /** Lets new records refuse a code; those that have it keep it. */
  public CodeItem deactivate(String table, String code) {
    return change(table, code, draft -> draft.set(CodeItem.ACTIVE, false));
  }

  /** Lets records be given a code again. */
  public CodeItem activate(String table, String code) {
    return change(table, code, draft -> draft.set(CodeItem.ACTIVE, true));
  }

  /** Lets records be given a code up to {@code lastDay}. */
  public CodeItem end(String table, String code, LocalDate lastDay) {
    return change(table, code, draft -> draft.set(CodeItem.UNTIL, lastDay));
  }

  /**
   * How many records have a code, by type and field, custom ones as well; those in the bin and
   * those that the actor cannot see are counted too, and only counted. Empty where none has it.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException without the right {@code codes.manage}
   */
  public List<CodeUse> uses(String table, String code) {
    space.require(RIGHT);
    return space.call(work -> CodeUsage.of(work, table, code, false));
  }

  /**
   * Takes a code away that was added here.
   *
   * @throws io.crmkit.kernel.error.ValidationException where records have it, saying how many of
   *     which field: deactivate or merge it then; or where the host keeps the table
   * @throws InvalidRequestException where nobody added it, or a module brought it
   */
  public void remove(String table, String code) {
    space.run(
        work -> {
          Codes inside = new Codes(work);
          if (inside.table(table).mounted()) {
            throw Definitions.invalid(CodeItem.TABLE, "custom.code_mounted", table);
          }
          CodeItem item =
              inside
                  .item(table, code)
                  .orElseThrow(
                      () -> new InvalidRequestException("custom.code_shipped", table, code));
          inside.items().delete(item);
        });
  }

  /**
   * Puts another code in the place of one: changes every record that has it, in the actor's name
   * and audited like any change, and deactivates it. Records in the bin and facts keep it. All or
   * nothing, in one unit of work.
   *
   * @return how many records were changed
   * @throws InvalidRequestException where records have it that the actor cannot see
   * @throws io.crmkit.kernel.error.AccessDeniedException without the right {@code codes.manage}, or
   *     where a record must not be changed
   */
  public long merge(String table, String from, String into) {
    space.require(RIGHT);
    return space.call(work -> new Codes(work).merged(table, from, into));
  }

  private long merged(String table, String from, String into) {
    table(table).get(into);
    if (from.equals(into)) {
      throw new InvalidRequestException("custom.code_itself", table, from);
    }
    long changed = 0;
    for (EntityType<?> type : space.layout().types()) {
      if (!type.journal()) {
        changed += merged(type, table, from, into);
      }
    }
    for (CodeHolder holder : space.modules(CodeHolder.class)) {
      changed += holder.merge(space, table, from, into);
    }
    List<CodeUse> hidden =
        CodeUsage.of(space, table, from, true).stream()
            .filter(use -> !use.field().type().journal())
            .toList();
    if (!hidden.isEmpty()) {
      throw new InvalidRequestException("custom.code_hidden", table, from, hidden);
    }
    change(table, from, d -> d.set(CodeItem.ACTIVE, false).set(CodeItem.MERGED_INTO, into));
    return changed;
  }

  private <E extends Entity<E>> long merged(
      EntityType<E> type, String table, String from, String into) {
    Records<E> records = space.records(type);
    long changed = 0;
    for (TextField<E> field : CodeUsage.fields(space, type, table)) {
      for (E record : records.where(field.is(from)).list()) {
        records.update(record, draft -> draft.set(field, into));
        changed++;
      }
    }
    return changed;
  }

  private Optional<CodeItem> item(String table, String code) {
    return items().where(CodeItem.TABLE.is(table), CodeItem.CODE.is(code)).first();
  }
}

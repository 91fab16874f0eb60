package io.crmkit.custom;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Texts of records in other languages: names of products, stages or codes. Any text field of any
 * record can have them; the field itself holds the text in the language of the house, to which
 * everything falls back.
 *
 * <p>Whoever may see a field sees its translations; whoever may change it may change them.
 */
public final class Translations {
  private final Workspace space;

  /** The translations as {@code space} sees them. */
  public Translations(Workspace space) {
    this.space = space;
  }

  /**
   * Says what a text is in another language, or corrects that.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not change the field
   * @throws io.crmkit.kernel.error.NotFoundException where the record is absent or invisible
   */
  public <E extends Entity<E>> void put(
      E record, TextField<E> field, Locale language, String text) {
    space.run(
        work -> {
          requireWritable(work, record, field);
          Records<Translation> all = work.own(Translation.DEF, Translation.TYPE);
          Translation known = find(all, record, field, language).orElse(null);
          if (known == null) {
            all.create(
                d ->
                    d.unlock(Translation.DEF)
                        .set(Translation.RECORD_TYPE, record.type().name())
                        .set(Translation.RECORD, record.ref().id())
                        .set(Translation.FIELD, field.name())
                        .set(Translation.LANGUAGE, language.toLanguageTag())
                        .set(Translation.TEXT, text));
          } else {
            all.update(known, d -> d.unlock(Translation.DEF).set(Translation.TEXT, text));
          }
        });
  }

  /** Takes a translation away; nothing happens where there is none. */
  public <E extends Entity<E>> void remove(E record, TextField<E> field, Locale language) {
    space.run(
        work -> {
          requireWritable(work, record, field);
          Records<Translation> all = work.own(Translation.DEF, Translation.TYPE);
          find(all, record, field, language).ifPresent(all::purge);
        });
  }

  /**
   * A change of nothing asks for every right that a change needs, and then is none. A managed text
   * is changed by verbs, its translations by whoever may change the record.
   */
  private static <E extends Entity<E>> void requireWritable(
      Workspace work, E record, TextField<E> field) {
    E current = work.records(record.type()).get(record.ref());
    if (field.type() != record.type() || field.encrypted()) {
      throw new InvalidRequestException("custom.untranslatable", field);
    }
    work.records(record.type())
        .update(
            current,
            draft -> {
              if (!field.managed()) {
                draft.setOrClear(field, current.get(field));
              }
            });
  }

  private static <E extends Entity<E>> Optional<Translation> find(
      Records<Translation> all, E record, TextField<E> field, Locale language) {
    return all.where(
            Translation.RECORD.is(record.ref().id()),
            Translation.FIELD.is(field.name()),
            Translation.LANGUAGE.is(language.toLanguageTag()))
        .first();
  }

  /**
   * A text in the language of {@code locale}, else in its language without the country, else as the
   * record has it; null where that has none, or where the actor may not see it.
   */
  public <E extends Entity<E>> @Nullable String text(E record, TextField<E> field, Locale locale) {
    return texts(List.of(record), field, locale).get(record.ref());
  }

  /** As {@link #text}, of many records in one query; those without a text are left out. */
  public <E extends Entity<E>> Map<Ref<E>, String> texts(
      Collection<E> records, TextField<E> field, Locale locale) {
    Map<UUID, E> seen = new LinkedHashMap<>();
    for (E record : records) {
      if (record.sees(field)) {
        seen.put(record.ref().id(), record);
      }
    }
    Map<UUID, String> found = translated(seen.keySet(), field, locale);
    Map<Ref<E>, String> texts = new LinkedHashMap<>();
    seen.forEach(
        (id, record) -> {
          String text = found.get(id);
          String shown = text == null ? record.get(field) : text;
          if (shown != null) {
            texts.put(record.ref(), shown);
          }
        });
    return texts;
  }

  private <E extends Entity<E>> Map<UUID, String> translated(
      Set<UUID> records, TextField<E> field, Locale locale) {
    Map<UUID, String> texts = new HashMap<>();
    String exact = locale.toLanguageTag();
    for (Translation translation :
        space
            .own(Translation.DEF, Translation.TYPE)
            .where(
                Translation.RECORD.in(records),
                Translation.FIELD.is(field.name()),
                Translation.LANGUAGE.in(List.of(exact, locale.getLanguage())))
            .list()) {
      UUID record = translation.require(Translation.RECORD);
      String text = translation.require(Translation.TEXT);
      if (exact.equals(translation.get(Translation.LANGUAGE))) {
        texts.put(record, text);
      } else {
        texts.putIfAbsent(record, text);
      }
    }
    return texts;
  }

  /**
   * Matches records of which a text of {@code field} in any language contains every word of {@code
   * words}, whatever the case, the accents and the width of the letters.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not see the field
   */
  public <E extends Entity<E>> Condition<E> mentions(TextField<E> field, String words) {
    EntityType<E> type = field.type();
    space.records(type).query().requireReadable(field);
    Set<Ref<E>> found = new LinkedHashSet<>();
    for (Translation translation :
        space
            .own(Translation.DEF, Translation.TYPE)
            .where(
                Translation.RECORD_TYPE.is(type.name()),
                Translation.FIELD.is(field.name()),
                Translation.TEXT.mentions(words))
            .list()) {
      found.add(Ref.of(type, translation.require(Translation.RECORD)));
    }
    return field.mentions(words).or(type.id().expr().in(found));
  }
}

package io.crmkit.privacy;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what is kept about a person, record by record, so that it may be as much as it is. */
final class Report {
  private static final String REDACTED = "[about somebody else]";

  private final Workspace space;
  private final Layout layout;
  private final Erasing all;
  private final Appendable out;
  private boolean first = true;

  Report(Workspace space, Erasing all, Appendable out) {
    this.space = space;
    this.layout = space.layout();
    this.all = all;
    this.out = out;
  }

  /** Everything that is kept (GDPR Art. 15). */
  <E extends Entity<E>> void access(E person) {
    begin("access", person);
    write(",\"records\":[");
    record(person, person.ref());
    new Concerned(all, layout)
        .visit(
            person.ref(),
            new Concerned.Visitor() {
              @Override
              public <X extends Entity<X>> void visit(EntityType<X> type, List<X> records) {
                records.forEach(each -> record(each, person.ref()));
              }
            });
    write("],\"mentioned_in\":[");
    mentions(person.ref());
    write("],\"consents\":");
    consents(person.ref());
    write("}");
  }

  /** What the person has provided (GDPR Art. 20). */
  <E extends Entity<E>> void portable(E person) {
    begin("portability", person);
    write(",\"provided\":");
    write(Json.of(Texts.values(person, layout, field -> field.provided())).toString());
    write(",\"consents\":");
    consents(person.ref());
    write("}");
  }

  private void begin(String kind, Entity<?> person) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("document", kind);
    head.put("person", person.ref().toString());
    head.put("at", space.now().toString());
    String text = Json.of(head).toString();
    write(text.substring(0, text.length() - 1));
  }

  private void consents(Ref<?> person) {
    List<Json> entries = new ArrayList<>();
    all.list(ConsentEntry.TYPE, Consents.about(person), Integer.MAX_VALUE)
        .forEach(entry -> entries.add(Texts.of(entry)));
    write(Json.of(entries).toString());
  }

  private <E extends Entity<E>> void record(E record, Ref<?> person) {
    boolean shared = concernsOthers(record, person);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", record.type().name());
    Map<String, Object> values = Texts.values(record, layout, field -> true);
    if (shared) {
      layout.fields(record.type()).stream()
          .filter(field -> field.personal() && values.containsKey(field.name()))
          .forEach(field -> values.put(field.name(), REDACTED));
    }
    document.put("values", values);
    document.put("history", history(record, shared));
    for (PersonalStore store : all.stores()) {
      List<Json> more = store.report(space, record.ref());
      if (!more.isEmpty()) {
        document.put(store.name(), more);
      }
    }
    item(Json.of(document));
  }

  /** True where a record is about another person as well, whose data is none of this one's. */
  private <E extends Entity<E>> boolean concernsOthers(E record, Ref<?> person) {
    for (RefField<E, ?> field : CustomRecord.about(layout, record.type())) {
      Ref<?> other = record.get(field);
      if (other != null && !other.equals(person) && isPerson(other)) {
        return true;
      }
    }
    return false;
  }

  private <X extends Entity<X>> boolean isPerson(Ref<X> ref) {
    return all.find(ref).filter(Privacy::isPerson).isPresent();
  }

  private <E extends Entity<E>> List<Object> history(E record, boolean shared) {
    List<Object> facts = new ArrayList<>();
    for (AuditEntry entry : all.history(record)) {
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("at", String.valueOf(entry.get(AuditEntry.TYPE.createdAt())));
      fact.put("event", entry.require(AuditEntry.EVENT).word());
      Map<String, Object> changes = new LinkedHashMap<>();
      for (FieldChange change : entry.changes().changes()) {
        List<Object> values = new ArrayList<>();
        values.add(shared ? REDACTED : change.before());
        values.add(shared ? REDACTED : change.after());
        changes.put(change.field(), values);
      }
      fact.put("changes", changes);
      facts.add(fact);
    }
    return facts;
  }

  /** Records that refer to the person without being about them: that they do, and no more. */
  private void mentions(Ref<?> person) {
    first = true;
    for (EntityType<?> type : layout.types()) {
      mentions(type, person);
    }
  }

  private <E extends Entity<E>> void mentions(EntityType<E> type, Ref<?> person) {
    for (RefField<E, ?> field : layout.references(type)) {
      if (field.target() == person.type()
          && !(type.person() == null && CustomRecord.about(layout, type).contains(field))) {
        mentions(type, field, person);
      }
    }
  }

  @SuppressWarnings("unchecked") // the field refers to records of that type
  private <E extends Entity<E>, X extends Entity<X>> void mentions(
      EntityType<E> type, RefField<E, X> field, Ref<?> person) {
    for (E each : all.list(type, field.is((Ref<X>) person), Integer.MAX_VALUE)) {
      item(
          Json.of(
              Map.of("type", type.name(), "id", each.ref().id().toString(), "as", field.name())));
    }
  }

  private void item(Json json) {
    write(first ? "" : ",");
    write(json.toString());
    first = false;
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

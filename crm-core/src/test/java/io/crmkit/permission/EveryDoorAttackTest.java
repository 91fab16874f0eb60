package io.crmkit.permission;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Strings;
import io.crmkit.Crm;
import io.crmkit.Features;
import io.crmkit.Session;
import io.crmkit.activity.Activities;
import io.crmkit.attachment.Attachments;
import io.crmkit.calendar.Calendars;
import io.crmkit.catalog.Catalog;
import io.crmkit.currency.Currencies;
import io.crmkit.custom.Codes;
import io.crmkit.custom.Customization;
import io.crmkit.custom.Translations;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.AuditLog;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.numbering.Numbering;
import io.crmkit.order.Orders;
import io.crmkit.org.Organization;
import io.crmkit.permission.Doors.Question;
import io.crmkit.privacy.Consents;
import io.crmkit.privacy.Privacy;
import io.crmkit.privacy.Retention;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.BuyingCentre;
import io.crmkit.sales.Playbook;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.service.ServiceDesk;
import io.crmkit.service.ServiceLevels;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.RawRows;
import io.crmkit.timeline.Timeline;
import io.crmkit.view.Views;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every door of every feature beside every field of every record type: where the field is hidden,
 * no answer rests on what it holds. What it holds is changed below all rules, in the store, so that
 * nothing else changes with it.
 */
class EveryDoorAttackTest {
  /** What is told all the same: by which door, what of. Each is said in the documentation. */
  private static final List<String> MEANT =
      List.of(
          // What everybody's results are reckoned with.
          "Currencies\\..* company_currency.*",
          "Currencies\\..* exchange_rate.*",
          "Catalog.* unit_conversion.*",
          "Catalog.(price|prices|sheet) price_list.*",
          "ServiceDesk.times service_level.*",
          "Quotes.standardTerms quote_terms.*",
          // A door of its own, which shows what it is for.
          "Views\\..* saved_view.*",
          "Translations\\..* translation.*",
          "Attachments.open attachment.size",
          "Attachments.open attachment.sha_256",
          "Attachments.open attachment_chunk.*",
          "Codes.uses .*",
          "Privacy.(report|portable) .*",
          // What decides who sees a record, or who may do what.
          "Attachments\\..* attachment.about_.*",
          "Timeline\\..* attachment.about_.*",
          "list audit_entry.record_type",
          "list outbox_entry.record_type",
          "Permissions\\..* user.*");

  private static final Pattern CANARY = Pattern.compile("Zanzibar|66613|66[.,]613|1913");

  private static final String BROKEN = "not a refusal: ";

  /** What is asked for by one name each from a session, directly or through another. */
  private static final Set<Class<?>> FEATURES =
      Set.of(
          Customers.class,
          Attachments.class,
          Activities.class,
          Timeline.class,
          Currencies.class,
          Catalog.class,
          SalesPipeline.class,
          BuyingCentre.class,
          Playbook.class,
          Quotes.class,
          Orders.class,
          Views.class,
          ServiceDesk.class,
          ServiceLevels.class,
          Numbering.class,
          Organization.class,
          Privacy.class,
          Consents.class,
          Retention.class,
          Permissions.class,
          Calendars.class,
          Customization.class,
          Translations.class,
          Codes.class,
          AuditLog.class);

  /** What changes something, and so is refused or allowed by rights to write. */
  private static final Map<Class<?>, String> VERBS =
      Map.ofEntries(
          entry(Activities.class, "addParty cancel complete log plan reopen"),
          entry(Attachments.class, "attach delete purge rename restore"),
          entry(AuditLog.class, "restoreValue"),
          entry(BuyingCentre.class, "assign end"),
          entry(Calendars.class, "close create mount open openDuring openSpecially workAs"),
          entry(Catalog.class, "retire"),
          entry(Codes.class, "activate add addAll change deactivate end merge remove rename"),
          entry(Consents.class, "grant withdraw"),
          entry(Currencies.class, "put setCompany"),
          entry(
              Customers.class,
              "addContact addPoint assignRole classify endRelation endRole place relate setLevel"),
          entry(Customization.class, "addCode addField addType"),
          entry(Numbering.class, "define startAt"),
          entry(Orders.class, "apply cancel close confirm draft edit from ship shipAll takeBack"),
          entry(Organization.class, "close deactivate deputise join leave move report transfer"),
          entry(
              Permissions.class,
              "assign define deny grant grantPermission grantWhere include installStandardRoles limit restrict share unshare withdraw"),
          entry(Playbook.class, "done undone"),
          entry(Privacy.class, "erase hold lift release restrict"),
          entry(
              Quotes.class,
              "accept acceptForDeal approveDiscount copy decline draft edit revise send withdraw"),
          entry(
              SalesPipeline.class,
              "advance confirm define lose moveTo open record reopen upgrade win withdraw"),
          entry(
              ServiceDesk.class,
              "assign await call close dismiss dispatch hold invite merge note open receive relate reopen reply reschedule resolve split start transfer unmerge"),
          entry(ServiceLevels.class, "create escalate promise"),
          entry(Translations.class, "put remove"),
          entry(Views.class, "change delete layOut save"));

  /** What tells nothing of records: requirements, what the host has mounted, what there is. */
  private static final Map<Class<?>, String> OTHERS =
      Map.of(
          AuditLog.class, "accesses",
          Catalog.class, "mounted requireOffered searchSource",
          Customization.class, "field layout type",
          Privacy.class, "uncovered");

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Store store = new MemoryStore();
  private Crm crm;
  private Session ada;
  private Session clerk;
  private SampleCompany company;
  private Map<String, Question> doors;
  private final Set<String> meant = new HashSet<>();
  private final Set<String> untried = new HashSet<>();
  private int canaries;

  @BeforeEach
  void open() throws IOException {
    crm = Fixtures.aCrm(clock).store(store).policy(null).administrators("ada").open();
    ada = crm.as("ada");
    company = new SampleCompany(ada, clock);
    clerk = crm.as("clerk");
    doors = Doors.of(company);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void attack_22_no_answer_of_any_feature_rests_on_a_hidden_field() {
    List<String> told = new ArrayList<>();
    int hidden = 0;
    for (EntityType<?> type : ada.workspace().layout().types()) {
      if (!governs(type) && clerk.workspace().may(Operation.READ, type)) {
        hidden += hideEach(type, told);
      }
    }
    assertEquals(List.of(), told);
    assertEquals(Set.copyOf(MEANT), meant, "what is meant is said for nothing else");
    assertEquals(Set.of(), untried, "a key keeps the values apart");
    assertTrue(hidden > 300, "too few fields with a value to mean anything");
  }

  @Test
  void attack_24_no_refusal_tells_what_a_hidden_field_holds() {
    Map<String, Question> refused = Doors.refused(company);
    refused.forEach(
        (door, question) -> {
          CrmException refusal = assertThrows(CrmException.class, () -> question.ask(clerk), door);
          assertFalse(refusal instanceof AccessDeniedException, door + ": " + refusal);
        });
    List<String> told = new ArrayList<>();
    for (EntityType<?> type : ada.workspace().layout().types()) {
      if (!governs(type) && clerk.workspace().may(Operation.READ, type)) {
        refuseEach(type, refused, told);
      }
    }
    assertEquals(List.of(), told);
  }

  private <E extends Entity<E>> void refuseEach(
      EntityType<E> type, Map<String, Question> refused, List<String> told) {
    for (Field<E, ?> field : ada.workspace().layout().fields(type)) {
      List<Change> changes = changes(RawRows.of(store, ada, type), field, this::canary);
      FieldRule rule = ada.permissions().limit(company.role, field, FieldRight.HIDDEN);
      if (!changes.isEmpty() && write(changes)) {
        refused.forEach(
            (door, question) -> {
              Exception refusal =
                  assertThrows(Exception.class, () -> question.ask(clerk), door + field);
              if (refusal instanceof CrmException && CANARY.matcher(refusal.toString()).find()) {
                told.add(door + " tells " + field + ": " + refusal);
              }
            });
        write(undone(changes));
      }
      ada.permissions().fieldRules().purge(rule);
    }
  }

  /** A value that is found wherever it is mentioned; null where the kind has none. */
  private @Nullable Object canary(@Nullable Object value) {
    if (value instanceof String) {
      return "Zanzibar" + canaries++;
    } else if (value instanceof Long) {
      return 66613_000L + canaries++;
    } else if (value instanceof BigDecimal) {
      return new BigDecimal("66.613");
    } else if (value instanceof Money) {
      return Money.of("66613", "EUR");
    } else if (value instanceof LocalDate) {
      return LocalDate.of(1913, 6, 6);
    }
    return null;
  }

  /** A new verb has to be put among those that change something, or get a door here. */
  @Test
  void every_method_of_a_feature_is_a_door_or_a_verb() {
    Set<String> known = new TreeSet<>();
    for (Map<Class<?>, String> named : List.of(VERBS, OTHERS)) {
      named.forEach(
          (feature, verbs) -> {
            for (String verb : verbs.split(" ")) {
              known.add(feature.getSimpleName() + '.' + verb);
            }
          });
    }
    doors.keySet().forEach(door -> known.add(door.replaceFirst(" .*", "")));
    Set<String> found = new TreeSet<>();
    Deque<Class<?>> features = new ArrayDeque<>(List.of(Features.class));
    Set<Class<?>> visited = new HashSet<>();
    while (!features.isEmpty()) {
      Class<?> feature = features.remove();
      for (Method method : feature.getDeclaredMethods()) {
        Class<?> result = method.getReturnType();
        if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
          continue;
        }
        if (FEATURES.contains(result)) {
          if (visited.add(result)) {
            features.add(result);
          }
        } else if (result != Records.class && feature != Features.class) {
          found.add(feature.getSimpleName() + '.' + method.getName());
        }
      }
    }
    assertEquals(FEATURES, visited);
    assertEquals(String.join("\n", found), String.join("\n", known));
  }

  /** What rights are made of: hiding it from those whom it concerns changes what they are. */
  private static boolean governs(EntityType<?> type) {
    Class<?> its = type.recordClass();
    return its != null && its.getPackage() == Role.class.getPackage();
  }

  private <E extends Entity<E>> int hideEach(EntityType<E> type, List<String> told) {
    int hidden = 0;
    for (Field<E, ?> field : ada.workspace().layout().fields(type)) {
      List<Change> changes = changes(type, field);
      if (changes.isEmpty()) {
        continue;
      }
      FieldRule rule = ada.permissions().limit(company.role, field, FieldRight.HIDDEN);
      Map<String, String> before = answers(type);
      before.forEach(
          (door, answer) -> {
            if (answer.startsWith(BROKEN)) {
              told.add(door + " without " + field + ": " + answer);
            }
          });
      if (write(changes)) {
        hidden++;
        Map<String, String> after = answers(type);
        before.forEach(
            (door, answer) -> {
              if (!answer.equals(after.get(door)) && !isMeant(door, field)) {
                told.add(door + " tells " + field + ": " + difference(answer, after.get(door)));
              }
            });
        write(undone(changes));
      } else {
        untried.add(field.toString());
      }
      ada.permissions().fieldRules().purge(rule);
    }
    return hidden;
  }

  private boolean isMeant(String door, Field<?, ?> field) {
    return MEANT.stream()
        .filter(each -> (door + ' ' + field).matches(each))
        .peek(meant::add)
        .findFirst()
        .isPresent();
  }

  private static String difference(String before, String after) {
    int common = Strings.commonPrefix(before, after).length();
    int from = Math.max(0, common - 60);
    return "\n  "
        + before.substring(from, Math.min(before.length(), common + 60))
        + "\n  "
        + after.substring(from, Math.min(after.length(), common + 60))
        + "\n";
  }

  /** False where a unique key keeps the values apart. */
  private boolean write(List<Change> changes) {
    Layout layout = ada.workspace().layout().stored();
    try (StoreTransaction tx = store.begin(ada.context().tenant(), layout)) {
      tx.write(changes);
      tx.commit(List.of());
      return true;
    } catch (ValidationException taken) {
      return false;
    }
  }

  private static List<Change> undone(List<Change> changes) {
    return changes.stream()
        .map(Change.Update.class::cast)
        .<Change>map(each -> new Change.Update(each.after(), each.before()))
        .toList();
  }

  /** The field differs in every row for which there is another value. */
  private <E extends Entity<E>> List<Change> changes(EntityType<E> type, Field<E, ?> field) {
    List<Row> rows = RawRows.of(store, ada, type);
    return changes(rows, field, value -> other(field, value, rows));
  }

  private static List<Change> changes(
      List<Row> rows, Field<?, ?> field, UnaryOperator<@Nullable Object> change) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      Object value = row.get(field);
      Object other = change.apply(value);
      if (other != null) {
        Object[] slots = row.copyOfSlots();
        Map<String, Object> extra = new LinkedHashMap<>(row.extra());
        if (field.custom()) {
          extra.put(field.name(), other);
        } else {
          slots[field.slot()] = other;
        }
        changes.add(new Change.Update(row, new Row(row.ref(), row.version(), slots, extra)));
      }
    }
    return changes;
  }

  /**
   * Another value of the same kind, the next one that there is of others; null where there is none.
   */
  private static @Nullable Object other(Field<?, ?> field, @Nullable Object value, List<Row> rows) {
    if (value instanceof String text) {
      return text + "x";
    } else if (value instanceof Long number) {
      return number + 1;
    } else if (value instanceof BigDecimal number) {
      return number.add(BigDecimal.ONE);
    } else if (value instanceof Money money) {
      return money.plus(Money.of("7", money.currency()));
    } else if (value instanceof LocalDate day) {
      return day.plusDays(1);
    } else if (value instanceof Instant instant) {
      return instant.plusSeconds(3600);
    } else if (value instanceof Boolean yes) {
      return !yes;
    } else if (value instanceof Enum<?> choice) {
      Object[] all = choice.getDeclaringClass().getEnumConstants();
      return all[(choice.ordinal() + 1) % all.length];
    }
    List<Object> all =
        rows.stream()
            .map(row -> (Object) row.get(field))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    int next = all.indexOf(value) + 1;
    return all.size() <= (value == null ? 0 : 1) ? null : all.get(next % all.size());
  }

  private Map<String, String> answers(EntityType<?> type) {
    Map<String, String> answers = new LinkedHashMap<>();
    doors.forEach((door, question) -> answers.put(door, answer(question)));
    answers.put("list", answer(s -> all(type)));
    return answers;
  }

  private String answer(Question question) {
    try {
      return shown(question.ask(clerk));
    } catch (CrmException refused) {
      return refused.toString();
    } catch (Exception broken) {
      return BROKEN + broken;
    }
  }

  private String shown(@Nullable Object told) {
    if (told instanceof Entity<?> record) {
      return record(record);
    } else if (told instanceof Optional<?> optional) {
      return shown(optional.orElse(null));
    } else if (told instanceof Page<?> page) {
      return shown(page.items());
    } else if (told instanceof Query<?> query) {
      return shown(query.list());
    } else if (told instanceof Set<?> set) {
      return set.stream().map(this::shown).sorted().toList().toString();
    } else if (told instanceof Collection<?> list) {
      return list.stream().map(this::shown).toList().toString();
    } else if (told instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> shown(each.getKey()) + "=" + shown(each.getValue()))
          .sorted()
          .toList()
          .toString();
    } else if (told instanceof Record record) {
      StringBuilder all = new StringBuilder(record.getClass().getSimpleName());
      for (RecordComponent part : record.getClass().getRecordComponents()) {
        try {
          part.getAccessor().setAccessible(true);
          all.append(' ').append(part.getName()).append('=');
          all.append(shown(part.getAccessor().invoke(record)));
        } catch (ReflectiveOperationException impossible) {
          throw new AssertionError(impossible);
        }
      }
      return all.toString();
    }
    String text = String.valueOf(told);
    assertTrue(told == null || !text.contains("@" + Integer.toHexString(told.hashCode())), text);
    return text;
  }

  private <E extends Entity<E>> String record(Entity<?> any) {
    @SuppressWarnings("unchecked") // by the type
    E record = (E) any;
    StringBuilder all = new StringBuilder(record.toString().replaceFirst(", v\\d+", ""));
    for (Field<E, ?> field : ada.workspace().layout().fields(record.type())) {
      all.append(", ").append(field.name()).append(' ').append(record.get(field));
      all.append(" (").append(record.display(field)).append(')');
    }
    return all.toString();
  }

  private <E extends Entity<E>> List<E> all(EntityType<E> type) {
    return clerk.records(type).query().list();
  }
}

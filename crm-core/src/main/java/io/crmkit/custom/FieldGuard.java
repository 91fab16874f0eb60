package io.crmkit.custom;

import static io.crmkit.custom.Definitions.invalid;

import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.layout.FieldMaker;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only definitions through that make a field, and that fit the values which records have
 * already. Values are kept under the name of the field, also while its definition is in the bin.
 */
final class FieldGuard {
  private static final Set<FieldKind> NOT_UNIQUE =
      Set.of(FieldKind.LONG_TEXT, FieldKind.TAGS, FieldKind.ADDRESS, FieldKind.JSON);

  private static final Set<FieldKind> WITH_BOUNDS =
      Set.of(FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.DATE, FieldKind.INSTANT);

  private static final List<TextField<FieldDefinition>> VALUES =
      List.of(FieldDefinition.LEAST, FieldDefinition.GREATEST, FieldDefinition.DEFAULT_VALUE);

  private final Workspace work;
  private final @Nullable FieldDefinition before;
  private final FieldDefinition after;
  private final EntityType<?> type;
  private final String name;

  private FieldGuard(
      Workspace work, @Nullable FieldDefinition before, FieldDefinition after, EntityType<?> type) {
    this.work = work;
    this.before = before;
    this.after = after;
    this.type = type;
    this.name = after.require(FieldDefinition.NAME);
  }

  static void check(
      Workspace work, @Nullable FieldDefinition before, @Nullable FieldDefinition after) {
    if (after == null) {
      if (before != null) {
        checkPurge(work, before.require(FieldDefinition.RECORD_TYPE));
      }
    } else if (!after.deleted()) {
      EntityType<?> type = work.layout().type(after.require(FieldDefinition.RECORD_TYPE));
      new FieldGuard(work, before, after, type).check();
    }
  }

  private static void checkPurge(Workspace work, String typeName) {
    EntityType<?> type = Definitions.type(work, typeName);
    if (type != null && Definitions.hasRecords(work, type)) {
      throw invalid(FieldDefinition.NAME, "violation.has_records", type);
    }
  }

  private void check() {
    checkPlace();
    checkKind();
    if (before == null) {
      checkNamesake();
    } else {
      checkOptions(before);
    }
    boolean wasRequired = before != null && !before.deleted() && isRequired(before);
    if (isRequired(after) && !wasRequired && Definitions.hasRecords(work, type)) {
      throw invalid(FieldDefinition.REQUIRED, "violation.has_records", type);
    }
  }

  private void checkPlace() {
    Definitions.checkName(FieldDefinition.NAME, name);
    if (type.journal()) {
      throw invalid(FieldDefinition.RECORD_TYPE, "violation.journal_type", type);
    }
    boolean isNew = before == null || before.deleted();
    if (isNew && work.layout().find(type, name) != null) {
      throw invalid(FieldDefinition.NAME, "violation.field_exists", type, name);
    }
  }

  private void checkKind() {
    FieldKind kind = after.require(FieldDefinition.KIND);
    if (NOT_UNIQUE.contains(kind) && Boolean.TRUE.equals(after.get(FieldDefinition.UNIQUE))) {
      throw invalid(FieldDefinition.UNIQUE, "violation.unique_kind", kind);
    }
    if (Boolean.TRUE.equals(after.get(FieldDefinition.ENCRYPTED))) {
      checkEncryption(kind);
    }
    String table = after.get(FieldDefinition.CODE_TABLE);
    if (table != null) {
      Definitions.checkName(FieldDefinition.CODE_TABLE, table);
    }
    String target = after.get(FieldDefinition.TARGET);
    if (target != null) {
      work.layout().type(target);
    }
    checkValues(kind);
  }

  /** A definition that makes no field would keep the whole tenant from having a layout. */
  private void checkValues(FieldKind kind) {
    for (TextField<FieldDefinition> bound :
        List.of(FieldDefinition.LEAST, FieldDefinition.GREATEST)) {
      if (after.get(bound) != null && !WITH_BOUNDS.contains(kind)) {
        throw invalid(bound, "violation.bounds_kind", kind);
      }
    }
    FieldDefinition bare = after;
    for (TextField<FieldDefinition> value : VALUES) {
      bare = bare.with(value, null);
    }
    checkValues(made(bare));
    checkValues(made(after));
  }

  private void checkValues(Field<?, ?> field) {
    for (TextField<FieldDefinition> value : VALUES) {
      String text = after.get(value);
      if (text != null && !field.takes(text)) {
        throw invalid(value, "violation.field_value", text);
      }
    }
  }

  private Field<?, ?> made(FieldDefinition definition) {
    Map<String, EntityType<?>> types = new HashMap<>();
    work.layout().types().forEach(one -> types.put(one.name(), one));
    return FieldMaker.make(type, definition, types);
  }

  private void checkEncryption(FieldKind kind) {
    if (!work.encrypts()) {
      throw invalid(FieldDefinition.ENCRYPTED, "violation.no_keys");
    }
    if (name.length() > SealedField.MAX_NAME) {
      throw invalid(FieldDefinition.NAME, "violation.max", name.length(), SealedField.MAX_NAME);
    }
    boolean guessable =
        kind == FieldKind.YES_NO || kind == FieldKind.CHOICE || kind == FieldKind.CODE;
    if (kind == FieldKind.REF
        || (guessable && Boolean.TRUE.equals(after.get(FieldDefinition.UNIQUE)))) {
      throw invalid(FieldDefinition.ENCRYPTED, "violation.encrypted_kind", kind);
    }
  }

  /** Records may have values under this name, of whatever kind they had to be then. */
  private void checkNamesake() {
    Condition<FieldDefinition> namesake =
        FieldDefinition.RECORD_TYPE
            .is(type.name())
            .and(FieldDefinition.NAME.is(name))
            .and(FieldDefinition.TYPE.deletedAt().isPresent());
    if (Guards.anyRecord(work, FieldDefinition.TYPE, namesake)
        && Definitions.hasRecords(work, type)) {
      throw invalid(FieldDefinition.NAME, "violation.name_used", type, name);
    }
  }

  private void checkOptions(FieldDefinition old) {
    Set<String> were = old.get(FieldDefinition.OPTIONS);
    Set<String> are = after.get(FieldDefinition.OPTIONS);
    if (were != null && (are == null || !are.containsAll(were))) {
      throw invalid(FieldDefinition.OPTIONS, "violation.options_gone", were);
    }
  }

  private static boolean isRequired(FieldDefinition definition) {
    return Boolean.TRUE.equals(definition.get(FieldDefinition.REQUIRED));
  }
}

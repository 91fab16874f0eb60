package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * While keys are exchanged, equal values have different blind indexes, so a store cannot keep them
 * apart: whoever takes a unique value looks for it under the other keys as well.
 */
final class Rivals {
  private final StoreReader store;
  private final Vault vault;
  private final String tenant;
  private final Layout layout;

  Rivals(StoreReader store, Vault vault, String tenant, Layout layout) {
    this.store = store;
    this.vault = vault;
    this.tenant = tenant;
    this.layout = layout;
  }

  void check(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.Insert insert) {
        check(insert.row().type(), null, insert.row());
      } else if (change instanceof Change.Update update) {
        check(update.after().type(), update.before(), update.after());
      }
    }
  }

  private <E extends Entity<E>> void check(EntityType<E> type, @Nullable Row before, Row after) {
    List<SealedField<E>> secrets = layout.sealed(type);
    for (int i = 0; i < secrets.size(); i++) {
      SealedField<E> secret = secrets.get(i);
      TextField<E> blind = secret.field().unique() && !after.deleted() ? secret.blind() : null;
      if (blind != null && vault.keys(tenant).all().size() > 1) {
        check(secret.field(), blind, before, after);
      }
    }
  }

  private <E extends Entity<E>, T> void check(
      Field<E, T> field, TextField<E> blind, @Nullable Row before, Row after) {
    T value = field.of(after);
    T old = before == null || before.deleted() ? null : field.of(before);
    if (value == null || Objects.equals(value, old)) {
      return;
    }
    EntityType<E> type = blind.type();
    String text = field.kind().format(value);
    List<String> others = new ArrayList<>(vault.blinds(tenant, type, field.name(), text));
    others.remove(vault.blind(tenant, type, field.name(), text));
    Condition<E> rival =
        Condition.all(
            List.of(
                blind.in(others),
                type.deletedAt().isMissing(),
                type.id().expr().isNot(type.ref(after.ref().id()))));
    if (store.exists(type, rival)) {
      throw new ValidationException(
          List.of(Violation.of(type.name(), field.name(), "violation.unique", field.name())));
    }
  }
}

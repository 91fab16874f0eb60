package io.crmkit.attachment;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files that hang on a person, or on what is kept about one: told of, and erased, with them.
 */
final class PersonalFiles implements PersonalStore {
  private final AttachmentStore store;

  PersonalFiles(AttachmentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "attachment";
  }

  @Override
  public int erase(Workspace space, Ref<?> record, Predicate<Entity<?>> kept) {
    List<Attachment> files = of(space, record).stream().filter(kept.negate()).toList();
    for (Attachment file : files) {
      records(space).purge(file);
      try {
        store.delete(space, file.require(Attachment.CONTENT));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return files.size();
  }

  @Override
  public List<Json> report(Workspace space, Ref<?> record) {
    return of(space, record).stream().map(PersonalFiles::told).toList();
  }

  private static Json told(Attachment file) {
    Map<String, @Nullable Object> told =
        Map.of(
            "name", file.require(Attachment.NAME),
            "media_type", file.require(Attachment.MEDIA_TYPE),
            "size", file.require(Attachment.SIZE));
    return Json.of(told);
  }

  private static List<Attachment> of(Workspace space, Ref<?> record) {
    return records(space).where(concern(record)).withDeleted().list();
  }

  @SuppressWarnings("unchecked") // of the type that was just compared
  private static Condition<Attachment> concern(Ref<?> record) {
    Condition<Attachment> about = Attachment.ABOUT.is(record);
    return record.type() == Customer.TYPE
        ? about.or(Attachment.CUSTOMER.is((Ref<Customer>) record))
        : about;
  }

  private static Records<Attachment> records(Workspace space) {
    return space.own(Attachment.DEF, Attachment.TYPE);
  }
}

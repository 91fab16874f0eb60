package io.crmkit.attachment;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that hangs on a record of any type. Its content is kept by an {@link AttachmentStore} and
 * never changes; made and read by {@link Attachments}.
 */
public final class Attachment extends Entity<Attachment> {
  static final Definition<Attachment> DEF = Definition.of("attachment", Attachment::new);

  /** What the file is called, without a path. */
  public static final TextField<Attachment> NAME =
      DEF.text("name").required().max(255).searchable().personal().add();

  /** What it hangs on. */
  public static final Link<Attachment> ABOUT = DEF.link("about");

  /** The customer that this concerns, where there is one. */
  public static final RefField<Attachment, Customer> CUSTOMER =
      DEF.ref("customer", () -> Customer.TYPE).managed().add();

  /** The media type (RFC 6838) in lower case, for example {@code "application/pdf"}. */
  public static final TextField<Attachment> MEDIA_TYPE =
      DEF.text("media_type")
          .notPersonal()
          .required()
          .max(127)
          .pattern("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
          .managed()
          .add();

  /** How many bytes. */
  public static final NumberField<Attachment, Long> SIZE =
      DEF.integer("size").required().managed().add();

  /** The SHA-256 of the content in hexadecimal digits. */
  public static final TextField<Attachment> SHA_256 =
      DEF.text("sha_256").required().max(64).managed().personal().add();

  /** By what the store knows the content. */
  static final ValueField<Attachment, UUID> CONTENT =
      DEF.uuid("content").required().indexed().managed().add();

  /** The type. */
  public static final EntityType<Attachment> TYPE =
      DEF.partOf(CUSTOMER).partOf(ABOUT).rule("plain_name", NAME, Attachment::isPlain).seal();

  private Attachment(Snapshot snapshot) {
    super(snapshot);
  }

  /** A name that leads out of a folder, or breaks a line of a protocol, is none. */
  private static boolean isPlain(Attachment file) {
    String name = file.get(NAME);
    return name == null
        || (!name.equals(".")
            && !name.equals("..")
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c)));
  }

  static String mediaType(String given) {
    int parameters = given.indexOf(';');
    return (parameters < 0 ? given : given.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<Attachment, T> field) {
    return field.of(snapshot().row());
  }
}

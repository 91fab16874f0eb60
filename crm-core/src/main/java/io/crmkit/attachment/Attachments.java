package io.crmkit.attachment;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Links;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Files that hang on records. To see one, somebody needs the right to read attachments and has to
 * see the record that it hangs on, at this moment: every verb looks again.
 */
public final class Attachments {
  private final Workspace space;

  /** The attachments as {@code space} sees them. */
  public Attachments(Workspace space) {
    this.space = space;
  }

  private Records<Attachment> records() {
    return space.records(Attachment.TYPE);
  }

  private AttachmentModule module() {
    return space.module(AttachmentModule.class);
  }

  /**
   * Takes a file in. The content streams through: on a session in small units of work, so that its
   * size is no matter; within a unit of work it is kept until the commit. Where this throws,
   * nothing is left.
   *
   * @param about what it hangs on, a record that the actor can see
   * @param name what the file is called, without a path
   * @param mediaType the media type; parameters are dropped
   * @param content the bytes; read to the end, not closed
   * @throws InvalidRequestException where the file is greater than agreed, or of a type that is not
   *     taken
   * @throws IOException what reading the bytes threw, or the place where they are kept
   */
  public Attachment attach(Ref<?> about, String name, String mediaType, InputStream content)
      throws IOException {
    if (!Links.sees(space, about)) {
      throw NotFoundException.record(about);
    }
    AttachmentLimits limits = module().limits();
    String type = Attachment.mediaType(mediaType);
    if (!limits.takes(type)) {
      throw new InvalidRequestException("attachment.media_type", type, limits.mediaTypes());
    }
    UUID id = space.nextId();
    space.rehearse(work -> create(work, about, name, type, 0, "-", id));
    Measured measured = new Measured(content, limits.maxBytes());
    boolean done = false;
    try {
      module().store().write(space, id, measured);
      Attachment made = create(space, about, name, type, measured.size(), measured.sha256(), id);
      done = true;
      return made;
    } finally {
      if (!done) {
        module().store().delete(space, id);
      }
    }
  }

  private static Attachment create(
      Workspace work, Ref<?> about, String name, String type, long size, String hash, UUID id) {
    Ref<Customer> customer = new Customers(work).of(about).map(Customer::ref).orElse(null);
    return work.records(Attachment.TYPE)
        .create(
            d ->
                Attachment.ABOUT
                    .set(d.set(Attachment.NAME, name), about)
                    .unlock(Attachment.DEF)
                    .setOrClear(Attachment.CUSTOMER, customer)
                    .set(Attachment.MEDIA_TYPE, type)
                    .set(Attachment.SIZE, size)
                    .set(Attachment.SHA_256, hash)
                    .set(Attachment.CONTENT, id));
  }

  /** The files that hang on a record, the newest first; none where the record is out of sight. */
  public List<Attachment> of(Ref<?> about) {
    return Links.sees(space, about)
        ? records()
            .where(Attachment.ABOUT.is(about))
            .orderBy(Attachment.TYPE.createdAt().desc())
            .list()
        : List.of();
  }

  /** A file; empty where it is absent or deleted, or it or what it hangs on is out of sight. */
  public Optional<Attachment> find(Ref<Attachment> ref) {
    return records().find(ref).filter(this::hangsInSight);
  }

  /**
   * A file.
   *
   * @throws NotFoundException where {@link #find} is empty
   */
  public Attachment get(Ref<Attachment> ref) {
    return find(ref).orElseThrow(() -> NotFoundException.record(ref));
  }

  private boolean hangsInSight(Attachment file) {
    return Attachment.ABOUT
        .of(file, space.layout())
        .filter(about -> Links.sees(space, about))
        .isPresent();
  }

  /**
   * The content of a file, to be closed. What is read is compared with what was taken in: the end
   * of damaged content throws.
   *
   * @throws NotFoundException where {@link #find} is empty
   */
  public InputStream open(Ref<Attachment> ref) throws IOException {
    Attachment file = get(ref);
    return new Verified(
        module().store().read(space, Objects.requireNonNull(file.raw(Attachment.CONTENT))),
        ref.toString(),
        Objects.requireNonNull(file.raw(Attachment.SIZE)),
        Objects.requireNonNull(file.raw(Attachment.SHA_256)));
  }

  /** Calls a file something else. */
  public Attachment rename(Attachment file, String name) {
    get(file.ref());
    return records().update(file, d -> d.set(Attachment.NAME, name));
  }

  /** Puts a file into the bin; its content stays until it is purged. */
  public Attachment delete(Attachment file) {
    get(file.ref());
    return records().delete(file);
  }

  /**
   * Takes a file out of the bin.
   *
   * @throws NotFoundException where it or what it hangs on is out of sight
   */
  public Attachment restore(Attachment file) {
    if (!hangsInSight(file)) {
      throw NotFoundException.record(file.ref());
    }
    return records().restore(file);
  }

  /** Destroys a file; its content goes with the next run of the job {@code attachments.orphans}. */
  public void purge(Attachment file) {
    if (!hangsInSight(file)) {
      throw NotFoundException.record(file.ref());
    }
    records().purge(file);
  }
}

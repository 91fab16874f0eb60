package io.crmkit.attachment;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.work.Jobs;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attachments, their content among the records. */
class AttachmentTest extends CrmTest {
  final TestPolicy policy = new TestPolicy();
  Customer acme;
  Opportunity deal;

  AttachmentStore store() {
    return AttachmentStore.inRecords();
  }

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .policy(policy)
        .attachments(store())
        .attachments(
            new AttachmentLimits(1_000_000, Set.of("text/plain", "image/*", "application/pdf")));
  }

  @BeforeEach
  void aCustomerWithADeal() {
    acme = ada.customers().create(aCustomer());
    deal = ada.pipeline().open(acme, aDeal("Seats"));
  }

  private static InputStream bytes(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  private static InputStream bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private Attachment attach(String name, String text) throws IOException {
    return ada.attachments().attach(deal.ref(), name, "text/plain; charset=utf-8", bytes(text));
  }

  private static String read(Session session, Attachment file) throws IOException {
    try (InputStream in = session.attachments().open(file.ref())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** How many contents the job finds, a day later, that nothing refers to. */
  private int orphans() throws IOException {
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    int runs = 0;
    try {
      for (Jobs.Run run : crm.jobs().runDue()) {
        if (run.job().equals("attachments.orphans")) {
          assertTrue(run.failed().isEmpty(), () -> String.valueOf(run.failed()));
          runs = run.done();
        }
      }
    } finally {
      clock.advance(Duration.ofDays(-1).minusSeconds(1));
    }
    return runs;
  }

  @Test
  void a_file_is_attached_to_any_record_and_read_again() throws IOException {
    Attachment offer = attach("offer.txt", "Dear Eva");
    assertEquals("text/plain", offer.get(Attachment.MEDIA_TYPE));
    assertEquals(8L, offer.get(Attachment.SIZE));
    assertEquals(64, offer.require(Attachment.SHA_256).length());
    assertEquals(acme.ref(), offer.get(Attachment.CUSTOMER));
    assertEquals("Dear Eva", read(ada, offer));
    assertEquals(List.of(offer), ada.attachments().of(deal.ref()));
    assertEquals(List.of(), ada.attachments().of(acme.ref()));
    Attachment renamed = ada.attachments().rename(offer, "letter.txt");
    Attachment deleted = ada.attachments().delete(renamed);
    assertThrows(NotFoundException.class, () -> read(ada, offer));
    ada.attachments().restore(deleted);
    assertEquals("Dear Eva", read(ada, offer));
  }

  @Test
  void content_of_every_length_comes_out_as_it_went_in() throws IOException {
    Random random = new Random(1);
    for (int size : new int[] {0, 1, 196_607, 196_608, 196_609, 500_000}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      Attachment file =
          ada.attachments().attach(acme.ref(), "f" + size, "image/png", bytes(content));
      try (InputStream in = ada.attachments().open(file.ref())) {
        assertArrayEquals(content, in.readAllBytes());
      }
    }
  }

  @Test
  void a_file_too_great_or_of_another_type_is_refused_and_leaves_nothing() throws IOException {
    byte[] great = new byte[1_000_001];
    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class,
            () -> ada.attachments().attach(acme.ref(), "a", "text/plain", bytes(great)));
    assertEquals("attachment.too_great", refused.code());
    assertThrows(
        InvalidRequestException.class,
        () -> ada.attachments().attach(acme.ref(), "a", "text/html", bytes("<script>")));
    assertEquals(0, orphans());
    assertEquals(List.of(), ada.attachments().of(acme.ref()));
  }

  @Test
  void a_file_name_leads_nowhere() {
    for (String name : List.of("../../etc/passwd", "a\\b", "..", "a\nb")) {
      assertThrows(
          ValidationException.class,
          () -> ada.attachments().attach(acme.ref(), name, "text/plain", bytes("x")),
          name);
    }
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws IOException {
    InputStream broken =
        new InputStream() {
          private int left = 400_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the line went dead");
            }
            return 7;
          }
        };
    assertThrows(
        IOException.class, () -> ada.attachments().attach(acme.ref(), "a", "text/plain", broken));
    assertEquals(List.of(), ada.attachments().of(acme.ref()));
    assertEquals(0, orphans());
  }

  @Test
  void content_of_purged_files_and_of_dead_uploads_is_cleaned_up_after_a_day() throws IOException {
    Attachment kept = attach("kept.txt", "kept");
    Attachment binned = ada.attachments().delete(attach("binned.txt", "binned"));
    Attachment purged = attach("purged.txt", "purged");
    ada.attachments().purge(purged);
    ada.run(
        work -> {
          try {
            store().write(work.workspace(), work.workspace().nextId(), bytes("dead"));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    crm.jobs().runDue();
    assertEquals("kept", read(ada, kept));
    assertEquals(2, orphans());
    assertEquals(0, orphans());
    assertEquals("kept", read(ada, kept));
    assertEquals("binned", read(ada, ada.attachments().restore(binned)));
  }

  @Test
  void a_file_is_seen_by_those_alone_who_see_what_it_hangs_on() throws IOException {
    Attachment offer = attach("offer.txt", "Dear Eva");
    assertEquals("Dear Eva", read(bob, offer));
    policy.limit("bob", Opportunity.TYPE, Opportunity.TITLE.isNot("Seats"));
    assertThrows(NotFoundException.class, () -> read(bob, offer));
    assertThrows(NotFoundException.class, () -> bob.attachments().get(offer.ref()));
    assertThrows(NotFoundException.class, () -> bob.attachments().delete(offer));
    assertThrows(NotFoundException.class, () -> bob.attachments().rename(offer, "x"));
    assertEquals(List.of(), bob.attachments().of(deal.ref()));
    assertThrows(
        NotFoundException.class,
        () -> bob.attachments().attach(deal.ref(), "a", "text/plain", bytes("x")));
    ada.opportunities().delete(deal);
    assertThrows(NotFoundException.class, () -> read(ada, offer));
  }

  @Test
  void to_see_the_record_is_not_enough_without_the_right_to_attachments() throws IOException {
    Attachment offer = attach("offer.txt", "Dear Eva");
    policy.deny("bob", Attachment.TYPE, Operation.READ);
    assertThrows(AccessDeniedException.class, () -> read(bob, offer));
    policy.deny("carl", Attachment.TYPE, Operation.CREATE);
    assertThrows(
        AccessDeniedException.class,
        () ->
            crm.as("carl")
                .attachments()
                .attach(deal.ref(), "a", "text/plain", bytes("never read")));
    assertEquals(0, orphans());
  }

  @Test
  void files_of_another_tenant_are_absent() throws IOException {
    Attachment offer = attach("offer.txt", "Dear Eva");
    Session other = crm.as("other", "ada");
    assertThrows(NotFoundException.class, () -> read(other, offer));
  }

  @Test
  void a_file_belongs_to_the_unit_of_work_it_is_attached_in() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  try {
                    work.attachments().attach(acme.ref(), "a", "text/plain", bytes("x"));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                  throw new IllegalStateException("thought better of it");
                }));
    assertEquals(List.of(), ada.attachments().of(acme.ref()));
  }

  @Test
  void a_file_goes_into_the_bin_with_its_customer_and_comes_back() throws IOException {
    Attachment photo = ada.attachments().attach(acme.ref(), "p", "image/png", bytes("x"));
    Customer deleted = ada.customers().delete(acme);
    assertThrows(NotFoundException.class, () -> ada.attachments().get(photo.ref()));
    ada.customers().restore(deleted);
    assertEquals("x", read(ada, photo));
  }
}

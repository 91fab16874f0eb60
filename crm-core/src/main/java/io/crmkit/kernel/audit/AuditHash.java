package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The running hash over audited facts:
 *
 * <pre>h(n) = SHA-256(domain ‖ tenant ‖ n ‖ canonical(fact) ‖ h(n-1)), h(0) = 32 zero bytes</pre>
 *
 * <p>The canonical form is made of what the store keeps, field by field in text form: its type,
 * identity and version, then name and text of every field that has a value. Texts are UTF-8 behind
 * their length in four bytes. A value that is kept encrypted is hashed encrypted, so the chain
 * stays good when the key is destroyed; a field added to the type later changes no older hash.
 *
 * <p>Not thread-safe.
 */
public final class AuditHash {
  /** The keyed hash of seals. */
  static final String MAC = "HmacSHA256";

  private static final String DOMAIN = "crmkit.audit.1";
  private static final String SEAL_DOMAIN = "crmkit.audit.seal.1";

  private final byte[] tenant;
  private final MessageDigest digest = sha256();
  private byte[] head;
  private long n;

  private AuditHash(String tenant, long n, byte[] head) {
    this.tenant = tenant.getBytes(StandardCharsets.UTF_8);
    this.n = n;
    this.head = head;
  }

  /** Before the first fact of a tenant. */
  public static AuditHash begin(String tenant) {
    return new AuditHash(tenant, 0, new byte[32]);
  }

  /** Behind {@code n} facts with this hash. */
  public static AuditHash resume(String tenant, long n, String head) {
    return new AuditHash(tenant, n, HexFormat.of().parseHex(head));
  }

  /** Goes on by one fact and gives the new hash. */
  public byte[] add(Row fact) {
    n++;
    byte[] canonical = canonical(fact);
    digest.update(framed(DOMAIN.getBytes(StandardCharsets.UTF_8)));
    digest.update(framed(tenant));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(n).flip());
    digest.update(framed(canonical));
    digest.update(head);
    head = digest.digest();
    return head.clone();
  }

  /** How many facts there were. */
  public long count() {
    return n;
  }

  /** The hash of the last of them, hexadecimal. */
  public String head() {
    return HexFormat.of().formatHex(head);
  }

  /**
   * The keyed hash over a seal, hexadecimal.
   *
   * @param before the keyed hash of the seal before, or its head where it has none; empty for the
   *     first
   */
  public static String mac(SecretKey key, String tenant, AuditSeal seal, String before) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, SEAL_DOMAIN);
    text(out, tenant);
    Row row = seal.snapshot().stored();
    for (Field<AuditSeal, ?> field : AuditSeal.TYPE.slots()) {
      if (!field.equals(AuditSeal.MAC)) {
        value(out, field, row);
      }
    }
    text(out, before);
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(out.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(MAC + " does not work on this Java platform", e);
    }
  }

  /** The canonical form of a fact, as it is hashed. */
  public static byte[] canonical(Row fact) {
    return canonical(fact, fact.type());
  }

  private static <E extends Entity<E>> byte[] canonical(Row fact, EntityType<E> type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    text(out, type.name());
    text(out, fact.ref().id().toString());
    text(out, Long.toString(fact.version()));
    for (Field<E, ?> field : type.slots()) {
      value(out, field, fact);
    }
    return out.toByteArray();
  }

  private static <T> void value(ByteArrayOutputStream out, Field<?, T> field, Row row) {
    @Nullable T value = field.of(row);
    if (value != null) {
      text(out, field.name());
      text(out, field.kind().format(value));
    }
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(framed(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] framed(byte[] bytes) {
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
    }
  }
}

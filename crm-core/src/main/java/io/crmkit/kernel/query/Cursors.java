package io.crmkit.kernel.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.store.Keyset;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns the place where a page ends into a token that a client hands back for the next page.
 *
 * <p>A token is encrypted and bound: it tells nothing of the values in it, and opens only where the
 * same secret, type, orders and context are given. It is made of letters, digits, {@code -} and
 * {@code _}, does not expire, and needs no memory on the side of the library.
 *
 * <p>Thread-safe as far as the source of randomness is.
 */
public final class Cursors {
  /** The least number of bytes in a secret. */
  public static final int MIN_SECRET = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int MAX_TOKEN = 1 << 17;
  private static final int MISSING = -1;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  /** To find a cipher takes longer than to use it, so one waits here for whoever comes next. */
  private final AtomicReference<@Nullable Cipher> spare = new AtomicReference<>();

  private Cursors(SecretKeySpec key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  /**
   * Cursors that only cursors of the same secret can open.
   *
   * @param secret at least {@value #MIN_SECRET} unguessable bytes, the same on every node that
   *     serves the same clients; another secret ends every page begun before. A key for this use
   *     alone is derived from it, so it may serve other uses as well
   * @param random makes nonces: unpredictable, never in the same state twice, thread-safe; a {@link
   *     java.security.SecureRandom} outside of tests
   * @throws IllegalArgumentException where the secret is too short
   */
  public static Cursors of(byte[] secret, RandomGenerator random) {
    if (secret.length < MIN_SECRET) {
      throw new IllegalArgumentException(
          "a secret of " + secret.length + " bytes is too short; give at least " + MIN_SECRET);
    }
    return new Cursors(derive(secret), random);
  }

  /**
   * A context that ties tokens to a query and to whoever asks it; type and orders are bound anyway.
   *
   * @param condition the condition as asked for, before it is narrowed to what an actor may see
   * @param who for whom the query runs: the tenant, the actor and, so that a change of rights ends
   *     pages begun before, the version of the actor's rights
   * @return a short text; another one for any other condition or person
   */
  public static <E extends Entity<E>> String context(Condition<E> condition, String... who) {
    Object tree = new ConditionWriter(new Problems()).tree(condition, "", 1);
    return Fingerprint.of(List.of(tree, List.of(who)));
  }

  /**
   * The token of a place.
   *
   * @param orders the keys sorted by, one per value of the place
   * @param context what the token is bound to besides type and orders, see {@link #context}
   */
  public <E extends Entity<E>> String seal(Keyset place, List<Order<E>> orders, String context) {
    if (place.values().size() != orders.size()) {
      throw new IllegalArgumentException(
          place.values().size() + " values for " + orders.size() + " keys; give one per key");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = encode(place, orders);
    byte[] token = new byte[1 + NONCE_BYTES + plain.length + TAG_BYTES];
    ByteBuffer out = ByteBuffer.wrap(token).put(VERSION).put(nonce);
    try {
      String bound = bound(place.ref().type(), orders, context);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, bound);
      cipher.doFinal(plain, 0, plain.length, token, out.position());
      spare.set(cipher);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work on this Java platform", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The place that a token stands for.
   *
   * @param type the type of the records listed
   * @param orders the keys sorted by
   * @param context what the token was bound to
   * @throws InvalidRequestException where the token was not sealed with this secret, type, orders
   *     and context; the message is the same whatever is wrong
   */
  public <E extends Entity<E>> Keyset open(
      String token, EntityType<E> type, List<Order<E>> orders, String context) {
    try {
      byte[] sealed = bytes(token);
      int head = 1 + NONCE_BYTES;
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed, 1, bound(type, orders, context));
      byte[] plain = cipher.doFinal(sealed, head, sealed.length - head);
      spare.set(cipher);
      return decode(ByteBuffer.wrap(plain), type, orders);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | BufferUnderflowException
        | Refused bad) {
      throw new InvalidRequestException("request.cursor");
    }
  }

  /** The bytes of a token, which must be written in exactly the one way that {@link #seal} has. */
  private static byte[] bytes(String token) {
    if (token.length() > MAX_TOKEN) {
      throw new IllegalArgumentException("too long");
    }
    byte[] sealed = Base64.getUrlDecoder().decode(token);
    boolean whole = sealed.length >= 1 + NONCE_BYTES + TAG_BYTES && sealed[0] == VERSION;
    if (!whole || !Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(token)) {
      throw new IllegalArgumentException("malformed");
    }
    return sealed;
  }

  private static <E extends Entity<E>> String bound(
      EntityType<?> type, List<Order<E>> orders, String context) {
    return VERSION + " " + type + ' ' + OrderText.write(orders) + '\n' + context;
  }

  private Cipher cipher(int mode, byte[] nonce, int from, String bound)
      throws GeneralSecurityException {
    Cipher waiting = spare.getAndSet(null);
    Cipher cipher = waiting == null ? Cipher.getInstance("AES/GCM/NoPadding") : waiting;
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce, from, NONCE_BYTES));
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static <E extends Entity<E>> byte[] encode(Keyset place, List<Order<E>> orders) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < orders.size(); i++) {
      byte[] text = format(orders.get(i).expr().kind(), place.values().get(i));
      out.writeBytes(ints(text == null ? MISSING : text.length));
      out.writeBytes(text == null ? new byte[0] : text);
    }
    ByteBuffer ref = ByteBuffer.allocate(16).putLong(place.ref().high()).putLong(place.ref().low());
    out.writeBytes(ref.array());
    return out.toByteArray();
  }

  private static byte[] ints(int length) {
    return ByteBuffer.allocate(4).putInt(length).array();
  }

  @SuppressWarnings("unchecked") // the value was read with an expression of this kind
  private static <T> byte @Nullable [] format(Kind<T> kind, @Nullable Object value) {
    return value == null ? null : kind.format((T) value).getBytes(StandardCharsets.UTF_8);
  }

  private static <E extends Entity<E>> Keyset decode(
      ByteBuffer in, EntityType<E> type, List<Order<E>> orders) {
    List<@Nullable Object> values = new ArrayList<>(orders.size());
    for (Order<E> order : orders) {
      int length = in.getInt();
      if (length == MISSING) {
        values.add(null);
      } else {
        byte[] text = new byte[Math.min(length, in.remaining() + 1)];
        in.get(text);
        values.add(order.expr().kind().parse(new String(text, StandardCharsets.UTF_8)));
      }
    }
    Keyset place = new Keyset(values, type.ref(in.getLong(), in.getLong()));
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("more values than keys");
    }
    return place;
  }

  /** One step of HKDF-SHA-256 (RFC 5869) with a label of its own. */
  private static SecretKeySpec derive(byte[] secret) {
    byte[] extracted = hmac(new byte[32], secret);
    byte[] label = "crmkit page cursor 1\u0001".getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(hmac(extracted, label), "AES");
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 does not work on this Java platform", e);
    }
  }
}

package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The facts that a seal names, in order: of each the type, the identity and the first eight bytes
 * of its hash, by which verification finds the very fact that was tampered with. Kept as base 64,
 * 25 bytes per fact.
 */
public final class SealedFacts {
  /** The types that are sealed; the place in the list is kept, so new ones go to the end. */
  public static final List<EntityType<?>> TYPES = List.of(AuditEntry.TYPE, AccessEntry.TYPE);

  private static final int MARK = 8;
  private static final int BYTES = 1 + 2 * Long.BYTES + MARK;

  /**
   * One fact.
   *
   * @param ref which
   * @param mark the beginning of its hash
   */
  public record Fact(Ref<?> ref, long mark) {
    /** The fact with this hash. */
    public static Fact of(Ref<?> ref, byte[] hash) {
      return new Fact(ref, ByteBuffer.wrap(hash).getLong());
    }

    /** True where the fact had this hash when it was sealed. */
    public boolean has(byte[] hash) {
      return ByteBuffer.wrap(hash).getLong() == mark;
    }
  }

  private SealedFacts() {}

  /** The text form. */
  public static String format(List<Fact> facts) {
    ByteBuffer out = ByteBuffer.allocate(BYTES * facts.size());
    for (Fact fact : facts) {
      out.put((byte) TYPES.indexOf(fact.ref().type()));
      out.putLong(fact.ref().high()).putLong(fact.ref().low()).putLong(fact.mark());
    }
    return Base64.getEncoder().encodeToString(out.array());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static List<Fact> parse(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    List<Fact> facts = new ArrayList<>(bytes.length / BYTES);
    try {
      for (ByteBuffer in = ByteBuffer.wrap(bytes); in.hasRemaining(); ) {
        EntityType<?> type = TYPES.get(in.get());
        facts.add(new Fact(type.ref(in.getLong(), in.getLong()), in.getLong()));
      }
    } catch (IndexOutOfBoundsException | BufferUnderflowException bad) {
      throw new IllegalArgumentException("no sealed facts: " + Arrays.hashCode(bytes), bad);
    }
    return facts;
  }
}

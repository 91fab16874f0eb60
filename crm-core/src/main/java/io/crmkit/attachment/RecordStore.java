package io.crmkit.attachment;

import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Content in pieces among the records, each piece in a unit of work of its own. */
final class RecordStore implements AttachmentStore {
  /** A multiple of 3, so that Base64 needs no filling. */
  private static final int PIECE = 3 * 64 * 1024;

  private static final int AT_ONCE = 50;

  private static Records<AttachmentChunk> chunks(Workspace space) {
    return space.own(AttachmentChunk.DEF, AttachmentChunk.TYPE);
  }

  @Override
  public void write(Workspace space, UUID content, InputStream in) throws IOException {
    boolean whole = false;
    try {
      byte[] piece = in.readNBytes(PIECE);
      for (long position = 0; piece.length > 0; position++) {
        put(space, content, position, piece);
        piece = in.readNBytes(PIECE);
      }
      whole = true;
    } finally {
      if (!whole) {
        delete(space, content);
      }
    }
  }

  private static void put(Workspace space, UUID content, long position, byte[] piece) {
    String data = Base64.getEncoder().encodeToString(piece);
    chunks(space)
        .create(
            d ->
                d.unlock(AttachmentChunk.DEF)
                    .set(AttachmentChunk.CONTENT, content.toString())
                    .set(AttachmentChunk.POSITION, position)
                    .set(AttachmentChunk.DATA, data));
  }

  @Override
  public InputStream read(Workspace space, UUID content) {
    return new Pieces(space, content);
  }

  @Override
  public void delete(Workspace space, UUID content) {
    while (true) {
      List<AttachmentChunk> some =
          chunks(space)
              .where(AttachmentChunk.CONTENT.is(content.toString()))
              .orderBy(AttachmentChunk.POSITION.desc()) // by the first one the job finds the rest
              .limit(AT_ONCE)
              .list();
      if (some.isEmpty()) {
        return;
      }
      space.run(work -> some.forEach(chunk -> chunks(work).purge(chunk)));
    }
  }

  @Override
  public List<UUID> begunBefore(Workspace space, Instant moment, UUID after, int limit) {
    return chunks(space)
        .where(
            AttachmentChunk.POSITION.is(0L),
            AttachmentChunk.CONTENT.moreThan(after.toString()),
            AttachmentChunk.TYPE.createdAt().lessThan(moment))
        .orderBy(AttachmentChunk.CONTENT.asc())
        .limit(limit)
        .list()
        .stream()
        .map(chunk -> UUID.fromString(chunk.require(AttachmentChunk.CONTENT)))
        .toList();
  }

  /** Reads one piece after the other. */
  private static final class Pieces extends InputStream {
    private final Workspace space;
    private final UUID content;
    private byte[] piece = new byte[0];
    private int at;
    private long next;

    Pieces(Workspace space, UUID content) {
      this.space = space;
      this.content = content;
    }

    private boolean more() {
      if (at == piece.length && next >= 0) {
        piece =
            chunks(space)
                .where(
                    AttachmentChunk.CONTENT.is(content.toString()),
                    AttachmentChunk.POSITION.is(next))
                .first()
                .map(chunk -> Base64.getDecoder().decode(chunk.require(AttachmentChunk.DATA)))
                .orElse(new byte[0]);
        at = 0;
        next = piece.length == 0 ? -1 : next + 1;
      }
      return at < piece.length;
    }

    @Override
    public int read() {
      return more() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int taken = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, target, from, taken);
      at += taken;
      return taken;
    }
  }
}

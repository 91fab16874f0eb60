package io.crmkit.attachment;

import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Content in files: {@code folder/tenant/two last digits/name}. A file is written beside its place
 * and moved there when it is whole, so nobody sees a half of one.
 */
final class FolderStore implements AttachmentStore {
  private static final String PART = ".part";

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void write(Workspace space, UUID content, InputStream in) throws IOException {
    Path place = place(space, content);
    Path part = place.resolveSibling(content + PART);
    Files.createDirectories(place.getParent());
    try {
      Files.copy(in, part);
      Files.setLastModifiedTime(part, FileTime.from(space.now()));
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public InputStream read(Workspace space, UUID content) throws IOException {
    return Files.newInputStream(place(space, content));
  }

  @Override
  public void delete(Workspace space, UUID content) throws IOException {
    Path place = place(space, content);
    Files.deleteIfExists(place);
    Files.deleteIfExists(place.resolveSibling(content + PART));
  }

  @Override
  public List<UUID> begunBefore(Workspace space, Instant moment, UUID after, int limit)
      throws IOException {
    Path tenant = tenant(space);
    if (!Files.isDirectory(tenant)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(tenant, 2)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isOlder(file, moment))
          .map(file -> file.getFileName().toString().replace(PART, ""))
          .distinct()
          .filter(name -> name.compareTo(after.toString()) > 0)
          .sorted()
          .limit(limit)
          .map(UUID::fromString)
          .toList();
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The name of a tenant may have characters that a file system does not take. */
  private Path tenant(Workspace space) {
    byte[] name = space.context().tenant().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(HexFormat.of().formatHex(name));
  }

  private Path place(Workspace space, UUID content) {
    String name = content.toString();
    return tenant(space).resolve(name.substring(name.length() - 2)).resolve(name);
  }
}

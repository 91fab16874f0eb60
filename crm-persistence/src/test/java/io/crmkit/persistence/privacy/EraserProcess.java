package io.crmkit.persistence.privacy;

import io.crmkit.Crm;
import io.crmkit.activity.Interaction;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.persistence.SqlStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A process of its own that erases a person of whom a file of H2 knows much, until it is killed,
 * and says on its standard output of which record it is erasing what is said.
 */
final class EraserProcess {
  /** So many records are about the person: several units of work erase them. */
  static final int RECORDS = 350;

  private EraserProcess() {}

  /** How it is started. */
  static List<String> command(Path file, Ref<Contact> person) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        EraserProcess.class.getName(),
        file.toString(),
        person.id().toString());
  }

  /** Writes a person of whom much is known. */
  static Ref<Contact> enter(Crm crm) {
    Ref<Contact> eva = Canary.enter(crm.as("ada"));
    crm.as("ada")
        .run(
            work -> {
              for (int i = 0; i < RECORDS; i++) {
                String text = Canary.PERSON + ' ' + i;
                work.activities()
                    .interactions()
                    .create(
                        d ->
                            Interaction.ABOUT.set(
                                d.set(Interaction.SUBJECT, text)
                                    .set(Interaction.TEXT, text)
                                    .set(Interaction.KIND, Interaction.Kind.CALL)
                                    .set(Interaction.AT, work.workspace().now()),
                                eva));
              }
            });
    return eva;
  }

  /**
   * Erases.
   *
   * @param arguments the file and the identity of the person
   */
  public static void main(String[] arguments) throws InterruptedException {
    Crm crm = Canary.crm(SqlStore.open(Path.of(arguments[0])), new Told());
    crm.as("ada").privacy().erase(Contact.TYPE.ref(UUID.fromString(arguments[1])), "request");
    Thread.sleep(Long.MAX_VALUE);
  }

  /** Hears of every record that is erased. */
  private static final class Told implements CrmModule, PersonalStore {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    @Override
    public String name() {
      return "told";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of();
    }

    @Override
    public void register(Hooks hooks) {
      hooks.personal(this);
    }

    @Override
    public int erase(Workspace space, Ref<?> record, Predicate<Entity<?>> kept) {
      try {
        out.write((record + "\n").getBytes(StandardCharsets.US_ASCII));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return 0;
    }

    @Override
    public List<Json> report(Workspace space, Ref<?> record) {
      return List.of();
    }
  }
}

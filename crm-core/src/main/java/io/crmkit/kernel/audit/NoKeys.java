package io.crmkit.kernel.audit;

import java.util.Optional;
import javax.crypto.SecretKey;

/** No key at all. */
enum NoKeys implements AuditKeys {
  INSTANCE;

  @Override
  public Optional<String> current() {
    return Optional.empty();
  }

  @Override
  public Optional<SecretKey> key(String name) {
    return Optional.empty();
  }
}

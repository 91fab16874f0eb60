package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.secret.Rotation;

/** The keys that a tenant's encrypted values are kept with. Thread-safe. */
public final class Keys {
  private final Rotation rotation;

  Keys(Rotation rotation) {
    this.rotation = rotation;
  }

  /** Exchanges the key of the one tenant of a simple installation, see {@link #rotate(String)}. */
  public void rotate() {
    rotate(CallContext.DEFAULT_TENANT);
  }

  /**
   * Makes another key for a tenant. It encrypts from {@link io.crmkit.kernel.secret.Vault#SPREAD}
   * on, when every node knows it; the job {@code keys.rotation} then encrypts anew what there is
   * and in the end destroys the older key. What is encrypted stays readable all the while. The
   * host's ring wraps all keys of the tenant anew, so an older key of the host is not needed any
   * more.
   *
   * @throws io.crmkit.kernel.secret.KeyException where the host has given no keys
   */
  public void rotate(String tenant) {
    rotation.begin(tenant);
  }

  /** Encrypts anew what older keys have encrypted. */
  static Job job(Rotation rotation) {
    return new Job() {
      @Override
      public String name() {
        return "keys.rotation";
      }

      @Override
      public int runDue(Workspace space) {
        return rotation.run(space.context().tenant(), space.layout());
      }
    };
  }
}

package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Code;
import java.util.List;

/**
 * A code table that the host keeps. It is asked together with the rest of a tenant's layout: at the
 * most once a minute per tenant and node, and at once after an administrator has changed the layout
 * on that node. So a code that the host adds is good a minute later at the latest. Where the host
 * fails to answer, the codes it gave last stay in force; where it never gave any, the call that
 * needed them fails.
 *
 * <p>Called from any thread, possibly several at once.
 */
public interface CodeSource {
  /**
   * The name of the table. It takes the place of one of that name that a module brings, such as
   * {@code industry} or {@code region}, with all its codes and what tenants say of them; codes that
   * the library itself gives, such as {@code subsidiary} of {@code customer_relation}, must then be
   * among the host's. Only one source of a name is mounted.
   */
  String table();

  /** The codes of a tenant, in order, each once. */
  List<Code> codes(String tenant);
}

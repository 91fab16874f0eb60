package io.crmkit.tenant;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.CrmBuilder;
import io.crmkit.testing.CrmTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tenants are the host's business, whatever roles say. */
class TenantRolesTest extends CrmTest {
  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  private static void assertTenant(String name, Tenant.State state, Tenant tenant) {
    assertEquals(name, tenant.get(Tenant.NAME));
    assertEquals(state, tenant.get(Tenant.STATE));
  }

  @Test
  void the_host_is_told_what_became_of_a_tenant() {
    assertTenant("acme", Tenant.State.ACTIVE, crm.tenants().create("acme"));
    assertTenant("acme", Tenant.State.SUSPENDED, crm.tenants().suspend("acme"));
    assertTenant("acme", Tenant.State.ACTIVE, crm.tenants().resume("acme"));
  }

  @Test
  void a_tenant_moves_where_roles_are_in_force() throws IOException {
    crm.as("acme", "ada").customers().create(aCustomer());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    crm.tenants().exportTo("acme", file);
    crm.tenants().importFrom("moved", new ByteArrayInputStream(file.toByteArray()));
    assertEquals(
        Optional.of(Tenant.State.ACTIVE),
        crm.tenants().find("moved").map(tenant -> tenant.get(Tenant.STATE)));
    assertEquals(1, crm.as("moved", "ada").customers().query().count());
  }
}

package io.crmkit.persistence.privacy;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;

@On(Database.H2)
class H2DeletedTenantTest extends DeletedTenantRows {}

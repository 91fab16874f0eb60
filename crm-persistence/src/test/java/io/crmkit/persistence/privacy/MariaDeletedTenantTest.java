package io.crmkit.persistence.privacy;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;

@On(Database.MARIADB)
class MariaDeletedTenantTest extends DeletedTenantRows {}

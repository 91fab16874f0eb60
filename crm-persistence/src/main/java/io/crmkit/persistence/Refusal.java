package io.crmkit.persistence;

import io.crmkit.kernel.error.CrmException;

/**
 * Why the database refused a unit of work.
 *
 * @param error what to tell the caller
 * @param passes the same unit, begun anew, may succeed
 */
record Refusal(CrmException error, boolean passes) {}

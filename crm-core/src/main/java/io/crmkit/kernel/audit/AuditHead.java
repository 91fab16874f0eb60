package io.crmkit.kernel.audit;

import java.time.Instant;

/**
 * How far the audit of a tenant is sealed.
 *
 * @param tenant whose audit
 * @param seal the number of the last seal
 * @param sealed how many facts are sealed
 * @param hash the hash over all of them, hexadecimal
 * @param at when the last seal was made
 */
public record AuditHead(String tenant, long seal, long sealed, String hash, Instant at) {}

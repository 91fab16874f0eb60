package io.crmkit.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One of {@code from} was worth {@code rate} of {@code to}.
 *
 * @param from an ISO 4217 code
 * @param to an ISO 4217 code
 * @param day when
 * @param rate more than zero
 */
public record Rate(String from, String to, LocalDate day, BigDecimal rate) {}

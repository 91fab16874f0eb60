package io.crmkit.currency;

import io.crmkit.kernel.value.Money;
import java.time.LocalDate;

/**
 * An amount and the day whose rate it is converted at.
 *
 * @param amount the amount
 * @param day the day
 */
public record DatedMoney(Money amount, LocalDate day) {}

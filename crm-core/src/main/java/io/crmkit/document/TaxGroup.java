package io.crmkit.document;

import io.crmkit.kernel.value.Money;

/**
 * All in a document that bears the same tax.
 *
 * @param tax category and rate
 * @param taxable the amount it is taken from
 * @param amount the tax
 */
public record TaxGroup(Tax tax, Money taxable, Money amount) {}

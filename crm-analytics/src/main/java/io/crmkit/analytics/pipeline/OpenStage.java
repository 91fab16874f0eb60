package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import java.math.BigDecimal;

/**
 * The open deals of one stage and what may be expected of them.
 *
 * @param code the code of the stage
 * @param name the name that people read
 * @param probability how likely a deal in this stage is won by the definition of the pipeline, 0 to
 *     1; single deals may have one of their own
 * @param deals how many there are and what they are worth: the sum of their amounts and, where
 *     asked for, of the estimates of deals without an amount
 * @param estimated how many of them were counted with an estimate, and the part of the sum that is
 *     estimated
 * @param unvalued how many of them have neither an amount nor an estimate, and so add nothing
 * @param weighted the sum of each amount or estimate times the deal's own probability, that of the
 *     stage where the deal has none; exact, then rounded once, half up to 8 decimals
 */
public record OpenStage(
    String code,
    String name,
    BigDecimal probability,
    Tally deals,
    Tally estimated,
    long unvalued,
    MoneyBag weighted) {}

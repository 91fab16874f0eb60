package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.Tally;
import io.crmkit.sales.StageCategory;

/**
 * The deals that are in one stage now.
 *
 * @param code the code of the stage
 * @param name the name that people read
 * @param category what the stage means
 * @param tally how many deals there are and the sum of their amounts
 */
public record StageTally(String code, String name, StageCategory category, Tally tally) {}

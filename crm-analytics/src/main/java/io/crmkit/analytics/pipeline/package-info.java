/**
 * Figures of sales pipelines: deals by stage and by any other criterion, win rates, the weighted
 * open pipeline, funnels and times from the history of stages.
 *
 * <p>Everything is read through a workspace in somebody's name: deals, facts and referred records
 * that the actor may not see do not count, and a figure of a field that they may not read is
 * refused. Deleted deals never count.
 */
@NullMarked
package io.crmkit.analytics.pipeline;

import org.jspecify.annotations.NullMarked;

/**
 * Shows the figures of a sales pipeline: on a console, as a JSON file and as one HTML page.
 *
 * <p>The three reports draw on the same {@link io.crmkit.examples.report.PipelineFigures} and
 * compute nothing but sums and shares, so they cannot disagree.
 */
@NullMarked
package io.crmkit.examples.report;

import org.jspecify.annotations.NullMarked;

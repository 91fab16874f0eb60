/**
 * Charts as data, and a writer that draws them as SVG text.
 *
 * <p>A {@link io.crmkit.analytics.chart.Chart} is an immutable value: a title, labels, numbers and
 * the way its numbers are to be read. {@link io.crmkit.analytics.chart.Chart#svg()} draws it. The
 * drawing needs no window system, no fonts and no other library; the same chart and the same style
 * give the same characters on every machine and in every locale. It contains no ids, scripts or
 * references, so any number of drawings can stand in one HTML page.
 *
 * <pre>{@code
 * String svg = Chart.bars("Won by region")
 *     .category("Central", 3_346_293)
 *     .category("East", 3_090_594)
 *     .category("West", 3_568_647)
 *     .build()
 *     .svg();
 * }</pre>
 */
@NullMarked
package io.crmkit.analytics.chart;

import org.jspecify.annotations.NullMarked;

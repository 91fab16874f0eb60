/**
 * Brings a sales pipeline that was kept in four CSV files into a CRM, and reads the figures of a
 * report from it.
 */
@NullMarked
package io.crmkit.examples.pipeline;

import org.jspecify.annotations.NullMarked;

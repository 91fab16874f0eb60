package io.crmkit.service;

import java.time.Duration;

/**
 * How much working time a case has taken so far, by the calendar of its service level.
 *
 * @param response until the customer was answered first, or until now
 * @param resolution until it was resolved, or until now, the time after a reopening included
 * @param paused in which the clock stood still
 */
public record ServiceTimes(Duration response, Duration resolution, Duration paused) {}

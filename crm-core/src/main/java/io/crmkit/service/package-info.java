/** Customer service: cases, how they come in and are handled, service levels and escalation. */
@NullMarked
package io.crmkit.service;

import org.jspecify.annotations.NullMarked;

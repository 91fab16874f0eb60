/**
 * What happens once deals are won: they become orders, customers ask for help, and an open deal is
 * quoted. Everything is chosen from the data by fixed rules, so it is the same on every run.
 */
@NullMarked
package io.crmkit.examples.aftersale;

import org.jspecify.annotations.NullMarked;

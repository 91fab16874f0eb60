/** The sales pipeline: opportunities, the stages they pass and the facts about that. */
@NullMarked
package io.crmkit.sales;

import org.jspecify.annotations.NullMarked;

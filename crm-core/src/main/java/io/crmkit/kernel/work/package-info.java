/**
 * Units of work in somebody's name: the one way to write and the one way to read.
 *
 * <p>{@link io.crmkit.kernel.work.Workspace} is what features are built on. A session's workspace
 * makes each verb a transaction of its own; inside {@link io.crmkit.kernel.work.Workspace#call} all
 * verbs share one.
 */
@NullMarked
package io.crmkit.kernel.work;

import org.jspecify.annotations.NullMarked;

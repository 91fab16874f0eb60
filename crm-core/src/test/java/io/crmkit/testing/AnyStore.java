package io.crmkit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests whose CRMs are on {@link TestStores}: they run in memory, and once more on each database.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("any-store")
@net.jqwik.api.Tag("any-store")
@ExtendWith(AnyStore.Wanted.class)
@AddLifecycleHook(AnyStore.Wanted.class)
@AddLifecycleHook(AnyStore.Fewer.class)
public @interface AnyStore {
  /** Skips where the run leaves the database out. */
  final class Wanted implements ExecutionCondition, SkipExecutionHook {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return TestStores.leftOut()
          .map(ConditionEvaluationResult::disabled)
          .orElse(ConditionEvaluationResult.enabled("wanted"));
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return TestStores.leftOut().map(SkipResult::skip).orElse(SkipResult.doNotSkip());
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }
  }

  /** Runs the share of a law's tries that {@code -Dcrmkit.test.tries} says, in percent. */
  final class Fewer implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      int percent = Integer.getInteger("crmkit.test.tries", 100);
      int tries = context.attributes().tries().orElse(1000);
      context.attributes().setTries(Math.max(1, tries * percent / 100));
      return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }
  }
}

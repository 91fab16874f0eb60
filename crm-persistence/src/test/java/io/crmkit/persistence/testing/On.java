package io.crmkit.persistence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the tests of a class run on; they are skipped where the run leaves the database out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface On {
  /** The database. */
  Database value();

  /** How the store is wired with it. */
  Wiring wiring() default Wiring.OWN_POOL;

  /** Skips where the database is left out. */
  final class Wanted implements ExecutionCondition, SkipExecutionHook {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<Database> leftOut = leftOut(context.getTestClass());
      return leftOut.isPresent()
          ? ConditionEvaluationResult.disabled(leftOut.get().leftOut())
          : ConditionEvaluationResult.enabled("");
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return leftOut(context.optionalContainerClass())
          .map(database -> SkipResult.skip(database.leftOut()))
          .orElse(SkipResult.doNotSkip());
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }

    private static Optional<Database> leftOut(Optional<? extends Class<?>> test) {
      return test.map(type -> type.getAnnotation(On.class))
          .map(On::value)
          .filter(database -> !database.wanted());
    }
  }
}

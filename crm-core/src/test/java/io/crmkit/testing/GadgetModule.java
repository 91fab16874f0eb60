package io.crmkit.testing;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A feature of somebody else's, with hooks that a test gives it. */
public final class GadgetModule implements CrmModule {
  private final Consumer<Hooks> hooks;

  /** Without hooks. */
  public GadgetModule() {
    this(hooks -> {});
  }

  /** With hooks. */
  public GadgetModule(Consumer<Hooks> hooks) {
    this.hooks = hooks;
  }

  @Override
  public String name() {
    return "gadget";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Gadget.TYPE, Star.TYPE, Planet.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of("gadget_grade", List.of("I", "II"));
  }

  @Override
  public void register(Hooks registry) {
    hooks.accept(registry);
  }
}

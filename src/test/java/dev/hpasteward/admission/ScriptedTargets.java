package dev.hpasteward.admission;

import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workloads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Finds what a test tells it to. */
@Alternative
@ApplicationScoped
class ScriptedTargets {

  private final List<String> asked = new ArrayList<>();
  private Supplier<CompletionStage<Target>> script = ScriptedTargets::nothing;

  private static CompletionStage<Target> nothing() {
    return CompletableFuture.completedStage(new Target.NotLookedUp());
  }

  static Target.Found labelled(String serviceType) {
    return found(Map.of(StewardKeys.SERVICE_TYPE, serviceType));
  }

  static Target.Found found(Map<String, String> labels) {
    return new Target.Found(Workloads.named("egress", labels));
  }

  void reset() {
    asked.clear();
    script = ScriptedTargets::nothing;
  }

  void answer(Target target) {
    script = () -> CompletableFuture.completedStage(target);
  }

  void answer(Supplier<CompletionStage<Target>> newScript) {
    script = newScript;
  }

  /** What was asked for since the reset, as namespace and name. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  CompletionStage<Target> find(String namespace, TargetReference target) {
    asked.add(namespace + "/" + target.name());
    return script.get();
  }
}

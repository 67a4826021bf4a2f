package dev.hpasteward.cluster.survey;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A cluster that was seen, for tests; its namespaces say their mode by the label {@code mode}. */
public final class SeenCluster {

  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** The written strategy; every mode has a label. */
  public static final ScalingPolicy POLICY =
      StrategyPolicy.withModes(
          StrategyPolicy.policy(),
          new Modes(
              Stream.of(Mode.WARN, Mode.AUDIT, Mode.OFF)
                  .map(
                      mode ->
                          new Modes.Selected(
                              new LabelSelector(Map.of("mode", word(mode)), List.of()), mode))
                  .toList(),
              Mode.ENFORCE));

  private final ClusterState state = new ClusterState();

  private static String word(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  public ClusterState state() {
    return state;
  }

  public SeenCluster namespace(String name, Mode mode) {
    ObjectKey key = new ObjectKey("", name);
    state
        .namespaces()
        .put(new Seen<>(key, new NamespaceLabels(Map.of("mode", word(mode))), "1", false));
    return this;
  }

  /** The namespace waits for its content to go. */
  SeenCluster ending(String name) {
    ObjectKey key = new ObjectKey("", name);
    state.namespaces().put(new Seen<>(key, new NamespaceLabels(Map.of()), "1", true));
    return this;
  }

  public SeenCluster with(Workload... workloads) {
    for (Workload workload : workloads) {
      state.workloads().put(new Seen<>(key(workload.metadata()), workload, "1", false));
    }
    return this;
  }

  public SeenCluster with(Autoscaler... autoscalers) {
    for (Autoscaler autoscaler : autoscalers) {
      state.autoscalers().put(new Seen<>(key(autoscaler.metadata()), autoscaler, "1", false));
    }
    return this;
  }

  SeenCluster with(ScaledObject scaledObject) {
    state.scaledObjects().put(new Seen<>(scaledObject.key(), scaledObject, "1", false));
    return this;
  }

  /** Its deletion waits for finalizers. */
  SeenCluster ending(Workload workload) {
    state.workloads().put(new Seen<>(key(workload.metadata()), workload, "1", true));
    return this;
  }

  /** All namespaces that a survey shows. */
  public List<SurveyedNamespace> surveyed(ScalingPolicy policy) {
    List<SurveyedNamespace> namespaces = new ArrayList<>();
    new Survey(state, policy, true, NOW).walk(namespaces::add);
    return namespaces;
  }

  SurveyTotals totals() {
    return new Survey(state, POLICY, true, NOW).walk(namespace -> {});
  }

  /** Each object with what is found: {@code media audit sfu Deployment/a: rule=ACTION}. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    for (SurveyedNamespace namespace : surveyed(POLICY)) {
      for (SurveyedWorkload workload : namespace.workloads()) {
        for (SurveyedObject object : workload.objects()) {
          told.add(
              "%s %s %s %s/%s:%s"
                  .formatted(
                      namespace.name(),
                      word(namespace.mode()),
                      workload.serviceType().orElse("?"),
                      object.subject().kind().replaceAll("[a-z]", ""),
                      object.subject().metadata().name(),
                      String.join(
                          "",
                          object.findings().stream()
                              .map(
                                  finding ->
                                      " %s=%s%s"
                                          .formatted(
                                              finding.rule(),
                                              finding.action(),
                                              finding.exemption().isPresent() ? "(exempt)" : ""))
                              .toList())));
        }
      }
    }
    return told;
  }

  private static ObjectKey key(Metadata metadata) {
    return new ObjectKey(metadata.namespace(), metadata.name());
  }
}

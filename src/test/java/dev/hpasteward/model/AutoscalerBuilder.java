package dev.hpasteward.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An autoscaler in the making; every method gives a changed copy. */
public record AutoscalerBuilder(
    Metadata metadata,
    TargetReference target,
    OptionalInt min,
    OptionalInt max,
    List<Metric> entries,
    ScalingRules up,
    ScalingRules down) {

  public Autoscaler build() {
    return new Autoscaler(metadata, "autoscaling/v2", target, min, max, entries, up, down);
  }

  public AutoscalerBuilder unlabelled() {
    return metadata(Map.of(), metadata.annotations());
  }

  public AutoscalerBuilder label(String key, String value) {
    Map<String, String> labels = new HashMap<>(metadata.labels());
    labels.put(key, value);
    return metadata(labels, metadata.annotations());
  }

  public AutoscalerBuilder annotated(String key, String value) {
    Map<String, String> annotations = new HashMap<>(metadata.annotations());
    annotations.put(key, value);
    return metadata(metadata.labels(), annotations);
  }

  public AutoscalerBuilder trackedByArgoCd() {
    return metadata(
        metadata.labels(), Map.of("argocd.argoproj.io/tracking-id", "media:apps/Deployment"));
  }

  public AutoscalerBuilder metadata(Metadata other) {
    return new AutoscalerBuilder(other, target, min, max, entries, up, down);
  }

  public AutoscalerBuilder target(String apiVersion, String kind, String name) {
    return new AutoscalerBuilder(
        metadata, new TargetReference(apiVersion, kind, name), min, max, entries, up, down);
  }

  public AutoscalerBuilder replicas(int from, int to) {
    return replicas(OptionalInt.of(from), OptionalInt.of(to));
  }

  public AutoscalerBuilder replicas(OptionalInt from, OptionalInt to) {
    return new AutoscalerBuilder(metadata, target, from, to, entries, up, down);
  }

  /** In place of those that it has. */
  public AutoscalerBuilder metrics(Metrics.Entry... metrics) {
    List<Metric> placed = new ArrayList<>();
    for (Metrics.Entry metric : metrics) {
      placed.add(metric.at(FieldPath.of("spec.metrics").index(placed.size())));
    }
    return new AutoscalerBuilder(metadata, target, min, max, placed, up, down);
  }

  public AutoscalerBuilder withoutBehavior() {
    return up(ScalingRules.UNSET).down(ScalingRules.UNSET);
  }

  public AutoscalerBuilder upWindow(int seconds) {
    return up(window(up, seconds));
  }

  public AutoscalerBuilder downWindow(int seconds) {
    return down(window(down, seconds));
  }

  public AutoscalerBuilder upTolerance(String tolerance) {
    return up(tolerance(up, tolerance));
  }

  public AutoscalerBuilder downTolerance(String tolerance) {
    return down(tolerance(down, tolerance));
  }

  public AutoscalerBuilder upSelect(String selectPolicy) {
    return up(select(up, selectPolicy));
  }

  public AutoscalerBuilder downSelect(String selectPolicy) {
    return down(select(down, selectPolicy));
  }

  public AutoscalerBuilder upPolicies(RatePolicy... policies) {
    return up(policies(up, List.of(policies)));
  }

  public AutoscalerBuilder downPolicies(RatePolicy... policies) {
    return down(policies(down, List.of(policies)));
  }

  /** What the API server makes of a behavior that its author leaves nearly empty. */
  public AutoscalerBuilder withApiDefaults() {
    return upWindow(up.stabilizationWindowSeconds().orElse(0))
        .upSelect("Max")
        .upPolicies(new RatePolicy("Pods", 4, 15), new RatePolicy("Percent", 100, 15))
        .downSelect("Max")
        .downPolicies(new RatePolicy("Percent", 100, 15));
  }

  private AutoscalerBuilder up(ScalingRules rules) {
    return new AutoscalerBuilder(metadata, target, min, max, entries, rules, down);
  }

  private AutoscalerBuilder down(ScalingRules rules) {
    return new AutoscalerBuilder(metadata, target, min, max, entries, up, rules);
  }

  private AutoscalerBuilder metadata(Map<String, String> labels, Map<String, String> annotations) {
    return metadata(new Metadata(metadata.namespace(), metadata.name(), labels, annotations));
  }

  private static ScalingRules window(ScalingRules rules, int seconds) {
    return new ScalingRules(
        OptionalInt.of(seconds), rules.selectPolicy(), rules.policies(), rules.tolerance());
  }

  private static ScalingRules tolerance(ScalingRules rules, String tolerance) {
    return new ScalingRules(
        rules.stabilizationWindowSeconds(),
        rules.selectPolicy(),
        rules.policies(),
        Optional.of(Quantities.of(tolerance)));
  }

  private static ScalingRules select(ScalingRules rules, String selectPolicy) {
    return new ScalingRules(
        rules.stabilizationWindowSeconds(),
        Optional.of(selectPolicy),
        rules.policies(),
        rules.tolerance());
  }

  private static ScalingRules policies(ScalingRules rules, List<RatePolicy> policies) {
    return new ScalingRules(
        rules.stabilizationWindowSeconds(), rules.selectPolicy(), policies, rules.tolerance());
  }
}

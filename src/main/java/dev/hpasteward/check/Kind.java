package dev.hpasteward.check;

import dev.hpasteward.document.Manifest;
import java.util.Optional;

/** What of a call's objects is looked at. */
enum Kind {
  AUTOSCALER,
  WORKLOAD,
  NAMESPACE,
  SCALED_OBJECT,
  VERTICAL_AUTOSCALER;

  /** By group and kind; empty for what says nothing about scaling. */
  static Optional<Kind> of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return switch (group + "/" + kind) {
      case "autoscaling/HorizontalPodAutoscaler" -> Optional.of(AUTOSCALER);
      case "apps/Deployment", "extensions/Deployment" -> Optional.of(WORKLOAD);
      case "/Namespace" -> Optional.of(NAMESPACE);
      case "keda.sh/ScaledObject" -> Optional.of(SCALED_OBJECT);
      case "autoscaling.k8s.io/VerticalPodAutoscaler" -> Optional.of(VERTICAL_AUTOSCALER);
      default -> Optional.empty();
    };
  }

  /** Of an object that is looked at. */
  static Kind of(Manifest manifest) {
    return of(manifest.apiVersion(), manifest.kind()).orElseThrow();
  }

  /** Whether admission is asked about it. */
  boolean isJudged() {
    return this == AUTOSCALER || this == WORKLOAD;
  }
}

package dev.hpasteward.cluster.doctor;

import dev.hpasteward.cluster.ToleranceProbe;

/** Whether the API server keeps an HPA's tolerances. */
final class ToleranceCheck {

  private static final String ABOUT = "tolerance";

  private ToleranceCheck() {}

  /** Judges what came of a dry run of the probe. */
  static Diagnosis of(Answer dryRun) {
    if (!dryRun.succeeded()) {
      return Diagnosis.skip(
          ABOUT,
          "a dry run of an HPA in namespace kube-system was refused: " + dryRun.reason(),
          dryRun.notPermitted()
              ? "use a kubeconfig that may create HPAs in namespace kube-system"
              : "mend what the lines below find, and run this again");
    }
    return ToleranceProbe.kept(dryRun.body())
        ? Diagnosis.ok(ABOUT, "HPAs keep behavior.scaleUp.tolerance and scaleDown.tolerance")
        : Diagnosis.warn(
            ABOUT,
            "the API server drops it: targets of generated HPAs are lower instead, and HPAs with"
                + " the documented targets scale up 10 % above them",
            "use Kubernetes 1.35 or later, or the feature gate HPAConfigurableTolerance; or live"
                + " with it: docs/operations.md");
  }
}

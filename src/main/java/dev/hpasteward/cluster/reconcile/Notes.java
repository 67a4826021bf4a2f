package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.synthesis.ReplicaRange;
import java.util.List;

/** The words of Events. */
final class Notes {

  private Notes() {}

  static Note generated(String name, String serviceType, String policyVersion) {
    return new Note(
        Note.Kind.GENERATED,
        "generated HorizontalPodAutoscaler %s as the policy (version %s) has it for %s"
            .formatted(name, policyVersion, serviceType));
  }

  static Note repaired(String name, List<String> fields) {
    return new Note(
        Note.Kind.REPAIRED,
        "HorizontalPodAutoscaler %s is again as the policy has it; changed: %s"
            .formatted(name, String.join(", ", fields)));
  }

  static Note followedPolicy(String name, String policyVersion) {
    return new Note(
        Note.Kind.FOLLOWED_POLICY,
        "HorizontalPodAutoscaler %s follows version %s of the policy"
            .formatted(name, policyVersion));
  }

  static Note adopted(String name) {
    return new Note(
        Note.Kind.ADOPTED,
        "took over HorizontalPodAutoscaler %s, as its annotation hpa-steward.dev/adopt asks"
            .formatted(name));
  }

  static Note removed(String name, String why) {
    return new Note(
        Note.Kind.REMOVED, "deleted HorizontalPodAutoscaler %s: %s".formatted(name, why));
  }

  static Note maximumRaised(ReplicaRange replicas) {
    return new Note(
        Note.Kind.MAXIMUM_RAISED,
        "%d replicas run and at most %d are wanted; maxReplicas is %d until fewer run, so that no"
                .formatted(replicas.max(), replicas.wanted(), replicas.max())
            + " pod is cut");
  }

  static Note nameTaken(String name) {
    return new Note(
        Note.Kind.NAME_TAKEN,
        "no HorizontalPodAutoscaler can be generated: one of the name %s exists and is not ours;"
                .formatted(name)
            + " delete or rename it");
  }

  static Note notAdopted(String name) {
    return new Note(
        Note.Kind.NOT_ADOPTED,
        "HorizontalPodAutoscaler %s is not adopted, since Argo CD or Flux holds it and would write"
                .formatted(name)
            + " it back; take it out of Git, or remove hpa-steward.dev/adopt");
  }

  static Note breaksPolicy(Metadata autoscaler, String findings) {
    return new Note(
        Note.Kind.BREAKS_POLICY,
        "HorizontalPodAutoscaler %s breaks the policy and is left as it is: %s"
            .formatted(autoscaler.name(), findings),
        autoscaler.uid().map(uid -> Regarded.autoscaler(autoscaler, uid)));
  }

  static Note pauseUnreadable(String text) {
    return new Note(
        Note.Kind.PAUSE_UNREADABLE,
        "nothing is done while hpa-steward.dev/paused-until is %s, which is no time; write it as"
                .formatted(Excerpt.quoted(text))
            + " 2026-12-31 or 2026-12-31T18:00:00Z, or remove it");
  }

  static Note contested(String name, List<String> fields) {
    return new Note(
        Note.Kind.CONTESTED,
        "HorizontalPodAutoscaler %s does not stay as the policy has it%s; its managedFields say"
                .formatted(name, fields.isEmpty() ? "" : ": " + String.join(", ", fields))
            + " who else writes it; it is put right less and less often until that ends");
  }

  static Note refused(String name, String reason) {
    return new Note(
        Note.Kind.WRITE_REFUSED,
        "HorizontalPodAutoscaler %s could not be written and is tried again: %s"
            .formatted(name, reason));
  }
}

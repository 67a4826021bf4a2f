package dev.hpasteward.source;

import static dev.hpasteward.source.Field.mapping;
import static dev.hpasteward.source.Field.value;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.ReplicasOnUpdate;
import java.util.List;
import java.util.stream.Stream;

/** Every field of the policy document; docs/policy.md and the JSON Schema are made of it. */
final class PolicyFields {

  static final String SELECTOR = "selector";
  static final String TYPE = "spec.serviceTypes.*";
  static final String MODES = "spec.modes";
  static final String EXEMPTIONS = "spec.exemptions";

  private PolicyFields() {}

  static List<Field> all() {
    return Stream.of(
            DOCUMENT,
            ServiceTypeFields.ALL,
            GovernanceFields.MODES,
            GovernanceFields.EXEMPTIONS,
            GovernanceFields.SELECTOR)
        .flatMap(List::stream)
        .toList();
  }

  static final List<Field> DOCUMENT =
      List.of(
          value("apiVersion", Word.only("hpa-steward.dev/v1"), "The format of the document.", "")
              .must(),
          value("kind", Word.only("ScalingPolicy"), "What the document is.", "").must(),
          mapping("metadata", "Names the document.").must(),
          value(
                  "metadata.name",
                  Name.OBJECT_NAME,
                  "The policy's name in logs, metrics and reports.",
                  "")
              .must(),
          mapping("spec", "The policy.").must(),
          mapping(
                  "spec.serviceTypes",
                  "The service types, at least one, by the value of the label"
                      + " `hpa-steward.dev/service-type`.")
              .must(),
          value(
                  "spec.corrections",
                  Word.of(Corrections.class),
                  "How far objects are changed on their way in: not at all; what the author left"
                      + " out is filled in; what contradicts the policy is corrected too.",
                  "ours")
              .or("Fill"),
          mapping(
              "spec.controller",
              "How the cluster's HPA controller behaves where an autoscaler says nothing: flags of"
                  + " kube-controller-manager, which EKS leaves at their defaults."),
          value(
                  "spec.controller.tolerance",
                  ScalingPolicyReader.TOLERANCE,
                  "`--horizontal-pod-autoscaler-tolerance`: nothing scales this close to the"
                      + " target.",
                  "Kubernetes")
              .or("0.1"),
          value(
                  "spec.controller.downscaleStabilizationSeconds",
                  ScalingPolicyReader.WINDOW,
                  "`--horizontal-pod-autoscaler-downscale-stabilization`: the scale-down window of"
                      + " an autoscaler without one.",
                  "Kubernetes")
              .or("300"),
          value(
                  "spec.actions",
                  Form.map(new RuleName(), Form.of(Word.of(Action.class))),
                  "What follows from a finding, for rules where it differs from their [default](#rules). The"
                      + " weaker of a rule's action and the namespace's mode holds.",
                  "")
              .or("{}"),
          mapping(MODES, "How much is done in which namespace."),
          mapping(EXEMPTIONS, "What authors may be exempt from."),
          value(
                  "spec.replicasOnUpdate",
                  Word.of(ReplicasOnUpdate.class),
                  "What happens when a manifest sets the replicas of a Deployment that an"
                      + " autoscaler scales: the live count is kept, with a warning, or there is"
                      + " only the warning, as with `corrections: None` and in every mode but"
                      + " `Enforce`.",
                  "ours")
              .or("KeepLive"),
          mapping(
              "spec.generation",
              "How HPAs are generated for Deployments under policy that have none."),
          value(
                  "spec.generation.delaySeconds",
                  GenerationReader.DELAY,
                  "How long a new Deployment waits for an HPA of its author: charts apply theirs"
                      + " right after it.",
                  "ours")
              .or("30"),
          value(
                  "spec.generation.writesPerSecond",
                  GenerationReader.WRITES,
                  "How many generated HPAs are rewritten each second after a change of the policy.",
                  "ours")
              .or("10"),
          value(
                  "spec.generation.copyLabels",
                  Form.list(Form.of(Name.LABEL_KEY)),
                  "Keys of labels that a generated HPA gets from its Deployment. Those by which"
                      + " Helm, Argo CD and Flux recognise what is theirs are refused.",
                  "ours")
              .or("[]"));
}

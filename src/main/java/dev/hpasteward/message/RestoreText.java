package dev.hpasteward.message;

import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a backup is restored that holds objects which broke the policy before. */
final class RestoreText {

  private RestoreText() {}

  /** Empty where the policy has no namespace label that switches to Warn. */
  static Optional<String> of(ScalingPolicy policy) {
    return policy.modes().byNamespace().stream()
        .filter(selected -> selected.mode() == Mode.WARN)
        .map(Modes.Selected::namespaceSelector)
        .filter(selector -> !selector.matchLabels().isEmpty())
        .filter(selector -> selector.matchExpressions().isEmpty())
        .findFirst()
        .map(
            selector ->
                "Restoring a backup? Label the namespace %s while you do."
                    .formatted(
                        selector.matchLabels().entrySet().stream()
                            .map(label -> label.getKey() + "=" + label.getValue())
                            .collect(Collectors.joining(","))));
  }
}

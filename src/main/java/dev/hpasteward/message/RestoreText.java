package dev.hpasteward.message;

import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a backup is restored that holds objects which broke the policy before. */
final class RestoreText {

  /** The API server sets it. */
  private static final String NAME = "kubernetes.io/metadata.name";

  private RestoreText() {}

  /** Empty where no label switches this namespace to Warn. */
  static Optional<String> of(Modes modes, Optional<Map<String, String>> namespaceLabels) {
    return modes.byNamespace().stream()
        .filter(selected -> selected.mode() == Mode.WARN)
        .map(Modes.Selected::namespaceSelector)
        .filter(selector -> !selector.matchLabels().isEmpty())
        .filter(selector -> !selector.matchLabels().containsKey(NAME))
        .filter(selector -> selector.matchExpressions().isEmpty())
        .filter(selector -> switches(modes, namespaceLabels, selector))
        .findFirst()
        .map(
            selector ->
                "Restoring a backup? Label the namespace %s while you do."
                    .formatted(
                        selector.matchLabels().entrySet().stream()
                            .map(label -> label.getKey() + "=" + label.getValue())
                            .collect(Collectors.joining(","))));
  }

  /** An earlier selector may hold the namespace by a label that it has. */
  private static boolean switches(
      Modes modes, Optional<Map<String, String>> namespaceLabels, LabelSelector selector) {
    Map<String, String> labels = new HashMap<>(namespaceLabels.orElse(Map.of()));
    labels.putAll(selector.matchLabels());
    return modes.of(Optional.of(labels)) == Mode.WARN;
  }
}

package dev.hpasteward.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which mode holds where.
 *
 * @param byNamespace the first whose selector matches the namespace's labels holds
 * @param otherwise the mode of all other namespaces, and of those that nobody knows yet
 */
public record Modes(List<Selected> byNamespace, Mode otherwise) {

  /** Enforces everywhere. */
  public static final Modes ENFORCE_EVERYWHERE = new Modes(List.of(), Mode.ENFORCE);

  public Modes {
    byNamespace = List.copyOf(byNamespace);
  }

  /** A mode for the namespaces with certain labels. */
  public record Selected(LabelSelector namespaceSelector, Mode mode) {}

  /** The mode of a namespace; empty labels for one that is not known. */
  public Mode of(Optional<Map<String, String>> namespaceLabels) {
    return namespaceLabels
        .flatMap(
            labels ->
                byNamespace.stream()
                    .filter(selected -> selected.namespaceSelector().matches(labels))
                    .findFirst())
        .map(Selected::mode)
        .orElse(otherwise);
  }
}

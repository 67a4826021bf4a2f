package dev.hpasteward.cluster.state;

import java.util.Map;

/** What is kept of a namespace: its labels say which mode it is in and who may be exempt. */
public record NamespaceLabels(Map<String, String> labels) {

  public NamespaceLabels {
    labels = Map.copyOf(labels);
  }
}

package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How much is done in which namespace. */
record ModesSpec(
    @JsonProperty("default")
        @JsonPropertyDescription(
            "The mode of all other namespaces, and of those that are not known yet. Left out:"
                + " Enforce.")
        Mode otherwise,
    @JsonPropertyDescription("The first whose selector matches holds.") @Size(max = 100)
        List<OfNamespaces> namespaces) {

  /** A mode for some namespaces. */
  record OfNamespaces(
      @JsonPropertyDescription("Their labels; not empty.") @Required SelectorSpec selector,
      @JsonPropertyDescription("What is done there.") @Required Mode mode) {}

  /** How much is done. */
  enum Mode {
    @JsonProperty("Enforce")
    ENFORCE,
    @JsonProperty("Warn")
    WARN,
    @JsonProperty("Audit")
    AUDIT,
    @JsonProperty("Off")
    OFF
  }
}

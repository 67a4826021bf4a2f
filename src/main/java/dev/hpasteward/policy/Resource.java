package dev.hpasteward.policy;

import java.util.Optional;

/** A resource that the strategy gives utilization thresholds for. */
public enum Resource {
  CPU("cpu", RuleId.CPU_TARGET),
  MEMORY("memory", RuleId.MEMORY_TARGET);

  private final String id;
  private final RuleId targetRule;

  Resource(String id, RuleId targetRule) {
    this.id = id;
    this.targetRule = targetRule;
  }

  /** The resource of this Kubernetes name, if the strategy can name it. */
  public static Optional<Resource> of(String id) {
    for (Resource resource : values()) {
      if (resource.id.equals(id)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  /** The name in Kubernetes objects: {@code cpu} or {@code memory}. */
  public String id() {
    return id;
  }

  /** The rule that judges targets of this resource. */
  public RuleId targetRule() {
    return targetRule;
  }
}

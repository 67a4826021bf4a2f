package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.List;
import java.util.stream.Collectors;

/** {@code service-type-mismatch}: all that says a service type says the same one. */
public final class ServiceTypeMismatch {

  private static final FieldPath LABELS = FieldPath.of("metadata.labels");
  private static final FieldPath LABEL = LABELS.key(StewardKeys.SERVICE_TYPE);

  private ServiceTypeMismatch() {}

  /** The HPA's label says one thing and its Deployment another. */
  public static Violation ofLabels(String label, Workload target, String type) {
    return Violation.of(
            RuleId.SERVICE_TYPE_MISMATCH,
            LABEL,
            Excerpt.quoted(label),
            type + ", as Deployment " + Excerpt.plain(target.metadata().name()) + " says",
            "set it to " + type + " or remove it")
        .correctedBy(type);
  }

  /** Selectors of several service types match one Deployment. */
  public static Violation ofSelectors(String name, List<ServiceTypePolicy> types) {
    String all = types.stream().map(ServiceTypePolicy::name).collect(Collectors.joining(", "));
    return Violation.of(
        RuleId.SERVICE_TYPE_MISMATCH,
        LABELS,
        "labels of Deployment " + Excerpt.plain(name) + " that fit " + all,
        "one service type",
        "label the Deployment with " + StewardKeys.SERVICE_TYPE);
  }
}

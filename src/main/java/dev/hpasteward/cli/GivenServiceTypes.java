package dev.hpasteward.cli;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service types that a person named, or all. */
final class GivenServiceTypes {

  private GivenServiceTypes() {}

  /** Of a policy, in its order. */
  static List<ServiceTypePolicy> of(ScalingPolicy policy, @Nullable String name, boolean headroom) {
    List<ServiceTypePolicy> types =
        name == null
            ? List.copyOf(policy.serviceTypes().values())
            : List.of(policy.serviceType(name).orElseThrow(() -> unknown(name, policy)));
    return headroom ? types.stream().map(type -> type.encoding(Encoding.HEADROOM)).toList() : types;
  }

  private static UnusableInput unknown(String name, ScalingPolicy policy) {
    Set<String> known = policy.serviceTypes().keySet();
    return new UnusableInput(
        "--service-type: the policy has no service type %s; %s"
            .formatted(
                Excerpt.quoted(name),
                NearestName.of(name, known)
                    .map("do you mean %s?"::formatted)
                    .orElse("write one of " + String.join(", ", known))));
  }
}

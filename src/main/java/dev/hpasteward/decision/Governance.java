package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.rules.UnknownServiceType;
import dev.hpasteward.rules.Violation;
import java.util.Optional;

/** Whether the policy has a say about an object, and as which service type. */
public sealed interface Governance {

  /** It is of this service type. */
  record Governed(ServiceTypePolicy type) implements Governance {}

  /** It claims a service type that the policy does not know. */
  record UnknownType(Violation violation) implements Governance {}

  /** It is nobody's business here. */
  record Ungoverned() implements Governance {}

  /** Its target could not be looked up, so nobody can say. */
  record Undetermined() implements Governance {}

  /**
   * The object's own label counts first, then that of the Deployment that an autoscaler targets.
   */
  static Governance of(Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    Optional<String> own = subject.metadata().label(StewardKeys.SERVICE_TYPE);
    if (own.isPresent()) {
      return policy
          .serviceType(own.get())
          .<Governance>map(Governed::new)
          .orElseGet(() -> new UnknownType(UnknownServiceType.onObject(own.get(), policy)));
    }
    if (subject instanceof Autoscaler) {
      return ofTarget(surroundings.target(), policy);
    }
    return new Ungoverned();
  }

  private static Governance ofTarget(Target target, ScalingPolicy policy) {
    if (target instanceof Target.Unknown) {
      return new Undetermined();
    }
    if (target instanceof Target.Found found) {
      Optional<String> label = found.workload().metadata().label(StewardKeys.SERVICE_TYPE);
      String name = found.workload().metadata().name();
      return label
          .map(
              value ->
                  policy
                      .serviceType(value)
                      .<Governance>map(Governed::new)
                      .orElseGet(
                          () -> new UnknownType(UnknownServiceType.onTarget(value, name, policy))))
          .orElseGet(Ungoverned::new);
    }
    return new Ungoverned();
  }
}

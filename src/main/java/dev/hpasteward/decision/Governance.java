package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.rules.ServiceTypeMismatch;
import dev.hpasteward.rules.UnknownServiceType;
import dev.hpasteward.rules.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the policy has a say about an object, and as which service type. */
public sealed interface Governance {

  /** It is of this service type. */
  record Governed(ServiceTypePolicy type) implements Governance {}

  /** It claims a service type that the policy does not know, or seems to be of several. */
  record Unclear(Violation violation) implements Governance {}

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
      return named(own.get(), () -> UnknownServiceType.onObject(own.get(), policy), policy);
    }
    return subject instanceof Workload workload
        ? ofWorkload(workload, policy)
        : ofTarget(surroundings.target(), policy);
  }

  /** The service type of a workload: by its label, else by a selector of the policy. */
  static Governance ofWorkload(Workload workload, ScalingPolicy policy) {
    String name = workload.metadata().name();
    Optional<String> label = workload.metadata().label(StewardKeys.SERVICE_TYPE);
    if (label.isPresent()) {
      return named(
          label.get(), () -> UnknownServiceType.onTarget(label.get(), name, policy), policy);
    }
    List<ServiceTypePolicy> selected =
        policy.serviceTypes().values().stream()
            .filter(
                type ->
                    type.selector()
                        .filter(s -> s.matches(workload.metadata().labels()))
                        .isPresent())
            .toList();
    return switch (selected.size()) {
      case 0 -> new Ungoverned();
      case 1 -> new Governed(selected.get(0));
      default -> new Unclear(ServiceTypeMismatch.ofSelectors(name, selected));
    };
  }

  private static Governance ofTarget(Target target, ScalingPolicy policy) {
    if (target instanceof Target.Found found) {
      return ofWorkload(found.workload(), policy);
    }
    return target instanceof Target.Unknown ? new Undetermined() : new Ungoverned();
  }

  private static Governance named(String label, Supplier<Violation> unknown, ScalingPolicy policy) {
    return policy
        .serviceType(label)
        .<Governance>map(Governed::new)
        .orElseGet(() -> new Unclear(unknown.get()));
  }

  /** The service type, if it is known. */
  default Optional<ServiceTypePolicy> serviceType() {
    return this instanceof Governed governed ? Optional.of(governed.type()) : Optional.empty();
  }

  /** Whether nobody has anything to say about it. */
  default boolean isSilent() {
    return this instanceof Ungoverned || this instanceof Undetermined;
  }

  /** The service type that an autoscaler's target has. */
  static Optional<ServiceTypePolicy> typeOfTarget(Surroundings surroundings, ScalingPolicy policy) {
    return ofTarget(surroundings.target(), policy).serviceType();
  }

  /** Whether this is an autoscaler whose label and whose target's say different things. */
  static Optional<Violation> mismatch(
      Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    Optional<String> own = subject.metadata().label(StewardKeys.SERVICE_TYPE);
    if (own.isEmpty()
        || !(subject instanceof Autoscaler)
        || !(surroundings.target() instanceof Target.Found found)) {
      return Optional.empty();
    }
    return typeOfTarget(surroundings, policy)
        .filter(type -> !type.name().equals(own.get()))
        .map(type -> ServiceTypeMismatch.ofLabels(own.get(), found.workload(), type.name()));
  }
}

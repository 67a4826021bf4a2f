package dev.hpasteward.source;

import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows a policy that is a resource of the API server: a valid change comes into force as a
 * whole, anything else is refused as a whole. What was in force stays, even if the resource goes;
 * before the first good one that is the policy that the program has built in.
 */
public final class ResourceReload implements FollowedPolicy {

  private final Supplier<Offer> offers;
  private volatile PolicyReload.InForce inForce;
  private volatile String judged = "";

  /** What the API server has. */
  public sealed interface Offer {

    /** The resource is there. */
    record Present(PolicyResource resource) implements Offer {}

    /**
     * It is not there, or not known.
     *
     * @param name which resource
     * @param reason why, and how to mend it
     */
    record Absent(String name, String reason) implements Offer {}

    /** The API server was asked, and its answer is on its way. */
    record Awaited() implements Offer {}
  }

  /**
   * Follows a resource.
   *
   * @param offers says at any time what the API server has
   * @param first what is in force until there is a good one
   * @param now when that came into force
   */
  public ResourceReload(Supplier<Offer> offers, ScalingPolicy first, Instant now) {
    this.offers = offers;
    this.inForce = new PolicyReload.InForce(first, now, Optional.empty());
  }

  @Override
  public PolicyReload.InForce inForce() {
    return inForce;
  }

  /** Whether this content was looked at last, so that what is in force takes it into account. */
  public boolean judged(PolicyResource resource) {
    return resource.version().equals(judged);
  }

  @Override
  public synchronized PolicyReload.Outcome look(Instant now) {
    Offer offer = offers.get();
    if (offer instanceof Offer.Present present) {
      return look(present.resource(), now);
    }
    return offer instanceof Offer.Absent absent
        ? look(absent, now)
        : PolicyReload.Outcome.UNCHANGED;
  }

  private PolicyReload.Outcome look(Offer.Absent absent, Instant now) {
    String found = "absent: " + absent.reason();
    if (found.equals(judged)) {
      return PolicyReload.Outcome.UNCHANGED;
    }
    PolicyReload.Outcome outcome =
        refuse(PolicyResource.whole(absent.name(), absent.reason()), now);
    judged = found;
    return outcome;
  }

  private PolicyReload.Outcome look(PolicyResource resource, Instant now) {
    String found = resource.version();
    if (found.equals(judged)) {
      return PolicyReload.Outcome.UNCHANGED;
    }
    PolicyReload.Outcome outcome;
    if (found.equals(inForce.policy().version())) {
      inForce = new PolicyReload.InForce(inForce.policy(), inForce.since(), Optional.empty());
      outcome = PolicyReload.Outcome.RESTORED;
    } else {
      outcome =
          resource.read().fold(policy -> take(policy, now), mistakes -> refuse(mistakes, now));
    }
    // Last, so that who asks whether it was judged finds what came of it.
    judged = found;
    return outcome;
  }

  private PolicyReload.Outcome take(ScalingPolicy policy, Instant now) {
    inForce = new PolicyReload.InForce(policy, now, Optional.empty());
    return PolicyReload.Outcome.TAKEN;
  }

  private PolicyReload.Outcome refuse(List<Mistake> mistakes, Instant now) {
    Instant since = inForce.refusal().map(PolicyReload.Refusal::since).orElse(now);
    inForce =
        new PolicyReload.InForce(
            inForce.policy(),
            inForce.since(),
            Optional.of(new PolicyReload.Refusal(since, mistakes)));
    return PolicyReload.Outcome.REFUSED;
  }
}

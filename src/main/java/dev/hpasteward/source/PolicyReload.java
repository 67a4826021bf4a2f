package dev.hpasteward.source;

import dev.hpasteward.policy.ScalingPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Follows a policy file: a valid change comes into force as a whole, anything else is refused as a
 * whole and the last good policy stays.
 *
 * <p>It compares content, so it doesn't matter how a file changes: written in place, replaced, or
 * swapped through the links of a mounted ConfigMap. A change is judged when two looks in a row find
 * the same, because a file that is being written may be valid half-way.
 */
public final class PolicyReload implements FollowedPolicy {

  private final Path file;
  private volatile InForce inForce;
  private String seen;
  private String judged;

  /**
   * What holds now.
   *
   * @param policy the last good one
   * @param since when it came into force
   * @param refusal why the file as it is now is not in force; empty if it is
   */
  public record InForce(ScalingPolicy policy, Instant since, Optional<Refusal> refusal) {}

  /**
   * Why the file is not in force.
   *
   * @param since when it was first refused, whatever happened to it later
   * @param mistakes all of them, at least one
   */
  public record Refusal(Instant since, List<Mistake> mistakes) {

    public Refusal {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** What a look brought. */
  public enum Outcome {
    /** Nothing new, or nothing that is certain yet. */
    UNCHANGED,
    /** Another policy is in force. */
    TAKEN,
    /** The file can't be used, for reasons that are new. */
    REFUSED,
    /** After a refusal, the file says again what has been in force all the time. */
    RESTORED
  }

  /**
   * Follows a file.
   *
   * @param first what it held when it was read at the start
   * @param now when that came into force
   */
  public PolicyReload(Path file, ScalingPolicy first, Instant now) {
    this.file = file;
    this.inForce = new InForce(first, now, Optional.empty());
    this.seen = first.version();
    this.judged = first.version();
  }

  @Override
  public InForce inForce() {
    return inForce;
  }

  @Override
  public synchronized Outcome look(Instant now) {
    if (isPipe()) {
      return Outcome.UNCHANGED;
    }
    Mistakes unreadable = new Mistakes(file.toString());
    Optional<byte[]> bytes = PolicyBytes.ofFile(file, unreadable);
    String found = bytes.map(PolicyVersion::of).orElseGet(() -> unreadable.inOrder().toString());
    boolean settled = found.equals(seen);
    seen = found;
    if (!settled || found.equals(judged)) {
      return Outcome.UNCHANGED;
    }
    judged = found;
    if (found.equals(inForce.policy().version())) {
      inForce = new InForce(inForce.policy(), inForce.since(), Optional.empty());
      return Outcome.RESTORED;
    }
    return bytes
        .map(document -> PolicySource.read(document, file.toString()))
        .orElseGet(() -> new PolicyResult.Invalid(unreadable.inOrder()))
        .fold(policy -> take(policy, now), mistakes -> refuse(mistakes, now));
  }

  /** A pipe or a device gives its content once, or never ends. */
  private boolean isPipe() {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private Outcome take(ScalingPolicy policy, Instant now) {
    inForce = new InForce(policy, now, Optional.empty());
    return Outcome.TAKEN;
  }

  private Outcome refuse(List<Mistake> mistakes, Instant now) {
    Instant since = inForce.refusal().map(Refusal::since).orElse(now);
    inForce =
        new InForce(inForce.policy(), inForce.since(), Optional.of(new Refusal(since, mistakes)));
    return Outcome.REFUSED;
  }
}

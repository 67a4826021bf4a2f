package dev.hpasteward.decision;

import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.Optional;

/** Questions for tests, asked at one time by nobody in particular. */
public final class Questions {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Questions() {}

  /** About a new object. */
  public static Question creation(Subject subject, Surroundings surroundings) {
    return new Question(subject, Optional.empty(), false, surroundings, Author.NOBODY, NOW);
  }

  /** About a change. */
  public static Question update(Subject before, Subject after, Surroundings surroundings) {
    return new Question(
        after, Optional.of(before), after.equals(before), surroundings, Author.NOBODY, NOW);
  }

  /** What the policy says about a new object. */
  public static Decision evaluate(
      Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    return Evaluator.evaluate(creation(subject, surroundings), policy);
  }
}

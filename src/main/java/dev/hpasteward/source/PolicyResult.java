package dev.hpasteward.source;

import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.function.Function;

/** What became of a policy document: a policy, or all of its mistakes. */
public sealed interface PolicyResult {

  /** Answers with one function or the other. */
  <T> T fold(
      Function<? super ScalingPolicy, ? extends T> valid,
      Function<? super List<Mistake>, ? extends T> invalid);

  /** The document has no mistake. */
  record Valid(ScalingPolicy policy) implements PolicyResult {
    @Override
    public <T> T fold(
        Function<? super ScalingPolicy, ? extends T> valid,
        Function<? super List<Mistake>, ? extends T> invalid) {
      return valid.apply(policy);
    }
  }

  /**
   * The document can't be used.
   *
   * @param mistakes at least one, by line and column
   */
  record Invalid(List<Mistake> mistakes) implements PolicyResult {
    public Invalid {
      mistakes = List.copyOf(mistakes);
    }

    @Override
    public <T> T fold(
        Function<? super ScalingPolicy, ? extends T> valid,
        Function<? super List<Mistake>, ? extends T> invalid) {
      return invalid.apply(mistakes);
    }
  }
}

package dev.hpasteward.admission;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.Recorded;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reviews as lines of the log. */
final class LogLines {

  private LogLines() {}

  static String denied(Review review, Denial denial, ScalingPolicy policy) {
    return about("denied", review, policy)
        + denial.causes().stream().map(Denial.Cause::message).collect(Collectors.joining("; "));
  }

  static String refusedPolicy(Review review, Denial denial) {
    return "denied %s of ScalingPolicy %s by %s%s: %s"
        .formatted(
            review.operation(),
            Excerpt.quoted(review.object().path("metadata").path("name").asText("")),
            Excerpt.quoted(review.author().user()),
            review.dryRun() ? " (dry run)" : "",
            denial.causes().stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .collect(Collectors.joining("; ")));
  }

  /** What was let pass, and what nobody was shown; empty if there is nothing of either. */
  static Optional<String> recorded(Review review, Decision decision, ScalingPolicy policy) {
    List<String> recorded = Recorded.of(decision);
    return recorded.isEmpty()
        ? Optional.empty()
        : Optional.of(recorded(review, String.join("; ", recorded), policy));
  }

  static String recorded(Review review, String text, ScalingPolicy policy) {
    return about("recorded", review, policy) + text;
  }

  private static String about(String what, Review review, ScalingPolicy policy) {
    return "%s %s of %s %s in %s by %s%s under policy %s: "
        .formatted(
            what,
            review.operation(),
            review.kind() == Review.Kind.AUTOSCALER ? "HPA" : "Deployment",
            Excerpt.quoted(review.object().path("metadata").path("name").asText("")),
            Excerpt.quoted(review.namespace()),
            Excerpt.quoted(review.author().user()),
            review.dryRun() ? " (dry run)" : "",
            policy.version());
  }
}

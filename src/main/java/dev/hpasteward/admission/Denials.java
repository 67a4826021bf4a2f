package dev.hpasteward.admission;

import dev.hpasteward.message.Denial;
import dev.hpasteward.model.Excerpt;
import java.util.stream.Collectors;

/** A denial as a line of the log. */
final class Denials {

  private Denials() {}

  static String line(Review review, Denial denial) {
    return "denied %s of %s in %s by %s%s: %s"
        .formatted(
            review.operation(),
            Excerpt.quoted(review.object().path("metadata").path("name").asText("")),
            Excerpt.quoted(review.namespace()),
            Excerpt.quoted(review.author().user()),
            review.dryRun() ? " (dry run)" : "",
            denial.causes().stream().map(Denial.Cause::message).collect(Collectors.joining("; ")));
  }
}

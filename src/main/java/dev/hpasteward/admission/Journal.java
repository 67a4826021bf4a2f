package dev.hpasteward.admission;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.LogText;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Records what the policy had against a write, whether anybody was told or not. */
@ApplicationScoped
class Journal {

  private static final Logger LOG = Logger.getLogger(Journal.class);

  private final ReviewCounters counters;

  Journal(ReviewCounters counters) {
    this.counters = counters;
  }

  void note(Review review, Answer answer, ScalingPolicy policy) {
    answer.findings().forEach(counters::found);
    line("denied", review, policy, answer, finding -> finding.action() == Action.DENY);
    line("exempt", review, policy, answer, finding -> finding.exemption().isPresent());
    line(
        "recorded",
        review,
        policy,
        answer,
        finding -> finding.action() == Action.AUDIT && finding.exemption().isEmpty());
  }

  private static void line(
      String what,
      Review review,
      ScalingPolicy policy,
      Answer answer,
      Predicate<Finding> concerned) {
    List<Finding> findings = answer.findings().stream().filter(concerned).toList();
    if (!findings.isEmpty()) {
      LOG.infof(
          "%s %s of %s %s in %s by %s%s, policy %s@%s: %s",
          what,
          review.operation(),
          Excerpt.plain(review.object().path("kind").asText("")),
          Excerpt.quoted(review.object().path("metadata").path("name").asText("")),
          Excerpt.quoted(review.namespace()),
          Excerpt.quoted(review.author().user()),
          review.dryRun() ? " (dry run)" : "",
          policy.name(),
          policy.version(),
          LogText.of(findings));
    }
  }
}

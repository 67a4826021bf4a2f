package dev.hpasteward.admission;

import dev.hpasteward.policy.ScalingPolicy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each decision, in a log category of its own. What a policy decides is told
 * at INFO, and all mistakes too. At DEBUG there is also what nobody needs to read: objects that are
 * nobody's business here, writes that change nothing, and of writes that pass unchanged the line of
 * {@code /mutate}, since {@code /validate} tells of the same write. A line that nobody wants is not
 * made.
 */
@Singleton
class AuditLog {

  /** For who configures it. */
  static final String CATEGORY = "hpa-steward.audit";

  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final InstantSource clock;

  AuditLog(InstantSource clock) {
    this.clock = clock;
  }

  void judged(
      String webhook, Review review, Judgement judgement, ScalingPolicy policy, long startNanos) {
    boolean aside =
        judgement.silent() && (judgement.routine() || webhook.equals(WebhookResource.MUTATE));
    write(
        aside ? Logger.Level.DEBUG : Logger.Level.INFO,
        () ->
            AuditLine.judged(
                clock.instant(), webhook, review, judgement, policy, took(startNanos)));
  }

  void bad(String webhook, BadReview bad, ScalingPolicy policy, long startNanos) {
    write(
        Logger.Level.INFO,
        () -> AuditLine.bad(clock.instant(), webhook, bad, policy, took(startNanos)));
  }

  void fault(String webhook, Review review, ScalingPolicy policy, long startNanos) {
    write(
        Logger.Level.INFO,
        () -> AuditLine.fault(clock.instant(), webhook, review, policy, took(startNanos)));
  }

  private static void write(Logger.Level level, Supplier<String> line) {
    if (LOG.isEnabled(level)) {
      LOG.log(level, line.get());
    }
  }

  private static Duration took(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}

package dev.hpasteward.admission;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.FieldPath.Element;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Counts what the webhook was asked and what it said, by the version of the policy it said so. A
 * registry takes longer to find a meter than a review takes to be judged, so they are kept here.
 */
@Singleton
class ReviewCounters {

  /** Of values that are filled in: nothing was wrong. */
  private static final String NO_RULE = "none";

  /** A review takes a fraction of a millisecond, a GET for what is young 300 ms at most. */
  private static final Duration[] BUCKETS =
      Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 3000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<String, Timer> durations = new ConcurrentHashMap<>();
  private final Map<Object, Counter> counters = new ConcurrentHashMap<>();

  ReviewCounters(MeterRegistry registry) {
    this.registry = registry;
    // One that is let go of would be counted for nobody when its policy comes back.
    registry.config().onMeterRemoved(gone -> counters.values().removeIf(kept -> kept == gone));
  }

  /**
   * An answer of one of the two webhooks; the verdict is the answer's or fault's name, the start by
   * {@link System#nanoTime()}.
   */
  void answered(String webhook, String verdict, ScalingPolicy policy, long startNanos) {
    durations
        .computeIfAbsent(webhook, this::duration)
        .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    count(
        "hpa_steward_reviews",
        "Reviews that were answered",
        policy,
        "webhook",
        webhook,
        "verdict",
        verdict);
  }

  private Timer duration(String webhook) {
    return Timer.builder("hpa_steward_review_duration")
        .description("From a review's turn until its answer is written")
        .tag("webhook", webhook)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** What the policy has against a write. */
  void found(Decision decision, ScalingPolicy policy) {
    for (Finding finding : decision.findings()) {
      Found found =
          new Found(
              policy.version(),
              finding.rule(),
              finding.action(),
              decision.mode(),
              finding.exemption().isPresent());
      counters.computeIfAbsent(found, unseen -> counter(found)).increment();
    }
  }

  /** What there is a counter of, in the least that tells them apart. */
  private record Found(String policy, RuleId rule, Action action, Mode mode, boolean exempt) {}

  private Counter counter(Found found) {
    return Counter.builder("hpa_steward_findings")
        .description("What the policy had against writes")
        .tag("rule", found.rule().id())
        .tag("action", word(found.action()))
        .tag("mode", word(found.mode()))
        .tag("exempt", Boolean.toString(found.exempt()))
        .tag("policy", found.policy())
        .register(registry);
  }

  /** What was changed in a write before it was stored. */
  void changed(List<Finding> corrected, List<Edit> filledIn, ScalingPolicy policy) {
    for (Finding finding : corrected) {
      finding.correction().ifPresent(edit -> changed(finding.rule().id(), edit, policy));
    }
    filledIn.forEach(edit -> changed(NO_RULE, edit, policy));
  }

  private void changed(String rule, Edit edit, ScalingPolicy policy) {
    count(
        "hpa_steward_corrections",
        "Values that were corrected, or filled in where their author left them out",
        policy,
        "rule",
        rule,
        "field",
        field(edit.path()));
  }

  /** Without what authors choose, so that there are few. */
  private static String field(FieldPath path) {
    StringBuilder names = new StringBuilder();
    for (Element element : path.elements()) {
      if (element instanceof Element.Field field) {
        names.append(names.isEmpty() ? "" : ".").append(field.name());
      }
    }
    return names.toString();
  }

  /** Whether an autoscaler's target was known. */
  void lookedUp(Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    if (subject instanceof Autoscaler) {
      count(
          "hpa_steward_target_lookups",
          "Whether the Deployment of an HPA under review was known",
          policy,
          "outcome",
          word(surroundings.target()));
    }
  }

  private void count(String name, String description, ScalingPolicy policy, String... tags) {
    List<String> key = new ArrayList<>(tags.length + 2);
    key.add(name);
    key.add(policy.version());
    Collections.addAll(key, tags);
    counters
        .computeIfAbsent(
            key,
            unseen ->
                Counter.builder(name)
                    .description(description)
                    .tags(tags)
                    .tag("policy", policy.version())
                    .register(registry))
        .increment();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Surroundings.Target target) {
    return target.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}

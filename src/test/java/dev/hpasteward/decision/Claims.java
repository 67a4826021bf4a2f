package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects that claim exemptions. Most break {@code cpu-target} and nothing else, so that whether it
 * denies tells whether the exemption holds.
 */
final class Claims {

  static final String CPU = "cpu-target";
  static final String WHY = "load test";
  static final String SOON = "2026-12-31";
  static final Surroundings ALONE = Surroundings.none(true);

  private Claims() {}

  /** What somebody writes; null leaves it out. */
  static AutoscalerBuilder claim(
      AutoscalerBuilder on,
      @Nullable String rules,
      @Nullable String reason,
      @Nullable String until) {
    AutoscalerBuilder claiming = on;
    for (var text :
        List.of(
            Map.entry(StewardKeys.EXEMPT, Optional.ofNullable(rules)),
            Map.entry(StewardKeys.EXEMPT_REASON, Optional.ofNullable(reason)),
            Map.entry(StewardKeys.EXEMPT_UNTIL, Optional.ofNullable(until)))) {
      if (text.getValue().isPresent()) {
        claiming = claiming.annotated(text.getKey(), text.getValue().get());
      }
    }
    return claiming;
  }

  /** Its CPU target is 80 where 60 is allowed. */
  static AutoscalerBuilder late() {
    return Autoscalers.sfu().metrics(cpu(80), memory(70));
  }

  static Autoscaler late(@Nullable String rules, @Nullable String reason, @Nullable String until) {
    return claim(late(), rules, reason, until).build();
  }

  static Autoscaler late(
      @Nullable String rules, @Nullable String reason, @Nullable String until, String since) {
    return claim(late(), rules, reason, until).annotated(StewardKeys.EXEMPT_SINCE, since).build();
  }

  static Decision created(Subject subject, ScalingPolicy policy) {
    return Evaluator.evaluate(Questions.creation(subject, ALONE), policy);
  }

  static Decision updated(Subject before, Subject after, ScalingPolicy policy) {
    return Evaluator.evaluate(Questions.update(before, after, ALONE), policy);
  }

  static Question by(Author author, Question question) {
    return new Question(
        question.subject(),
        question.before(),
        question.unchanged(),
        question.surroundings(),
        author,
        question.now());
  }

  static Author user(String name, String... groups) {
    return new Author(name, Set.of(groups));
  }

  /** In words, without what is said of anything but the exemption itself. */
  static List<String> complaints(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.rule() == RuleId.INVALID_EXEMPTION)
        .map(
            finding ->
                "%s: %s, not %s; %s"
                    .formatted(
                        finding.path().toString().replaceAll(".*hpa-steward.dev/(.*)]", "$1"),
                        finding.found(),
                        finding.allowed(),
                        finding.fix()))
        .toList();
  }

  /** The rules that deny. */
  static List<String> denying(Decision decision) {
    return decision.findings(Action.DENY).stream()
        .map(finding -> finding.rule().id())
        .distinct()
        .toList();
  }
}

package dev.hpasteward.message;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.decision.Question;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a write was refused, for a person who reads it in a failed deploy pipeline.
 *
 * @param message the whole text, one line for each finding, each followed by how to fix it
 * @param causes the same for programs
 * @param notes what the text says after the findings
 */
public record Denial(String message, List<Cause> causes, List<String> notes) {

  /** Findings that are told at most: the rest would only bury them. */
  static final int MOST_FINDINGS = 50;

  /** Characters after which no further finding is told: all of it is to stay below 16 KiB. */
  static final int ENOUGH = 12_000;

  /**
   * One finding, for {@code status.details.causes}.
   *
   * @param field the value's path
   * @param message the rule, what was found, and what is allowed
   */
  public record Cause(String field, String message) {}

  public Denial {
    causes = List.copyOf(causes);
    notes = List.copyOf(notes);
  }

  /** Without notes. */
  Denial(String message, List<Cause> causes) {
    this(message, causes, List.of());
  }

  /** The words for the findings that deny. */
  public static Denial of(Question question, Decision decision, ScalingPolicy policy) {
    Subject subject = question.subject();
    List<Finding> all = decision.findings(Action.DENY);
    StringBuilder text = new StringBuilder(heading(subject, decision.governance(), all.size()));
    int most = Math.min(all.size(), MOST_FINDINGS);
    List<Finding> told = new ArrayList<>();
    while (told.size() < most && text.length() < ENOUGH) {
      Finding finding = all.get(told.size());
      told.add(finding);
      text.append('\n').append(Sentence.of(finding));
      finding.explanation().ifPresent(why -> text.append("\n  why: ").append(why));
      text.append("\n  fix: ").append(finding.fix());
    }
    if (told.size() < all.size()) {
      text.append("\nand ").append(all.size() - told.size()).append(" more");
    }
    List<String> notes = new ArrayList<>();
    versionHint(subject).ifPresent(notes::add);
    decision.expired().ifPresent(over -> notes.add(ExemptionText.expired(over)));
    decision.offer().ifPresent(offer -> notes.add(ExemptionText.offer(offer)));
    if (question.before().isEmpty()) {
      RestoreText.of(policy.modes(), question.surroundings().namespaceLabels())
          .ifPresent(notes::add);
    }
    notes.forEach(note -> text.append('\n').append(note));
    return new Denial(
        text.toString(),
        told.stream()
            .map(finding -> new Cause(finding.path().toString(), Sentence.of(finding)))
            .collect(Collectors.toList()),
        notes);
  }

  private static String heading(Subject subject, Governance governance, int findings) {
    String who =
        "%s %s/%s"
            .formatted(
                subject.kind(),
                Excerpt.plain(subject.metadata().namespace()),
                Excerpt.plain(subject.metadata().name()));
    String strategy =
        governance instanceof Governance.Governed governed
            ? "the scaling strategy for " + governed.type().name()
            : "the scaling strategy";
    return findings == 1
        ? who + " breaks " + strategy
        : who + " breaks " + strategy + " in " + findings + " places";
  }

  /** The paths are those of v2; who wrote v1 does not find them in the manifest. */
  private static Optional<String> versionHint(Subject subject) {
    return subject instanceof Autoscaler autoscaler
            && autoscaler.writtenAs().equals("autoscaling/v1")
        ? Optional.of(
            "This was written as autoscaling/v1, which has a CPU target only"
                + " (spec.targetCPUUtilizationPercentage). Write autoscaling/v2 for memory, custom"
                + " metrics and windows.")
        : Optional.empty();
  }
}

package dev.hpasteward.message;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.decision.Standing;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Findings with plain texts. */
final class Findings {

  private Findings() {}

  static Finding finding(RuleId rule, String path, String fix, Optional<String> why) {
    return new Finding(
        rule,
        rule.defaultAction(),
        rule.defaultAction(),
        Standing.BROUGHT,
        Optional.empty(),
        FieldPath.of(path),
        "one",
        "two",
        fix,
        why,
        OptionalDouble.empty(),
        Optional.empty());
  }

  static Finding corrected(RuleId rule, String path, String found, Object value) {
    return new Finding(
        rule,
        Action.DENY,
        Action.DENY,
        Standing.BROUGHT,
        Optional.empty(),
        FieldPath.of(path),
        found,
        "two",
        "fix",
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.of(new Edit(FieldPath.of(path), value)));
  }

  static Autoscaler autoscaler(String name, String writtenAs) {
    return new Autoscaler(
        new Metadata("media", name, Map.of(), Map.of()),
        writtenAs,
        new TargetReference("apps/v1", "Deployment", "egress"),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(),
        ScalingRules.UNSET,
        ScalingRules.UNSET);
  }

  static Decision decision(List<Finding> findings) {
    return new Decision(
        new Governance.Ungoverned(), Mode.ENFORCE, findings, Optional.empty(), Optional.empty());
  }
}

package dev.hpasteward.cli;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import java.util.stream.Stream;

/** Rules as people name them. */
final class NamedRule {

  private NamedRule() {}

  /** What to say of a name that no rule has. */
  static String unknown(String name) {
    return "there is no rule %s; %s"
        .formatted(
            Excerpt.quoted(name),
            NearestName.of(name, Stream.of(RuleId.values()).map(RuleId::id).toList())
                .map(near -> "do you mean " + near + "?")
                .orElse("hpa-steward explain lists them"));
  }
}

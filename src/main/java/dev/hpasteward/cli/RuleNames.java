package dev.hpasteward.cli;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Rules as people name them; a shell completes them. */
final class RuleNames implements Iterable<String> {

  private static final List<String> ALL = Stream.of(RuleId.values()).map(RuleId::id).toList();

  RuleNames() {}

  @Override
  public Iterator<String> iterator() {
    return ALL.iterator();
  }

  /** What to say of a name that no rule has. */
  static String unknown(String name) {
    return "there is no rule %s; %s"
        .formatted(
            Excerpt.quoted(name),
            NearestName.of(name, ALL)
                .map(near -> "do you mean " + near + "?")
                .orElse("hpa-steward explain lists them"));
  }
}

package dev.hpasteward.report;

import dev.hpasteward.policy.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a rule is for, in words.
 *
 * @param what what holds, in a line
 * @param why why it should, by the written strategy
 * @param policy what the policy's service type says for it, where the embedded policy says nothing
 * @param kind of the object that the examples are parts of; empty where there is none
 * @param bad a part of a manifest that draws the finding
 * @param good the same as it should be
 * @param shownBad instead, where one object alone is not bad: all that is
 * @param shownGood the same as it should be
 */
public record RuleText(
    String what,
    String why,
    Optional<String> policy,
    Optional<String> kind,
    Optional<String> bad,
    Optional<String> good,
    Optional<String> shownBad,
    Optional<String> shownGood) {

  /** The last day of an exemption in examples. */
  public static final String EXAMPLE_DAY = "2027-01-31";

  private static final String SOURCE = "rules.yaml";

  /** Read when they are first asked for: most calls need none. */
  private static final class All {

    private static final Map<RuleId, RuleText> TEXTS = read();

    private static Map<RuleId, RuleText> read() {
      Map<RuleId, RuleText> texts = new EnumMap<>(RuleId.class);
      try (InputStream in = RuleText.class.getResourceAsStream(SOURCE)) {
        Map<String, Map<String, Object>> entries =
            new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        entries.forEach(
            (id, entry) ->
                texts.put(
                    RuleId.of(id).orElseThrow(() -> new IllegalStateException("no rule " + id)),
                    new RuleText(
                        text(entry, "what").orElseThrow(),
                        text(entry, "why").orElseThrow(),
                        text(entry, "policy"),
                        text(entry, "kind"),
                        text(entry, "bad"),
                        text(entry, "good"),
                        text(entry, "shown-bad"),
                        text(entry, "shown-good"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return texts;
    }

    /** Dates are of a day that is to come for whoever reads this soon. */
    private static Optional<String> text(Map<String, Object> entry, String key) {
      return Optional.ofNullable(entry.get(key))
          .map(String::valueOf)
          .map(text -> text.replace("{tomorrow}", EXAMPLE_DAY));
    }
  }

  /** Of this rule; each has one. */
  public static RuleText of(RuleId rule) {
    RuleText text = All.TEXTS.get(rule);
    if (text == null) {
      throw new IllegalStateException(SOURCE + " says nothing of " + rule);
    }
    return text;
  }
}

package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A decision as one line of JSON, of at most 8 KiB: texts are cut, and so are lists, which then say
 * how much was left out ({@code rulesLeftOut: 3}).
 */
final class AuditLine {

  /** Bytes of a text, as written. */
  static final int LONGEST = 256;

  /** Bytes of a text in a list. */
  static final int LONGEST_IN_LIST = 128;

  /** Of a list. */
  static final int MOST = 15;

  private final ObjectNode line = JsonNodeFactory.instance.objectNode();

  private AuditLine(Instant time, String webhook, ScalingPolicy policy) {
    line.put("time", time.toString());
    line.put("webhook", webhook);
    line.put("policyVersion", policy.version());
  }

  /** Of a review that was answered. */
  static String judged(
      Instant time,
      String webhook,
      Review review,
      Judgement judgement,
      ScalingPolicy policy,
      Duration took) {
    AuditLine line = new AuditLine(time, webhook, policy).about(review);
    judgement.mode().ifPresent(mode -> line.line.put("mode", word(mode)));
    line.line.put("verdict", verdict(judgement.answer()));
    line.rules(judgement.findings());
    if (judgement.answer() instanceof Answer.Allowed allowed) {
      line.changes(allowed.patch());
    }
    return line.end(took);
  }

  /** Of a request that is no review. */
  static String bad(
      Instant time, String webhook, BadReview bad, ScalingPolicy policy, Duration took) {
    AuditLine line = new AuditLine(time, webhook, policy);
    line.text("uid", bad.uid());
    line.line.put("verdict", "bad-review");
    line.text("error", bad.text());
    return line.end(took);
  }

  /** Of a review that could not be answered; the log has the reason. */
  static String fault(
      Instant time, String webhook, Review review, ScalingPolicy policy, Duration took) {
    AuditLine line = new AuditLine(time, webhook, policy).about(review);
    line.line.put("verdict", "fault");
    return line.end(took);
  }

  private static String verdict(Answer answer) {
    if (answer instanceof Answer.Allowed allowed) {
      return !allowed.patch().isEmpty()
          ? "patched"
          : allowed.warnings().isEmpty() ? "allowed" : "warned";
    }
    return answer instanceof Answer.Denied ? "denied" : "unreadable";
  }

  private AuditLine about(Review review) {
    text("uid", review.uid());
    line.put("operation", review.operation().name());
    line.put("kind", kind(review.kind()));
    text("namespace", review.namespace());
    JsonNode object = review.object().isObject() ? review.object() : review.oldObject();
    text("name", object.path("metadata").path("name").asText(""));
    text("user", review.author().user());
    groups(review.author().groups());
    line.put("dryRun", review.dryRun());
    return this;
  }

  private static String kind(Review.Kind kind) {
    return switch (kind) {
      case AUTOSCALER -> "HorizontalPodAutoscaler";
      case WORKLOAD -> "Deployment";
      case POLICY -> "ScalingPolicy";
      case FOREIGN -> "other";
    };
  }

  /** The first of the alphabet. A user may be in a million: they are not all sorted. */
  private void groups(Collection<String> groups) {
    TreeSet<String> first = new TreeSet<>();
    for (String group : groups) {
      first.add(group);
      if (first.size() > MOST) {
        first.pollLast();
      }
    }
    list(
        "groups",
        List.copyOf(first),
        groups.size(),
        (array, group) -> array.add(AuditText.cut(group, LONGEST_IN_LIST)));
  }

  private void rules(List<Finding> findings) {
    list(
        "rules",
        findings,
        findings.size(),
        (array, finding) ->
            array
                .addObject()
                .put("rule", finding.rule().id())
                .put("action", word(finding.action())));
    List<Finding> exempt =
        findings.stream().filter(finding -> finding.exemption().isPresent()).toList();
    list(
        "exemptions",
        exempt,
        exempt.size(),
        (array, finding) -> {
          ObjectNode entry = array.addObject().put("rule", finding.rule().id());
          finding
              .exemption()
              .flatMap(Exemption::until)
              .ifPresent(until -> entry.put("until", until.toString()));
        });
  }

  private void changes(JsonNode patch) {
    List<String> paths = patch.findValuesAsText("path");
    list(
        "changes",
        paths,
        paths.size(),
        (array, path) -> array.add(AuditText.cut(path, LONGEST_IN_LIST)));
  }

  private <T> void list(String name, List<T> items, int all, BiConsumer<ArrayNode, T> write) {
    if (items.isEmpty()) {
      return;
    }
    ArrayNode array = line.putArray(name);
    for (T item : items.subList(0, Math.min(items.size(), MOST))) {
      write.accept(array, item);
    }
    if (all > MOST) {
      line.put(name + "LeftOut", all - MOST);
    }
  }

  private void text(String name, String value) {
    line.put(name, AuditText.cut(value, LONGEST));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String end(Duration took) {
    line.put("durationMicros", took.toNanos() / 1_000);
    return AuditJson.write(line);
  }
}

package dev.hpasteward.message;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.decision.Questions;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import dev.hpasteward.synthesis.ExemptionGrant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in annotations and labels has an answer: soon, bounded, printable. */
class AnyAnnotationTest {

  private static final int LIMIT = 256 * 1024;
  private static final int BOUND = 16 * 1024;

  /** Everything that can deny does. */
  private static final ScalingPolicy STRICT =
      StrategyPolicy.withExemptions(
          StrategyPolicy.withActions(
              StrategyPolicy.policy(),
              Stream.of(RuleId.values()).collect(Collectors.toMap(r -> r, r -> Action.DENY))),
          new ExemptionRules(
              true,
              true,
              Optional.empty(),
              OptionalInt.of(3650),
              false,
              Set.of(),
              List.of(),
              new ExemptionRules.Approvers(Set.of("alice"), Set.of())));

  @Property(tries = 200)
  void anAnnotatedObjectGetsAnAnswer(
      @ForAll("annotations") Map<String, String> before,
      @ForAll("annotations") Map<String, String> now) {
    answered(hpa(before), hpa(now));
    answered(deployment(before), deployment(now));
  }

  private static void answered(Subject before, Subject now) {
    for (Surroundings around :
        List.of(
            Surroundings.none(true),
            Surroundings.none(true)
                .with(new Target.Found(deployment(now.metadata().annotations()))))) {
      for (Question question :
          List.of(
              Questions.creation(now, around),
              Questions.update(before, now, around),
              new Question(
                  now,
                  Optional.of(before),
                  false,
                  around,
                  new Author("bob\n", Set.of()),
                  Questions.NOW))) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> bounded(question));
      }
    }
    ExemptionGrant.edits(now.metadata(), Optional.of(before.metadata()), Questions.NOW);
  }

  private static void bounded(Question question) {
    Decision decision = Evaluator.evaluate(question, STRICT);
    Denial denial = Denial.of(question, decision, STRICT);
    List<String> warnings = Warnings.limited(Warnings.of(decision, Questions.NOW));

    assertThat(denial.message()).hasSizeLessThan(BOUND).matches("[ -~\n]*");
    assertThat(denial.causes())
        .allSatisfy(cause -> assertThat(cause.field() + cause.message()).matches("[ -~]*"));
    assertThat(warnings).allSatisfy(line -> assertThat(line).matches("[ -~]{0,120}"));
  }

  private static Autoscaler hpa(Map<String, String> annotations) {
    return Autoscalers.sfu()
        .metrics(cpu(80), memory(70))
        .metadata(
            new Metadata("media", "example", Map.of(StewardKeys.SERVICE_TYPE, "sfu"), annotations))
        .build();
  }

  private static Workload deployment(Map<String, String> annotations) {
    Workload plain = Workloads.of("sfu");
    return new Workload(
        new Metadata("media", "example", plain.metadata().labels(), annotations),
        OptionalInt.of(3),
        true,
        plain.template());
  }

  @Provide
  Arbitrary<Map<String, String>> annotations() {
    Arbitrary<String> keys =
        Arbitraries.oneOf(
            Arbitraries.of(StewardKeys.ANNOTATIONS),
            Arbitraries.strings().ofMaxLength(80).map(name -> StewardKeys.PREFIX + name));
    Arbitrary<String> values = Arbitraries.oneOf(texts(), huge(), rules(), times());
    return Combinators.combine(keys.list().ofMaxSize(30), values.list().ofSize(30))
        .as(
            (names, texts) -> {
              Map<String, String> annotations = new HashMap<>();
              for (int i = 0; i < names.size(); i++) {
                annotations.put(names.get(i), texts.get(i));
              }
              annotations.putIfAbsent(StewardKeys.EXEMPT, texts.get(0));
              return annotations;
            });
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(200);
  }

  /** One piece again and again, up to what the API server takes. */
  private static Arbitrary<String> huge() {
    return Arbitraries.of(
            ",", "a", "cpu-target,", "\u0441,", " ", "\n", "9", "\ud83d", "2026-12-31")
        .map(piece -> piece.repeat(LIMIT / piece.length()));
  }

  private static Arbitrary<String> rules() {
    return Arbitraries.oneOf(
            Arbitraries.of(RuleId.values()).map(RuleId::id),
            Arbitraries.strings().all().ofMaxLength(70))
        .list()
        .ofMaxSize(45)
        .map(names -> String.join(",", names));
  }

  private static Arbitrary<String> times() {
    return Arbitraries.of(
        "2026-12-31",
        "2028-02-29",
        "2027-02-29",
        "9999-12-31",
        "0000-01-01",
        "9999-12-31T23:59:59-18:00",
        "+999999999-12-31T23:59:59-18:00",
        "-999999999-01-01T00:00:00+18:00",
        "2026-11-24T12:00:00Z",
        "2026-01-01");
  }
}

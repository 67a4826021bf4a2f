package dev.hpasteward.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownAnnotationRuleTest {

  private static List<String> told(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(autoscaler, StrategyPolicy.sfu())
        .by(RuleId.UNKNOWN_ANNOTATION)
        .stream()
        .map(violation -> violation.path() + ": " + violation.fix())
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "exemptt, write hpa-steward.dev/exempt",
    "Exempt, write hpa-steward.dev/exempt",
    "exempt-untill, write hpa-steward.dev/exempt-until",
    "exempt-reson, write hpa-steward.dev/exempt-reason",
    "min-replica, write hpa-steward.dev/min-replicas",
    "maxReplicas, write hpa-steward.dev/max-replicas",
    "pause-until, write hpa-steward.dev/paused-until",
    "team, remove it",
    "owner, remove it",
    "x, remove it"
  })
  void aKeyUnderOurPrefixIsOneOfOurs(String name, String fix) {
    assertThat(told(Autoscalers.sfu().annotated("hpa-steward.dev/" + name, "")))
        .containsExactly("metadata.annotations[hpa-steward.dev/" + name + "]: " + fix);
  }

  @Test
  void everyKeyOfOursIsKnown() {
    AutoscalerBuilder all = Autoscalers.sfu();
    for (String key : StewardKeys.ANNOTATIONS) {
      all = all.annotated(key, "");
    }

    assertThat(told(all)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"example.com/exemptt", "hpa-steward.dev", "exemptt", "hpa-steward.device/x"})
  void aKeyUnderAnotherPrefixIsNobodysBusiness(String key) {
    assertThat(told(Autoscalers.sfu().annotated(key, ""))).isEmpty();
  }

  @Test
  void labelsAreHeldToThemToo() {
    assertThat(told(Autoscalers.sfu().label("hpa-steward.dev/service-typ", "sfu")))
        .containsExactly(
            "metadata.labels[hpa-steward.dev/service-typ]: write hpa-steward.dev/service-type");
  }

  @Test
  void deploymentsAreHeldToThemToo() {
    Workload workload = Workloads.annotated(Workloads.of("sfu"), "hpa-steward.dev/exemptt", "");

    assertThat(Judged.workload(workload, StrategyPolicy.sfu()).rules())
        .containsExactly(RuleId.UNKNOWN_ANNOTATION);
  }

  @Test
  void ofThousandsTheFirstAreTold() {
    AutoscalerBuilder many = Autoscalers.sfu();
    for (int i = 0; i < 30; i++) {
      many = many.annotated("hpa-steward.dev/k%02d".formatted(i), "");
    }

    assertThat(told(many))
        .hasSize(20)
        .startsWith("metadata.annotations[hpa-steward.dev/k00]: remove it")
        .endsWith("metadata.annotations[hpa-steward.dev/k19]: remove it");
  }
}

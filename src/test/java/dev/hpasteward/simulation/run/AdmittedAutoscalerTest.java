package dev.hpasteward.simulation.run;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.cpuWithoutValue;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.externalValue;
import static dev.hpasteward.model.Metrics.object;
import static dev.hpasteward.model.Metrics.other;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsValue;
import static dev.hpasteward.model.Metrics.podsWithSelector;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HPAs as the API server stores or refuses them. */
class AdmittedAutoscalerTest {

  private static final AutoscalerBuilder GOOD = Autoscalers.egress().replicas(2, 20);

  @Test
  void whatAnAuthorLeftOutIsFilledIn() {
    AutoscalerSpec spec =
        AdmittedAutoscaler.of(
            GOOD.replicas(OptionalInt.empty(), OptionalInt.of(5))
                .metrics()
                .withoutBehavior()
                .build());

    assertThat(spec.minReplicas()).isEqualTo(1);
    assertThat(spec.maxReplicas()).isEqualTo(5);
    assertThat(spec.metrics())
        .containsExactly(
            new MetricSpec(MetricSource.resource("cpu"), MetricTarget.utilization(80)));
    assertThat(spec.behavior()).isNull();
  }

  @Test
  void aBehaviorIsCompletedOnceThereIsOne() {
    Behavior behavior =
        Objects.requireNonNull(
            AdmittedAutoscaler.of(GOOD.withoutBehavior().upTolerance("0").build()).behavior());

    assertThat(behavior.up().stabilizationWindowSeconds()).hasValue(0);
    assertThat(behavior.up().selectPolicy()).contains("Max");
    assertThat(behavior.up().policies()).isEqualTo(Direction.UP.apiDefaultPolicies());
    assertThat(behavior.up().tolerance()).isPresent();
    assertThat(behavior.down().stabilizationWindowSeconds()).isEmpty();
    assertThat(behavior.down().policies()).isEqualTo(Direction.DOWN.apiDefaultPolicies());
  }

  @Test
  void everyKindOfMetricIsRead() {
    AutoscalerSpec spec =
        AdmittedAutoscaler.of(
            GOOD.metrics(
                    cpu(50),
                    container("cpu", 60),
                    resourceAverage("memory", "1Ki"),
                    pods("a", "1.5"),
                    podsWithSelector("b", "0.0001"),
                    external("c", "2"),
                    externalValue("d", "3"),
                    object("e", "4"))
                .build());

    assertThat(spec.metrics())
        .extracting(MetricSpec::target)
        .containsExactly(
            MetricTarget.utilization(50),
            MetricTarget.utilization(60),
            MetricTarget.averageValue(1_024_000),
            MetricTarget.averageValue(1500),
            MetricTarget.averageValue(1),
            MetricTarget.averageValue(2000),
            MetricTarget.value(3000),
            MetricTarget.value(4000));
    assertThat(spec.metrics().get(4).source().selector()).isNotNull();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(GOOD.replicas(5, 3), "spec.maxReplicas", "less than minReplicas"),
        refusal(GOOD.replicas(0, 3), "spec.minReplicas", "it is 0"),
        refusal(GOOD.replicas(-2, 3), "spec.minReplicas", "it is -2"),
        refusal(
            GOOD.replicas(OptionalInt.of(1), OptionalInt.empty()), "spec.maxReplicas", "missing"),
        refusal(
            GOOD.metadata(new Metadata("media", "", Map.of(), Map.of())),
            "metadata.name",
            "there is none"),
        refusal(
            GOOD.metadata(new Metadata("media", "My_HPA", Map.of(), Map.of())),
            "metadata.name",
            "\"My_HPA\" is no DNS subdomain"),
        refusal(GOOD.target("apps/v1", "", "x"), "spec.scaleTargetRef.kind", "there is none"),
        refusal(
            GOOD.target("apps/v1", "Deployment", ""), "spec.scaleTargetRef.name", "there is none"),
        refusal(GOOD.metrics(cpu(0)), "spec.metrics[0].resource.target", "averageUtilization is 0"),
        refusal(GOOD.metrics(cpuWithoutValue()), "spec.metrics[0].resource.target", "no value"),
        refusal(GOOD.metrics(pods("a", "-1")), "spec.metrics[0].pods.target", "averageValue is -1"),
        refusal(GOOD.metrics(pods("a", "0")), "spec.metrics[0].pods.target", "averageValue is 0"),
        refusal(GOOD.metrics(pods("a", "9E")), "spec.metrics[0].pods.target", "63 bits"),
        refusal(GOOD.metrics(podsValue("a", "1")), "spec.metrics[0].pods.target", "no value"),
        refusal(GOOD.metrics(pods("", "1")), "spec.metrics[0]", "no name"),
        refusal(GOOD.metrics(other("Magic")), "spec.metrics[0]", "type is unknown"),
        refusal(
            GOOD.upWindow(3601), "spec.behavior.scaleUp.stabilizationWindowSeconds", "it is 3601"),
        refusal(GOOD.downWindow(-1), "spec.behavior.scaleDown.stabilizationWindowSeconds", "-1"),
        refusal(GOOD.upSelect("Most"), "spec.behavior.scaleUp.selectPolicy", "\"Most\""),
        refusal(GOOD.downTolerance("-0.1"), "spec.behavior.scaleDown.tolerance", "negative"),
        refusal(
            GOOD.downPolicies(new RatePolicy("Nodes", 1, 60)),
            "spec.behavior.scaleDown.policies[0].type",
            "\"Nodes\""),
        refusal(
            GOOD.downPolicies(new RatePolicy("Pods", 0, 60)),
            "spec.behavior.scaleDown.policies[0].value",
            "below 1"),
        refusal(
            GOOD.downPolicies(new RatePolicy("Pods", 1, 1801)),
            "spec.behavior.scaleDown.policies[0].periodSeconds",
            "1 to 1800"));
  }

  private static Arguments refusal(AutoscalerBuilder autoscaler, String field, String mistake) {
    return Arguments.of(autoscaler, field, mistake);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatTheApiServerWouldRefuseIsRefusedWithTheField(
      AutoscalerBuilder autoscaler, String field, String mistake) {
    RefusedAutoscalerException thrown =
        catchThrowableOfType(
            RefusedAutoscalerException.class, () -> AdmittedAutoscaler.of(autoscaler.build()));

    assertThat(thrown.mistakes()).hasSize(1);
    assertThat(thrown.mistakes().get(0).field()).isEqualTo(field);
    assertThat(thrown.mistakes().get(0).sentence()).contains(mistake).contains("; ");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    RefusedAutoscalerException thrown =
        catchThrowableOfType(
            RefusedAutoscalerException.class,
            () -> AdmittedAutoscaler.of(GOOD.replicas(0, 0).metrics(cpu(-5)).upWindow(-1).build()));

    assertThat(thrown.mistakes()).hasSize(4);
    assertThat(thrown).hasMessageContaining("spec.maxReplicas");
  }
}

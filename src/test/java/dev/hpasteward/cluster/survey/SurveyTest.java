package dev.hpasteward.cluster.survey;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {

  private final SeenCluster cluster = new SeenCluster();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ENFORCE, media enforce sfu HPA/bad: cpu-target=DENY
          WARN,    media warn sfu HPA/bad: cpu-target=WARN
          AUDIT,   media audit sfu HPA/bad: cpu-target=AUDIT
          OFF,     media off sfu HPA/bad:
          """)
  void whatIsWrongIsFoundWithTheActionOfItsNamespace(Mode mode, String told) {
    cluster.namespace("media", mode).with(sfu("a")).with(late("bad", "a"));

    assertThat(cluster.told()).element(1).isEqualTo(told.stripTrailing());
  }

  @Test
  void everyAutoscalerOfAWorkloadIsLookedAt() {
    cluster.with(sfu("a"), sfu("b")).with(late("y", "a"), fine("x", "a"), late("z", "b"));

    assertThat(cluster.told())
        .containsExactly(
            "media enforce sfu D/a:",
            "media enforce sfu HPA/x: duplicate-autoscaler=DENY",
            "media enforce sfu HPA/y: cpu-target=DENY duplicate-autoscaler=DENY",
            "media enforce sfu D/b:",
            "media enforce sfu HPA/z: cpu-target=DENY");
  }

  @Test
  void whatNobodyGovernsIsLeftOut() {
    cluster.with(Workloads.named("a", Map.of())).with(late("x", "a"));

    assertThat(cluster.told()).isEmpty();
  }

  @Test
  void whatIsBeingDeletedIsLeftOut() {
    Workload elsewhere = elsewhere("ended", "b");
    cluster.ending(sfu("a")).with(elsewhere).ending("ended");

    assertThat(cluster.told()).isEmpty();
  }

  @Test
  void aServiceTypeThatNobodyKnowsIsOneFinding() {
    cluster
        .with(Workloads.named("a", Map.of(StewardKeys.SERVICE_TYPE, "sfuu")))
        .with(fine("x", "a"));

    assertThat(cluster.told())
        .containsExactly(
            "media enforce ? D/a: unknown-service-type=DENY",
            "media enforce ? HPA/x: unknown-service-type=DENY");
    assertThat(cluster.totals().figures().workloads()).isEqualTo(Map.of("unknown", 1));
  }

  @Test
  void anAutoscalerWithALabelOfItsOwnIsLookedAtWhateverItTargets() {
    cluster
        .with(Workloads.named("plain", Map.of()))
        .with(
            named(Autoscalers.sfu(), "missing").target("apps/v1", "Deployment", "gone").build(),
            named(Autoscalers.sfu(), "plain").target("apps/v1", "Deployment", "plain").build(),
            named(Autoscalers.sfu(), "stateful").target("apps/v1", "StatefulSet", "s").build());

    assertThat(cluster.told())
        .containsExactly(
            "media enforce sfu HPA/missing: target-not-found=WARN",
            "media enforce sfu HPA/plain:",
            "media enforce sfu HPA/stateful:");
    assertThat(cluster.totals().workloads()).isEmpty();
  }

  @Test
  void theAutoscalerOfAScaledObjectIsJudgedByWhatKedaLeavesToPeople() {
    cluster
        .with(sfu("a"))
        .with(
            new ScaledObject(
                new ObjectKey("media", "keda"),
                "u-1",
                new TargetReference("apps/v1", "Deployment", "a")))
        .with(ofKeda("u-1", "keda-hpa-a"), ofKeda("another", "not-of-keda"));

    assertThat(cluster.told())
        .containsExactly(
            "media enforce sfu D/a:",
            "media enforce sfu HPA/keda-hpa-a: cpu-target=DENY",
            "media enforce sfu HPA/not-of-keda: cpu-target=DENY duplicate-autoscaler=DENY");
  }

  @Test
  void anExemptionIsToldWithWhatItExcuses() {
    Workload exempt = exempt(sfu("a"), "2026-11-30");
    cluster.with(exempt).with(late("x", "a"));

    assertThat(cluster.told())
        .containsExactly(
            "media enforce sfu D/a:", "media enforce sfu HPA/x: cpu-target=WARN(exempt)");
  }

  @Test
  void anExemptionThatIsOverExcusesNothing() {
    cluster.with(exempt(sfu("a"), "2026-11-23")).with(late("x", "a"));

    assertThat(cluster.told()).element(1).isEqualTo("media enforce sfu HPA/x: cpu-target=DENY");
    assertThat(
            cluster
                .surveyed(SeenCluster.POLICY)
                .get(0)
                .workloads()
                .get(0)
                .objects()
                .get(1)
                .expired())
        .isPresent();
  }

  @Test
  void namespacesAreShownOneByOneInTheirOrder() {
    cluster.with(elsewhere("b", "x"), elsewhere("a", "y"), elsewhere("b", "w"));

    assertThat(cluster.told())
        .containsExactly("a enforce sfu D/y:", "b enforce sfu D/w:", "b enforce sfu D/x:");
  }

  private static Workload sfu(String name) {
    return Workloads.named(name, Map.of(StewardKeys.SERVICE_TYPE, "sfu"));
  }

  private static Workload elsewhere(String namespace, String name) {
    Workload workload = sfu(name);
    return new Workload(
        new Metadata(namespace, name, workload.metadata().labels(), Map.of()),
        workload.replicas(),
        false,
        workload.template());
  }

  private static Workload exempt(Workload workload, String until) {
    return Workloads.annotated(
        Workloads.annotated(
            Workloads.annotated(workload, StewardKeys.EXEMPT, "cpu-target"),
            StewardKeys.EXEMPT_REASON,
            "load test"),
        StewardKeys.EXEMPT_UNTIL,
        until);
  }

  private static Autoscaler fine(String name, String target) {
    return named(Autoscalers.sfu(), name)
        .unlabelled()
        .target("apps/v1", "Deployment", target)
        .build();
  }

  /** Its CPU target is 80 where 60 is allowed. */
  private static Autoscaler late(String name, String target) {
    return named(Autoscalers.sfu().metrics(cpu(80), memory(70)), name)
        .unlabelled()
        .target("apps/v1", "Deployment", target)
        .build();
  }

  private static Autoscaler ofKeda(String uid, String name) {
    return Autoscalers.sfu()
        .metrics(cpu(80), memory(70))
        .metadata(
            new Metadata(
                "media",
                name,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new OwnerReference("keda.sh/v1alpha1", "ScaledObject", "keda", uid))))
        .target("apps/v1", "Deployment", "a")
        .build();
  }

  private static AutoscalerBuilder named(AutoscalerBuilder autoscaler, String name) {
    return autoscaler.metadata(
        new Metadata("media", name, autoscaler.metadata().labels(), Map.of()));
  }
}

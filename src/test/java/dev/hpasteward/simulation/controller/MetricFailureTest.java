package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failures that recorded vectors hardly have, in the original's words. */
class MetricFailureTest {

  private static final MetricSelector MALFORMED =
      new MetricSelector(
          Map.of(), List.of(new MetricSelector.Expression("queue", "Near", List.of("here"))));
  private static final String MISTAKE = "\"Near\" is not a valid label selector operator";
  private static final ObjectReference FRONT = new ObjectReference("Ingress", "front", "v1");

  MetricFailureTest() {}

  private static SyncResult sync(MetricSpec metric, MetricReply... replies) {
    AutoscalerSpec spec =
        new AutoscalerSpec(
            "media",
            "worker",
            new ObjectReference("Deployment", "worker", "apps/v1"),
            1,
            9,
            List.of(metric),
            null);
    SyncInputs inputs =
        SyncInputs.undisturbed(
            new ScaleReply.Found(15, 2, 2, ScaleSelector.of("app=worker")),
            List.of(),
            List.of(replies));
    return new Controller(ControllerFlags.KUBERNETES, spec)
        .sync(inputs, ControllerMemory.EMPTY, AutoscalerStatus.EMPTY);
  }

  private static void fails(SyncResult result, String reason, String shown, String told) {
    assertThat(result.proposal()).isNull();
    assertThat(result.status().metrics()).containsExactly(MetricStatus.HOLE);
    assertThat(result.status().conditions())
        .contains(
            new Condition(
                Condition.Type.SCALING_ACTIVE,
                false,
                reason,
                "the HPA was unable to compute the replica count: " + shown,
                15));
    assertThat(result.error())
        .isEqualTo(
            """
            failed to compute desired number of replicas based on listed metrics for \
            Deployment/media/worker: invalid metrics (1 invalid out of 1), first error is: %s"""
                .formatted(told));
  }

  @Test
  void aMalformedSelectorFailsItsMetric() {
    fails(
        sync(new MetricSpec(MetricSource.pods("calls", MALFORMED), MetricTarget.averageValue(1))),
        "FailedGetPodsMetric",
        MISTAKE,
        "failed to get pods metric value: " + MISTAKE);
    fails(
        sync(
            new MetricSpec(
                MetricSource.object(FRONT, "calls", MALFORMED), MetricTarget.averageValue(1))),
        "FailedGetObjectMetric",
        MISTAKE,
        "failed to get object metric value: " + MISTAKE);
    fails(
        sync(new MetricSpec(MetricSource.external("calls", MALFORMED), MetricTarget.value(1))),
        "FailedGetExternalMetric",
        MISTAKE,
        "failed to get calls external metric value: failed to get external metric calls: "
            + MISTAKE);
  }

  @Test
  void aTargetWithoutAValueFailsItsMetric() {
    String resource =
        """
        invalid resource metric source: neither an average utilization target nor an average \
        value (usage) target was set""";
    String object =
        """
        invalid object metric source: neither a value target nor an average value target was set""";
    String external =
        """
        invalid external metric source: neither a value target nor an average value target was \
        set""";
    fails(
        sync(new MetricSpec(MetricSource.resource("cpu"), MetricTarget.NONE)),
        "FailedGetResourceMetric",
        resource,
        "failed to get cpu resource metric value: " + resource);
    fails(
        sync(new MetricSpec(MetricSource.containerResource("cpu", "main"), MetricTarget.NONE)),
        "FailedGetContainerResourceMetric",
        resource,
        "failed to get main container metric value: " + resource);
    fails(
        sync(new MetricSpec(MetricSource.object(FRONT, "calls", null), MetricTarget.NONE)),
        "FailedGetObjectMetric",
        object,
        "failed to get object metric value: " + object);
    fails(
        sync(new MetricSpec(MetricSource.external("calls", MALFORMED), MetricTarget.NONE)),
        "FailedGetExternalMetric",
        external,
        "failed to get calls external metric value: " + external);
  }

  @Test
  void anUnansweredObjectIsToldWithItsPartsInEachOthersPlaces() {
    String told = "unable to get metric calls: Ingress on media front/no answer";
    fails(
        sync(
            new MetricSpec(MetricSource.object(FRONT, "calls", null), MetricTarget.value(1)),
            new MetricReply.Failed(15, "no answer")),
        "FailedGetObjectMetric",
        told,
        "failed to get object metric value: " + told);
  }
}

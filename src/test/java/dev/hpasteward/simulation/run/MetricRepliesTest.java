package dev.hpasteward.simulation.run;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.object;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsWithSelector;
import static dev.hpasteward.model.Metrics.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.Plans;
import dev.hpasteward.simulation.controller.MetricReply;
import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodPhase;
import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.PodSamples;
import dev.hpasteward.simulation.controller.Readiness;
import dev.hpasteward.simulation.controller.Requests;
import dev.hpasteward.simulation.load.LoadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the metrics APIs answer of a fleet. */
class MetricRepliesTest {

  private static final ServiceTypePolicy EGRESS = Plans.type("livekit-egress", Encoding.HEADROOM);

  @Test
  void whatNobodyServesFailsAsTheApiDoes() {
    List<MetricReply> replies =
        replies(
            "livekit-egress",
            cpu(50),
            memory(65),
            resource("ephemeral-storage", 50),
            pods("livekit_egress_available", "1"),
            podsWithSelector("livekit_egress_available", "1"),
            pods("custom_metric", "1"),
            external("livekit_egress_needed", "1"),
            external("queue_length", "1"),
            object("requests", "1"));

    assertThat(replies)
        .extracting(MetricRepliesTest::text)
        .containsExactly(
            "samples",
            "samples",
            "no metrics returned from resource metrics API",
            "samples",
            "no metrics returned from custom metrics API",
            "no metrics returned from custom metrics API",
            "4000",
            "no metrics returned from external metrics API",
            "no metrics returned from custom metrics API");
  }

  @Test
  void aPlaceholderIsNotServed() {
    assertThat(replies("sip", pods("custom_metric", "5"), external("custom_metric_needed", "1")))
        .allMatch(MetricReply.Failed.class::isInstance);
  }

  /** Up at or below 1 free, down at or above 3: one more than busy plus one, whatever there is. */
  @ParameterizedTest
  @CsvSource({"1, 0, 2", "4, 2, 4", "10, 9, 11", "10, 10, 12", "10, 0, 2"})
  void headroomOfEgressIsBusyAndTwo(int pods, int busy, int needed) {
    DocumentedMetric metric = DocumentedMetric.of(EGRESS).get(2);

    assertThat(new FreePods(pods, busy, pods).needed(metric)).isEqualTo(needed * 1000L);
  }

  /** Up at or below 5 free, down at or above 10. */
  @ParameterizedTest
  @CsvSource({"20, 16, 22", "20, 15, 21", "20, 14, 20", "20, 11, 20", "20, 10, 19", "20, 0, 9"})
  void headroomHoldsBetweenItsThresholds(int pods, int busy, int needed) {
    DocumentedMetric metric = DocumentedMetric.of(Plans.type("sip", Encoding.HEADROOM)).get(2);

    assertThat(new FreePods(pods, busy, pods).needed(metric)).isEqualTo(needed * 1000L);
  }

  @Test
  void podsThatEndAreNeitherBusyNorFree() {
    assertThat(FreePods.of(samples(), 1)).isEqualTo(new FreePods(3, 2, 4));
  }

  private static List<MetricReply> replies(String type, Metrics.Entry... metrics) {
    RunPlan plan =
        Plans.of(
            Plans.type(type, Encoding.HEADROOM),
            AdmittedAutoscaler.of(Autoscalers.bare(type).metrics(metrics).build()),
            LoadKind.STEP,
            1);
    Samples samples = samples();
    FreePods free = FreePods.of(samples, 1);
    return new MetricReplies(plan, DocumentedMetric.of(plan.type())).of(samples, free);
  }

  /** Two busy pods, an idle one, one without a sample, and a busy one that ends. */
  private static Samples samples() {
    int[] sessions = {1, 1, 0, -1, 1};
    List<Pod> pods = new ArrayList<>();
    for (int index = 0; index < sessions.length; index++) {
      pods.add(
          new Pod(
              "pod-" + index,
              PodPhase.RUNNING,
              Readiness.READY,
              0,
              0,
              index == 4,
              PodResources.of("main", Requests.of(1, 1))));
    }
    Samples samples = new Samples(0, 0, pods);
    System.arraycopy(sessions, 0, samples.sessions, 0, sessions.length);
    return samples;
  }

  private static String text(MetricReply reply) {
    if (reply instanceof MetricReply.Failed failed) {
      return failed.error();
    }
    return reply instanceof MetricReply.Series series
        ? series.values().get(0).toString()
        : reply instanceof PodSamples ? "samples" : "another";
  }
}

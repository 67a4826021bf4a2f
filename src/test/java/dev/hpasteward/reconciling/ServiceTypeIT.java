package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The HPA follows the Deployment's label. */
class ServiceTypeIT {

  private static final String METRICS =
      ".spec.metrics[*]['resource.name','resource.target.averageUtilization','pods.metric.name']";

  @Test
  void oursGoesWhenTheLabelIsRemovedAndComesBackWithIt() {
    Fleet fleet = Fleets.generated();

    label(fleet, "null");

    fleet.awaitAutoscalers("");
    fleet.awaitEvent(
        "Deployment",
        "Normal AutoscalerRemoved: deleted HorizontalPodAutoscaler egress-hpa-steward: its"
            + " Deployment is no longer under policy\n");

    label(fleet, "\"livekit-egress\"");

    fleet.awaitAutoscalers(GENERATED);
  }

  @Test
  void oursFollowsAnotherServiceType() {
    Fleet fleet = Fleets.generated();

    label(fleet, "\"sfu\"");

    fleet.awaitField(METRICS, "cpu memory 60 70");
  }

  /** Sets the label, or removes it. Without the exemption, that would be refused. */
  private static void label(Fleet fleet, String json) {
    fleet.patch(
        "deployment/egress",
        """
        {"metadata": {"labels": {"hpa-steward.dev/service-type": %s}, "annotations": {
          "hpa-steward.dev/exempt": "service-type-removed",
          "hpa-steward.dev/exempt-reason": "becomes something else",
          "hpa-steward.dev/exempt-until": "%s"}}}
        """
            .formatted(json, LocalDate.now(ZoneOffset.UTC).plusDays(1)));
  }
}

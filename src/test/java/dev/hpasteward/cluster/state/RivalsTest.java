package dev.hpasteward.cluster.state;

import static dev.hpasteward.cluster.state.Cast.EGRESS;
import static dev.hpasteward.cluster.state.Cast.deployment;
import static dev.hpasteward.cluster.state.Cast.generated;
import static dev.hpasteward.cluster.state.Cast.hpa;
import static dev.hpasteward.cluster.state.Cast.ofKeda;
import static dev.hpasteward.cluster.state.Cast.owner;
import static dev.hpasteward.cluster.state.Cast.scaledObject;
import static dev.hpasteward.cluster.state.Cast.state;
import static dev.hpasteward.cluster.state.Cast.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RivalsTest {

  private static final Workload WORKLOAD = workload("egress", "u-1");
  private static final Autoscaler MINE = hpa("egress", EGRESS);

  private record OfAutoscaler(
      String name, Autoscaler subject, List<Object> seen, List<String> rivals) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static OfAutoscaler row(
      String name, Autoscaler subject, List<Object> seen, String... rivals) {
    return new OfAutoscaler(name, subject, seen, List.of(rivals));
  }

  private static Stream<OfAutoscaler> autoscalers() {
    ScaledObject scaled = scaledObject("egress", "s-1", EGRESS);
    TargetReference later = new TargetReference("apps/v2", "Deployment", "egress");
    TargetReference core = new TargetReference("v1", "Deployment", "egress");
    TargetReference stateful = new TargetReference("apps/v1", "StatefulSet", "egress");
    return Stream.of(
        row("nothing else", MINE, List.of()),
        row("only itself", MINE, List.of(MINE)),
        row("another HPA", MINE, List.of(MINE, hpa("b", EGRESS)), "HorizontalPodAutoscaler b"),
        row(
            "two others, by name",
            MINE,
            List.of(hpa("c", EGRESS), hpa("b", EGRESS)),
            "HorizontalPodAutoscaler b",
            "HorizontalPodAutoscaler c"),
        row("another target", MINE, List.of(hpa("b", deployment("sip")))),
        row("another kind", MINE, List.of(hpa("b", stateful))),
        row("another group", MINE, List.of(hpa("b", core))),
        row("another version", MINE, List.of(hpa("b", later)), "HorizontalPodAutoscaler b"),
        row("ours", MINE, List.of(generated("egress", "u-1"))),
        row(
            "ours, of a Deployment that is gone",
            MINE,
            List.of(generated("egress", "u-0")),
            "HorizontalPodAutoscaler egress-hpa-steward"),
        row(
            "one that only says that it is ours",
            MINE,
            List.of(hpa("b", EGRESS, Map.of(StewardKeys.MANAGED_BY, StewardKeys.STEWARD))),
            "HorizontalPodAutoscaler b"),
        row(
            "a foreign one beside ours",
            generated("egress", "u-1"),
            List.of(MINE),
            "HorizontalPodAutoscaler egress"),
        row("a ScaledObject", MINE, List.of(scaled), "ScaledObject egress"),
        row(
            "a ScaledObject and its HPA are one",
            MINE,
            List.of(scaled, ofKeda("egress", "s-1", EGRESS)),
            "ScaledObject egress"),
        row(
            "an HPA whose ScaledObject is gone",
            MINE,
            List.of(ofKeda("egress", "s-1", EGRESS)),
            "HorizontalPodAutoscaler keda-hpa-egress"),
        row(
            "an HPA of an earlier ScaledObject of that name",
            MINE,
            List.of(scaled, ofKeda("egress", "s-0", EGRESS)),
            "HorizontalPodAutoscaler keda-hpa-egress",
            "ScaledObject egress"),
        row(
            "an HPA whose ScaledObject scales something else by now",
            MINE,
            List.of(
                scaledObject("egress", "s-1", deployment("sip")), ofKeda("egress", "s-1", EGRESS)),
            "HorizontalPodAutoscaler keda-hpa-egress"),
        row(
            "the ScaledObject that owns it",
            ofKeda("egress", "s-1", EGRESS),
            List.of(scaled, ofKeda("egress", "s-1", EGRESS))),
        row(
            "the same under another name, as after a change of the HPA's name in KEDA",
            hpa("renamed", EGRESS, owner("egress", "s-1")),
            List.of(scaled, ofKeda("egress", "s-1", EGRESS))),
        row(
            "KEDA's beside a foreign one",
            ofKeda("egress", "s-1", EGRESS),
            List.of(scaled, MINE),
            "HorizontalPodAutoscaler egress"),
        row(
            "a second ScaledObject",
            ofKeda("egress", "s-1", EGRESS),
            List.of(scaled, scaledObject("other", "s-2", EGRESS)),
            "ScaledObject other"));
  }

  @ParameterizedTest
  @MethodSource("autoscalers")
  void anAutoscalerHasTheseRivals(OfAutoscaler row) {
    ClusterState state = state(row.seen().toArray());

    assertThat(Rivals.of(row.subject(), Optional.of(WORKLOAD), state))
        .extracting(Rival::describe)
        .isEqualTo(row.rivals());
  }

  private record OfWorkload(String name, List<Object> seen, List<String> rivals) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<OfWorkload> workloads() {
    ScaledObject scaled = scaledObject("egress", "s-1", EGRESS);
    return Stream.of(
        new OfWorkload("nothing", List.of(), List.of()),
        new OfWorkload(
            "an HPA of another workload", List.of(hpa("b", deployment("sip"))), List.of()),
        new OfWorkload(
            "ours counts",
            List.of(generated("egress", "u-1")),
            List.of("HorizontalPodAutoscaler egress-hpa-steward")),
        new OfWorkload(
            "a ScaledObject and its HPA count once",
            List.of(scaled, ofKeda("egress", "s-1", EGRESS)),
            List.of("ScaledObject egress")),
        new OfWorkload(
            "all of them",
            List.of(MINE, hpa("b", EGRESS), scaled),
            List.of(
                "HorizontalPodAutoscaler b",
                "HorizontalPodAutoscaler egress",
                "ScaledObject egress")));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void aWorkloadIsScaledByThese(OfWorkload row) {
    assertThat(Rivals.of(WORKLOAD, state(row.seen().toArray())))
        .extracting(Rival::describe)
        .isEqualTo(row.rivals());
  }
}

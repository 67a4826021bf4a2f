package dev.hpasteward.cluster.state;

import static dev.hpasteward.cluster.state.Cast.EGRESS;
import static dev.hpasteward.cluster.state.Cast.deployment;
import static dev.hpasteward.cluster.state.Cast.hpa;
import static dev.hpasteward.cluster.state.Cast.seen;
import static dev.hpasteward.cluster.state.Cast.state;
import static dev.hpasteward.cluster.state.Cast.vertical;
import static dev.hpasteward.cluster.state.Cast.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighbourhoodTest {

  private record Row(
      String name, VerticalAutoscaler vertical, List<String> containers, boolean counts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(
      String name, Map<String, Boolean> controlled, boolean counts, String... containers) {
    return new Row(name, vertical("v", EGRESS, false, controlled), List.of(containers), counts);
  }

  private static Stream<Row> verticals() {
    return Stream.of(
        row("everything by default", Map.of(), true, "egress"),
        row("everything of an unknown workload", Map.of(), true),
        row("nothing at all", Map.of("*", false), false, "egress"),
        row("nothing of an unknown workload", Map.of("*", false), false),
        row("nothing of the one container", Map.of("egress", false), false, "egress"),
        row("nothing of one of two", Map.of("egress", false), true, "egress", "proxy"),
        row("one, and no other", Map.of("egress", true, "*", false), true, "egress", "proxy"),
        row("one that is not there", Map.of("egress", true, "*", false), false, "proxy"),
        new Row(
            "it only recommends", vertical("v", EGRESS, true, Map.of()), List.of("egress"), false),
        new Row(
            "another target",
            vertical("v", deployment("sip"), false, Map.of()),
            List.of("egress"),
            false));
  }

  @ParameterizedTest
  @MethodSource("verticals")
  void aVerticalAutoscalerCountsIfItSetsCpuOrMemoryOfAContainer(Row row) {
    Workload target = workload("egress", "u-1", row.containers().toArray(String[]::new));

    Surroundings around =
        Neighbourhood.of(
            hpa("egress", EGRESS), new Target.Found(target), state(row.vertical()), true, true);

    assertThat(around.verticalAutoscalers()).isEqualTo(row.counts() ? List.of("v") : List.of());
  }

  @Test
  void whatIsToldIsPassedOn() {
    ClusterState state = state();
    state
        .namespaces()
        .put(seen(new ObjectKey("", "media"), new NamespaceLabels(Map.of("team", "media"))));

    assertThat(Neighbourhood.of(hpa("egress", EGRESS), new Target.Missing(), state, false, false))
        .isEqualTo(
            new Surroundings(
                new Target.Missing(),
                false,
                false,
                Optional.of(Map.of("team", "media")),
                List.of(),
                List.of(),
                Ownership.ANYBODY));
  }

  @Test
  void aNamespaceThatWasNotSeenHasNoLabelsRatherThanNone() {
    Surroundings around =
        Neighbourhood.of(hpa("egress", EGRESS), new Target.Unknown(), state(), true, true);

    assertThat(around.namespaceLabels()).isEmpty();
  }

  @Test
  void aWorkloadIsToldWhatScalesIt() {
    Surroundings around =
        Neighbourhood.of(
            workload("egress", "u-1"),
            new Target.NotLookedUp(),
            state(hpa("egress", EGRESS)),
            true,
            true);

    assertThat(around.rivals()).containsExactly(new Rival.OfHpa(hpa("egress", EGRESS)));
  }
}

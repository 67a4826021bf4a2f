package dev.hpasteward.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.Requests;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Sessions go to the least loaded pods. */
class PlacementTest {

  private static final int MOST = 20;

  @Property(tries = 500)
  void theResultIsThatOfPlacingThemOneByOne(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = MOST) Integer> levels,
      @ForAll @IntRange(min = 1, max = 300) int sessions) {
    List<WorkerPod> pods = levels.stream().map(PlacementTest::pod).toList();
    int[] expected = levels.stream().mapToInt(Integer::intValue).toArray();
    int placed = 0;
    while (placed < sessions && placeOne(expected)) {
      placed++;
    }

    assertThat(new Placement(MOST).place(sessions, pods)).isEqualTo(placed);
    assertThat(pods.stream().map(pod -> pod.sessions).sorted())
        .containsExactlyElementsOf(IntStream.of(expected).sorted().boxed().toList());
  }

  private static boolean placeOne(int[] levels) {
    int least = -1;
    for (int index = 0; index < levels.length; index++) {
      if (levels[index] < MOST && (least < 0 || levels[index] < levels[least])) {
        least = index;
      }
    }
    if (least >= 0) {
      levels[least]++;
    }
    return least >= 0;
  }

  private static WorkerPod pod(int sessions) {
    Nodes nodes = new Nodes(new PodStart(Duration.ZERO, Duration.ZERO, 1));
    PodResources resources = PodResources.of("main", Requests.of(1, 1));
    WorkerPod pod = new WorkerPod("pod", resources, 0, 1);
    pod.assign(nodes.ready(0), 0);
    pod.goOn(0);
    pod.sessions = sessions;
    return pod;
  }
}

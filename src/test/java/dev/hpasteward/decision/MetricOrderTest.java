package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.object;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsWithSelector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The verdict does not depend on the order in which an author lists metrics. */
class MetricOrderTest {

  @Property(tries = 300)
  void theVerdictIsTheSameInEveryOrder(
      @ForAll("metrics") List<Metrics.Entry> metrics,
      @ForAll("types") String type,
      @ForAll long seed) {
    List<Metrics.Entry> shuffled = new ArrayList<>(metrics);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(verdict(type, shuffled)).containsExactlyInAnyOrderElementsOf(verdict(type, metrics));
  }

  /** Rule, what is there and what to do; paths are the list's own. */
  private static List<String> verdict(String type, List<Metrics.Entry> metrics) {
    Autoscaler autoscaler =
        Autoscalers.bare(type).metrics(metrics.toArray(Metrics.Entry[]::new)).build();
    return Questions.evaluate(autoscaler, Surroundings.none(true), StrategyPolicy.policy())
        .findings()
        .stream()
        .map(finding -> finding.rule() + " " + finding.found() + " " + finding.fix())
        .toList();
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of("livekit-egress", "sip", "sfu", "agent");
  }

  @Provide
  Arbitrary<List<Metrics.Entry>> metrics() {
    return Arbitraries.<Metrics.Entry>of(
            cpu(50),
            cpu(80),
            container("cpu", 40),
            memory(65),
            memory(10),
            pods("livekit_egress_available", "1"),
            podsWithSelector("livekit_egress_available", "1"),
            external("livekit_egress_needed", "2"),
            pods("custom_metric", "5"),
            object("requests", "1"))
        .list()
        .ofMaxSize(6);
  }
}

package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedVersionsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CountedVersions versions = new CountedVersions(registry);

  @Test
  void whatWasCountedUnderTheVersionInForceAndTheOneBeforeStays() {
    count("a", "b", "c");

    assertThat(counted()).containsExactlyInAnyOrder("b 1.0", "c 1.0");
  }

  @Test
  void aVersionThatComesBackAtOnceKeepsItsCounts() {
    count("a", "b", "a");

    assertThat(counted()).containsExactlyInAnyOrder("a 2.0", "b 1.0");
  }

  @Test
  void theSameVersionAgainIsNoChange() {
    count("a", "b", "b", "b");

    assertThat(counted()).containsExactlyInAnyOrder("a 1.0", "b 3.0");
  }

  @Test
  void aThousandReloadsLeaveTwoVersions() {
    count(Stream.iterate(0, i -> i < 1000, i -> i + 1).map(String::valueOf).toArray(String[]::new));

    assertThat(counted()).containsExactlyInAnyOrder("998 1.0", "999 1.0");
  }

  @Test
  void whatHasNoPolicyIsLeftAlone() {
    registry.counter("others", "name", "a").increment();
    count("a", "b", "c");

    assertThat(registry.get("others").tag("name", "a").counter().count()).isEqualTo(1);
  }

  /** Each of these comes into force in turn, and one thing is counted under it. */
  private void count(String... inTurn) {
    for (String version : inTurn) {
      versions.inForce(version);
      registry.counter("reviews", "policy", version).increment();
    }
  }

  private List<String> counted() {
    return registry.find("reviews").counters().stream().map(CountedVersionsTest::text).toList();
  }

  private static String text(Counter counter) {
    return counter.getId().getTag("policy") + " " + counter.count();
  }
}

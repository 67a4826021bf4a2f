package dev.hpasteward.source;

import dev.hpasteward.policy.Replicas;
import java.util.Optional;

/** Reads {@code replicas}: what is injected, and what authors are bound to. */
final class ReplicasReader {

  /** More than any cluster runs. */
  static final int MOST = 100_000;

  static final WholeNumber REPLICAS = new WholeNumber(1, MOST, "replicas");

  private static final int DEFAULT_MIN = 2;
  private static final int DEFAULT_MAX = 20;

  private ReplicasReader() {}

  static Replicas read(Section type) {
    Section section = type.section("replicas", "min", "max", "floor", "ceiling");
    Setting<Integer> min = section.orDefault("min", REPLICAS, DEFAULT_MIN);
    Setting<Integer> max = section.orDefault("max", REPLICAS, DEFAULT_MAX);
    Optional<Setting<Integer>> floor = section.ifSet("floor", REPLICAS);
    Optional<Setting<Integer>> ceiling = section.ifSet("ceiling", REPLICAS);

    new Order<>(min, max).lowerIsAtMostUpper();
    floor.ifPresent(setting -> new Order<>(setting, min).lowerIsAtMostUpper());
    ceiling.ifPresent(setting -> new Order<>(max, setting).upperIsAtLeastLower());
    return new Replicas(min.value(), max.value(), Setting.whole(floor), Setting.whole(ceiling));
  }
}

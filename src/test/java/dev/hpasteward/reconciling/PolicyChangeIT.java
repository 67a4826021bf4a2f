package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All HPAs follow the policy when that changes. */
class PolicyChangeIT {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int FLEET = 12;

  private final OwnProgram program = OwnProgram.start(PolicyChangeIT::fourASecond);
  private final Fleet fleet = program.fleet(getClass());

  @AfterEach
  void end() {
    program.close();
  }

  @Test
  void theyFollowOneAfterAnother() {
    for (int i = 0; i < FLEET; i++) {
      fleet.apply(Fleet.deployment("").replace("  name: egress\n", "  name: egress-" + i + "\n"));
    }
    await().atMost(A_MINUTE).until(() -> maxima().count() == FLEET);

    program.policy(policy -> fourASecond(policy).replace("max: 20 ", "max: 19 "));

    await().atMost(A_MINUTE).until(() -> maxima().distinct().toList(), List.of("19")::equals);
    List<Instant> followed =
        fleet
            .run(
                "get",
                "events",
                "--field-selector=reason=AutoscalerFollowsPolicy,involvedObject.kind=Deployment",
                "-o",
                "jsonpath={range .items[*]}{.eventTime}{\"\\n\"}{end}")
            .lines()
            .map(Instant::parse)
            .sorted(Comparator.naturalOrder())
            .toList();
    // The first at once, the last after eleven quarters of a second; a write may be told late.
    assertThat(followed).hasSize(FLEET);
    assertThat(Duration.between(followed.get(0), followed.get(FLEET - 1)))
        .isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void theyComeAndGoWithTheSelectorOfAServiceType() {
    fleet.apply(Fleet.deployment("").replace("hpa-steward.dev/service-type: livekit-egress, ", ""));
    Fleet.of(fleet.kubectl()).apply(another()).awaitAutoscalers("another-hpa-steward");

    program.policy(
        policy ->
            policy.replaceFirst(
                "    livekit-egress:\n",
                "    livekit-egress:\n      selector: {matchLabels: {team: voice}}\n"));
    fleet.awaitAutoscalers("another-hpa-steward " + GENERATED);

    program.policy(UnaryOperator.identity());
    fleet.awaitAutoscalers("another-hpa-steward");
  }

  private static String fourASecond(String policy) {
    return policy.replaceFirst("writesPerSecond: \\d+", "writesPerSecond: 4");
  }

  private Stream<String> maxima() {
    return fleet
        .run("get", "hpa", "-o", "jsonpath={range .items[*]}{.spec.maxReplicas}{\"\\n\"}{end}")
        .lines();
  }

  /** One that the policy knows by its label. */
  private static String another() {
    return Fleet.deployment("")
        .replace("  name: egress\n", "  name: another\n")
        .replace("team: voice, ", "");
  }
}

package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.ScalingPolicy;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewCountersTest {

  private static final Logger LOG = Logger.getLogger(WebhookResource.class.getName());
  private static final ScalingPolicy POLICY = WrittenStrategy.policy();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ScriptedTargets targets = new ScriptedTargets();
  private final WebhookResource resource = resource();

  @BeforeAll
  static void whatIsMeantToFailFailsInSilence() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void everythingElseIsLogged() {
    LOG.setLevel(null);
  }

  private WebhookResource resource() {
    ReviewCounters counters = new ReviewCounters(registry);
    ScriptedView view = new ScriptedView(targets, new ScriptedFeatures());
    return new WebhookResource(
        new Webhook(object -> List.of(), view, () -> InnerDoor.NOW, counters),
        () -> POLICY,
        counters,
        new AuditLog(() -> InnerDoor.NOW),
        InnerDoor.queue());
  }

  @Test
  void everythingIsCountedUnderTheVersionOfThePolicy() {
    validate(ReviewText.bytes(ReviewText.create(Manifests.egressWithCpu(80))));
    validate("no review".getBytes(StandardCharsets.UTF_8));
    targets.answer(
        () -> {
          throw new IllegalStateException("a fault");
        });
    validate(ReviewText.bytes(ReviewText.create(Manifests.egress())));

    assertThat(reviews("verdict")).containsExactlyInAnyOrder("denied 1", "bad-review 1", "fault 1");
    assertThat(registry.find("hpa_steward_target_lookups").tag("outcome", "notlookedup").counters())
        .hasSize(1);
    assertThat(registry.find("hpa_steward_findings").tag("rule", "cpu-target").counters())
        .hasSize(1);
    assertThat(registry.find("hpa_steward_review_duration").timers())
        .extracting(timer -> timer.getId().getTag("webhook") + " " + timer.count())
        .containsExactly("validate 3");
    assertThat(registry.getMeters())
        .filteredOn(meter -> !meter.getId().getName().startsWith("hpa_steward_review_duration"))
        .extracting(meter -> meter.getId().getTag("policy"))
        .containsOnly(POLICY.version());
  }

  @Test
  void aPolicyThatComesBackIsCountedAgain() {
    byte[] review = ReviewText.bytes(ReviewText.create(Manifests.egressWithCpu(80)));
    validate(review);
    registry.getMeters().stream()
        .filter(meter -> meter.getId().getTag("policy") != null)
        .forEach(registry::remove);

    validate(review);

    assertThat(reviews("verdict")).containsExactly("denied 1");
    assertThat(registry.find("hpa_steward_findings").tag("rule", "cpu-target").counters())
        .hasSize(1);
  }

  @Test
  void whatIsCorrectedAndFilledInIsCountedByField() {
    ObjectNode egress = Manifests.egress();
    ((ObjectNode) egress.at("/spec")).remove("metrics");
    mutate(ReviewText.bytes(ReviewText.create(egress)));
    mutate(ReviewText.bytes(ReviewText.create(Manifests.egressWithCpu(80))));

    assertThat(
            registry.find("hpa_steward_corrections").counters().stream()
                .map(
                    counter ->
                        name(counter, "rule")
                            + " "
                            + name(counter, "field")
                            + " "
                            + (int) counter.count()))
        .contains("none spec.metrics 3", "none spec.behavior.scaleUp.stabilizationWindowSeconds 2")
        .noneMatch(line -> line.startsWith("cpu-target"));
  }

  private void mutate(byte[] body) {
    resource.mutate(body).toCompletableFuture().join();
  }

  private Stream<String> reviews(String tag) {
    return registry.find("hpa_steward_reviews").counters().stream()
        .map(counter -> name(counter, tag) + " " + (int) counter.count());
  }

  private static String name(Meter meter, String tag) {
    return String.valueOf(meter.getId().getTag(tag));
  }

  private void validate(byte[] body) {
    resource.validate(body).toCompletableFuture().join();
  }
}

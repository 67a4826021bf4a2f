package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pods get the annotations by which Prometheus finds them, and no rollout that nobody asked for.
 */
class AnnotatingTest {

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());

  @Test
  void aNewDeploymentGetsTheAnnotations() {
    Reply reply = door.mutate(ReviewText.create(Manifests.sfu()));

    assertThat(reply.patch().toString())
        .isEqualTo(
            "[{\"op\":\"add\",\"path\":\"/spec/template/metadata/annotations\",\"value\":"
                + "{\"prometheus.io/scrape\":\"true\",\"prometheus.io/port\":\"6789\","
                + "\"prometheus.io/path\":\"/metrics\"}}]");
    assertThat(reply.warnings()).isEmpty();
  }

  @Test
  void theContainersOwnMetricsPortCounts() {
    ObjectNode sfu = Manifests.sfu();
    ((ObjectNode) sfu.at("/spec/template/spec/containers/0"))
        .putArray("ports")
        .addObject()
        .put("name", "prometheus")
        .put("containerPort", 7000);

    assertThat(
            door.mutate(ReviewText.create(sfu))
                .patch()
                .at("/0/value")
                .get("prometheus.io/port")
                .asText())
        .isEqualTo("7000");
  }

  @Test
  void aTemplateThatChangesAnywayIsAnnotated() {
    ObjectNode changed = Manifests.sfu();
    ((ObjectNode) changed.at("/spec/template/spec/containers/0")).put("image", "example.com/sfu:2");

    assertThat(door.mutate(ReviewText.update(changed, Manifests.sfu())).patch()).hasSize(1);
  }

  @Test
  void aTemplateThatDoesNotChangeIsNotRolledOut() {
    ObjectNode changed = Manifests.sfu();
    ((ObjectNode) changed.get("spec")).put("replicas", 5);

    assertThat(door.mutate(ReviewText.update(changed, Manifests.sfu())).patch()).isEmpty();
  }

  @Test
  void aDifferingValueIsCorrectedOnCreateWithAWarning() {
    ObjectNode sfu = annotated();

    Reply mutated = door.mutate(ReviewText.create(sfu));

    assertThat(mutated.patch().get(0).toString())
        .isEqualTo(
            "{\"op\":\"replace\",\"path\":"
                + "\"/spec/template/metadata/annotations/prometheus.io~1port\",\"value\":\"6789\"}");
    assertThat(mutated.warnings())
        .containsExactly(
            "annotation-mismatch: corrected"
                + " spec.template.metadata.annotations[prometheus.io/port] from \"9999\" to"
                + " \"6789\"");
  }

  @Test
  void aDifferingValueIsOnlyWarnedAboutOnUpdate() {
    ObjectNode changed = annotated();
    ((ObjectNode) changed.at("/spec/template/spec/containers/0")).put("image", "example.com/sfu:2");

    Reply mutated = door.mutate(ReviewText.update(changed, annotated()));

    assertThat(mutated.patch().findValuesAsText("path"))
        .containsExactlyInAnyOrder(
            "/spec/template/metadata/annotations/prometheus.io~1scrape",
            "/spec/template/metadata/annotations/prometheus.io~1path");
    assertThat(mutated.warnings()).isEmpty();
    assertWarned(door.validate(ReviewText.update(changed, annotated())));
  }

  @Test
  void aDifferingValueThatGitHoldsIsOnlyWarnedAbout() {
    ObjectNode tracked = annotated();
    ((ObjectNode) tracked.get("metadata"))
        .putObject("annotations")
        .put("argocd.argoproj.io/tracking-id", "media:sfu");

    Reply mutated = door.mutate(ReviewText.create(tracked));

    assertThat(mutated.patch().findValuesAsText("op")).containsOnly("add");
    assertThat(mutated.warnings()).isEmpty();
    assertWarned(door.validate(ReviewText.create(tracked)));
  }

  private static void assertWarned(Reply validated) {
    assertThat(validated.allowed()).isTrue();
    assertThat(validated.warnings())
        .isEqualTo(
            List.of(
                "annotation-mismatch: spec.template.metadata.annotations[prometheus.io/port]:"
                    + " found \"9999\", allowed \"6789\"",
                "annotation-mismatch: set it to \"6789\" or remove it"));
  }

  @Test
  void aDeploymentOnItsWayOutIsLeftAlone() {
    ObjectNode leaving = Manifests.sfu();
    ((ObjectNode) leaving.get("metadata")).put("deletionTimestamp", "2026-03-01T12:00:00Z");
    ((ObjectNode) leaving.at("/spec/template/spec/containers/0")).put("image", "example.com/sfu:2");

    assertThat(door.mutate(ReviewText.update(leaving, Manifests.sfu())).patch()).isEmpty();
  }

  @Test
  void anUnlabelledDeploymentIsLeftAlone() {
    ObjectNode foreign = annotated();
    ((ObjectNode) foreign.get("metadata")).remove("labels");

    assertThat(door.mutate(ReviewText.create(foreign)).patch()).isEmpty();
    assertThat(door.validate(ReviewText.create(foreign)).warnings()).isEmpty();
    assertThat(door.targets.asked()).isEmpty();
  }

  private static ObjectNode annotated() {
    ObjectNode sfu = Manifests.sfu();
    ((ObjectNode) sfu.at("/spec/template/metadata"))
        .putObject("annotations")
        .put("prometheus.io/port", "9999");
    return sfu;
  }
}

package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.synthesis.GeneratedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Deployments are looked at when something changes. */
class TriggersTest {

  private final ClusterState state = new ClusterState();
  private final List<String> concerned = new ArrayList<>();

  @BeforeEach
  void connected() {
    Triggers.connect(state, key -> concerned.add(key.namespace() + "/" + key.name()));
  }

  @Test
  void aDeploymentConcernsItself() {
    deployment("egress");
    state.workloads().remove(key("egress"));

    assertThat(concerned).containsExactly("media/egress", "media/egress");
  }

  @Test
  void anHpaConcernsWhatItScalesBeforeAndAfter() {
    put(scaling("mine", "one").build());
    concerned.clear();

    put(scaling("mine", "two").build());

    assertThat(concerned).containsExactly("media/one", "media/two");
  }

  @Test
  void anHpaThatIsDeletedConcernsWhatItScaled() {
    put(scaling("mine", "one").build());
    concerned.clear();

    state.autoscalers().remove(key("mine"));

    assertThat(concerned).containsExactly("media/one");
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, media/one",
    "apps/v1beta9, Deployment, media/one",
    "apps/v1, StatefulSet,",
    "argoproj.io/v1alpha1, Deployment,"
  })
  void onlyTargetsThatAreDeploymentsConcernOne(String apiVersion, String kind, String expected) {
    put(scaling("mine", "one").target(apiVersion, kind, "one").build());

    assertThat(concerned).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void anHpaWithTheNameOfOursConcernsThatDeploymentWhateverItScales() {
    put(scaling("one-hpa-steward", "two").build());

    assertThat(concerned).containsExactly("media/two", "media/one");
  }

  @Test
  void anHpaWithAShortenedNameOfOursConcernsItsDeploymentToo() {
    String name = "a".repeat(250);
    deployment(name);
    deployment("a".repeat(251));
    concerned.clear();

    put(scaling(GeneratedName.of(name), "two").build());

    assertThat(concerned).contains("media/" + name).doesNotContain("media/" + name + "a");
  }

  @Test
  void anHpaConcernsTheDeploymentThatItSaysOwnsIt() {
    AutoscalerBuilder mine = scaling("mine", "two");
    put(
        mine.metadata(
                new Metadata(
                    "media",
                    "mine",
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                        new OwnerReference("apps/v1", "Deployment", "one", "u"),
                        new OwnerReference("keda.sh/v1alpha1", "ScaledObject", "s", "u"))))
            .build());

    assertThat(concerned).containsExactly("media/two", "media/one");
  }

  @Test
  void aScaledObjectConcernsWhatItScales() {
    scaledObject("one");
    scaledObject("two");
    state.scaledObjects().remove(key("s"));

    assertThat(concerned).containsExactly("media/one", "media/one", "media/two", "media/two");
  }

  @Test
  void aNamespaceConcernsAllItsDeployments() {
    deployment("one");
    deployment("two");
    state
        .workloads()
        .put(new Seen<>(new ObjectKey("other", "three"), Workloads.of("sfu"), "1", false));
    concerned.clear();

    state
        .namespaces()
        .put(
            new Seen<>(
                new ObjectKey("", "media"), new NamespaceLabels(Map.of("a", "b")), "1", false));

    assertThat(concerned).containsExactlyInAnyOrder("media/one", "media/two");
  }

  @Test
  void aNewVersionThatSaysTheSameConcernsNobody() {
    deployment("one");
    concerned.clear();

    state.workloads().put(new Seen<>(key("one"), Workloads.of("sfu"), "2", false));

    assertThat(concerned).isEmpty();
  }

  private void deployment(String name) {
    state.workloads().put(new Seen<>(key(name), Workloads.of("sfu"), "1", false));
  }

  private void put(Autoscaler autoscaler) {
    state.autoscalers().put(new Seen<>(key(autoscaler.metadata().name()), autoscaler, "1", false));
  }

  private void scaledObject(String target) {
    state
        .scaledObjects()
        .put(
            new Seen<>(
                key("s"),
                new ScaledObject(
                    key("s"), "u", new TargetReference("apps/v1", "Deployment", target)),
                "1",
                false));
  }

  private static AutoscalerBuilder scaling(String name, String target) {
    return Autoscalers.sfu()
        .metadata(new Metadata("media", name, Map.of(), Map.of()))
        .target("apps/v1", "Deployment", target);
  }

  private static ObjectKey key(String name) {
    return new ObjectKey("media", name);
  }
}

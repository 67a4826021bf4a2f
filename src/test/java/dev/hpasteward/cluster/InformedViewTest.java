package dev.hpasteward.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class InformedViewTest {

  private static final Autoscaler AUTOSCALER = Autoscalers.egress().build();
  private static final Workload WORKLOAD = Workloads.of("livekit-egress");

  private final ClusterState state = new ClusterState();
  private final List<String> asked = new ArrayList<>();
  private CompletionStage<Target> answer = CompletableFuture.completedStage(new Target.Missing());
  private CompletionStage<Optional<Map<String, String>>> labels =
      CompletableFuture.completedStage(Optional.empty());

  @Test
  void aTargetThatWasSeenIsNotAskedFor() {
    see(WORKLOAD);
    see("media", Map.of());

    assertThat(around(AUTOSCALER).target()).isEqualTo(new Target.Found(WORKLOAD));
    assertThat(asked).isEmpty();
  }

  @Test
  void aTargetThatWasNotSeenIsAskedFor() {
    answer = CompletableFuture.completedStage(new Target.Found(WORKLOAD));
    see("media", Map.of());

    assertThat(around(AUTOSCALER).target()).isEqualTo(new Target.Found(WORKLOAD));
    assertThat(asked).containsExactly("media/example");
  }

  @Test
  void whatElseIsKnownIsToldWhateverTheAnswerIs() {
    Metadata metadata = new Metadata("media", "other", Map.of(), Map.of());
    Autoscaler other = Autoscalers.egress().metadata(metadata).build();
    state.autoscalers().put(new Seen<>(new ObjectKey("media", "other"), other, "1", false));

    assertThat(around(AUTOSCALER).rivals()).containsExactly(new Rival.OfHpa(other));
  }

  @Test
  void whatIsNoDeploymentIsNotAskedFor() {
    Autoscaler ofStatefulSet =
        Autoscalers.egress().target("apps/v1", "StatefulSet", "example").build();
    see("media", Map.of());

    assertThat(around(ofStatefulSet).target()).isEqualTo(new Target.NotLookedUp());
    assertThat(around(WORKLOAD).target()).isEqualTo(new Target.NotLookedUp());
    assertThat(asked).isEmpty();
  }

  @Test
  void aNamespaceThatWasSeenIsNotAskedFor() {
    see(WORKLOAD);
    see("media", Map.of("mode", "seen"));
    labels = CompletableFuture.completedStage(Optional.of(Map.of("mode", "asked")));

    assertThat(around(AUTOSCALER).namespaceLabels()).contains(Map.of("mode", "seen"));
    assertThat(around(WORKLOAD).namespaceLabels()).contains(Map.of("mode", "seen"));
    assertThat(asked).isEmpty();
  }

  @Test
  void aNamespaceThatWasNotSeenIsAskedForWhateverTheObjectIs() {
    see(WORKLOAD);
    labels = CompletableFuture.completedStage(Optional.of(Map.of("mode", "asked")));

    assertThat(around(AUTOSCALER).namespaceLabels()).contains(Map.of("mode", "asked"));
    assertThat(around(WORKLOAD).namespaceLabels()).contains(Map.of("mode", "asked"));
    assertThat(asked).containsExactly("media", "media");
  }

  @Test
  void aTargetAndANamespaceAreAskedForAtOnce() {
    CompletableFuture<Target> later = new CompletableFuture<>();
    answer = later;
    labels = CompletableFuture.completedStage(Optional.of(Map.of("mode", "asked")));

    CompletableFuture<Surroundings> around =
        view(true, this::find).around(AUTOSCALER).toCompletableFuture();
    assertThat(asked).containsExactly("media/example", "media");
    assertThat(around).isNotDone();
    later.complete(new Target.Found(WORKLOAD));

    assertThat(around.join().target()).isEqualTo(new Target.Found(WORKLOAD));
    assertThat(around.join().namespaceLabels()).contains(Map.of("mode", "asked"));
  }

  @Test
  void aNamespaceThatIsSeenWhileItIsAskedForInVainIsKnown() {
    CompletableFuture<Optional<Map<String, String>>> later = new CompletableFuture<>();
    labels = later;
    CompletionStage<Surroundings> around = view(true, this::find).around(WORKLOAD);
    see("media", Map.of("mode", "seen"));
    later.complete(Optional.empty());

    assertThat(join(around).namespaceLabels()).contains(Map.of("mode", "seen"));
  }

  @Test
  void aNamespaceThatNobodyKnowsLeavesTheAnswerComplete() {
    Surroundings around = around(WORKLOAD);

    assertThat(around.namespaceLabels()).isEmpty();
    assertThat(around.complete()).isTrue();
  }

  @Test
  void aFaultOfOursLeavesThingsUnknownAndTheAnswerIncomplete() {
    answer = CompletableFuture.failedStage(new IllegalStateException("a fault"));
    Surroundings afterwards = around(AUTOSCALER);
    Surroundings atOnce =
        join(
            view(
                    true,
                    (namespace, target) -> {
                      throw new IllegalStateException("a fault");
                    })
                .around(AUTOSCALER));

    assertThat(afterwards.target()).isEqualTo(new Target.Unknown());
    assertThat(afterwards.complete()).isFalse();
    assertThat(atOnce).isEqualTo(afterwards);
  }

  @Test
  void withoutAClusterNobodyIsAsked() {
    assertThat(join(view(false, this::find).around(AUTOSCALER))).isEqualTo(Surroundings.none(true));
    assertThat(asked).isEmpty();
  }

  private Surroundings around(Subject subject) {
    return join(view(true, this::find).around(subject));
  }

  private static Surroundings join(CompletionStage<Surroundings> around) {
    return around.toCompletableFuture().join();
  }

  private CompletionStage<Target> find(String namespace, TargetReference target) {
    asked.add(namespace + "/" + target.name());
    return answer;
  }

  private CompletionStage<Optional<Map<String, String>>> labels(String namespace) {
    asked.add(namespace);
    return labels;
  }

  private InformedView view(boolean exists, TargetLookup lookup) {
    return new InformedView(
        new KnownCluster() {
          @Override
          public boolean exists() {
            return exists;
          }

          @Override
          public ClusterState state() {
            return state;
          }

          @Override
          public boolean complete() {
            return true;
          }
        },
        lookup,
        this::labels,
        () -> true);
  }

  private void see(String namespace, Map<String, String> with) {
    ObjectKey key = new ObjectKey("", namespace);
    state.namespaces().put(new Seen<>(key, new NamespaceLabels(with), "1", false));
  }

  private void see(Workload workload) {
    ObjectKey key = new ObjectKey(workload.metadata().namespace(), workload.metadata().name());
    state.workloads().put(new Seen<>(key, workload, "1", false));
  }
}

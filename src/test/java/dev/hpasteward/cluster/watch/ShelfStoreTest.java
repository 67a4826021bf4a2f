package dev.hpasteward.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.state.Shelf;
import dev.hpasteward.model.Autoscaler;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShelfStoreTest {

  private static final ObjectKey KEY = new ObjectKey("media", "egress");

  private final Shelf<Autoscaler, String> shelf = new Shelf<>(autoscaler -> Optional.empty());
  private final ShelfStore<Autoscaler> store =
      new ShelfStore<>(WatchedKind.AUTOSCALERS, ObjectReaders::autoscaler, shelf);

  @Test
  void whatIsReadIsKeptWithItsVersion() {
    put(object("7", 10));

    assertThat(shelf.get(KEY).map(seen -> seen.object().maxReplicas().orElseThrow())).contains(10);
    assertThat(shelf.get(KEY).map(Seen::resourceVersion)).contains("7");
    assertThat(shelf.get(KEY).map(Seen::beingDeleted)).contains(false);
  }

  @Test
  void anObjectThatWaitsForItsFinalizersSaysSo() {
    GenericKubernetesResource object = object("7", 10);
    object.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");
    put(object);

    assertThat(shelf.get(KEY).map(Seen::beingDeleted)).contains(true);
  }

  @Test
  void theInformerIsShownNamesAndVersions() {
    put(object("7", 10));

    assertThat(store.keySet()).containsExactly("media/egress");
    assertThat(store.values().map(GenericKubernetesResource::getMetadata))
        .containsExactly(metadata("7"));
    assertThat(put(object("8", 11)))
        .extracting(GenericKubernetesResource::getMetadata)
        .isEqualTo(metadata("7"));
  }

  @Test
  void whatIsRemovedIsGone() {
    put(object("7", 10));
    store.remove("media/egress");

    assertThat(shelf.all()).isEmpty();
    assertThat(store.size()).isZero();
  }

  @Test
  void anObjectThatCantBeReadIsLeftOutUntilItCan() {
    put(object("7", 10));
    put(object("8", "ten"));
    assertThat(shelf.get(KEY)).isEmpty();

    put(object("9", 11));
    assertThat(shelf.get(KEY).map(Seen::resourceVersion)).contains("9");
  }

  @Test
  void aClosedStoreKeepsNothingMore() {
    store.close();
    put(object("7", 10));

    assertThat(shelf.all()).isEmpty();
  }

  @Test
  void anObjectWithoutANamespaceHasAnEmptyOne() {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setMetadata(new ObjectMetaBuilder().withName("media").build());
    put(object);

    assertThat(store.keySet()).containsExactly("/media");
    assertThat(shelf.get(new ObjectKey("", "media"))).isPresent();
  }

  private @Nullable GenericKubernetesResource put(GenericKubernetesResource object) {
    return store.put(store.getKey(object), object);
  }

  private static GenericKubernetesResource object(String version, Object maxReplicas) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setMetadata(metadata(version));
    object.setAdditionalProperties(Map.of("spec", Map.of("maxReplicas", maxReplicas)));
    return object;
  }

  private static ObjectMeta metadata(String version) {
    return new ObjectMetaBuilder()
        .withNamespace("media")
        .withName("egress")
        .withResourceVersion(version)
        .build();
  }
}

package dev.hpasteward.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.state.Shelf;
import dev.hpasteward.manifest.MalformedObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The store of an informer that keeps what we read and drops the object. To the informer it shows
 * each object as its name and version, which is all that it needs.
 *
 * @param <T> what is kept of an object
 */
final class ShelfStore<T> implements ItemStore<GenericKubernetesResource> {

  private static final Logger LOG = Logger.getLogger(ShelfStore.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WatchedKind kind;
  private final ObjectReader<T> reader;
  private final Shelf<T, ?> shelf;
  private final Set<ObjectKey> unreadable = ConcurrentHashMap.newKeySet();
  private boolean closed;

  ShelfStore(WatchedKind kind, ObjectReader<T> reader, Shelf<T, ?> shelf) {
    this.kind = kind;
    this.reader = reader;
    this.shelf = shelf;
  }

  /** From now on nothing is kept: an event may still be on its way when its informer is stopped. */
  synchronized void close() {
    closed = true;
  }

  @Override
  public String getKey(GenericKubernetesResource resource) {
    return text(key(resource));
  }

  @Override
  public synchronized @Nullable GenericKubernetesResource put(
      String name, GenericKubernetesResource resource) {
    ObjectKey key = LeanObjects.of(key(resource));
    GenericKubernetesResource before = get(name);
    if (closed) {
      return before;
    }
    try {
      ObjectMeta metadata = resource.getMetadata();
      JsonNode tree = JSON.valueToTree(resource);
      shelf.put(
          new Seen<>(
              key,
              reader.read(key, tree),
              Objects.requireNonNullElse(metadata.getResourceVersion(), ""),
              metadata.getDeletionTimestamp() != null));
      unreadable.remove(key);
    } catch (MalformedObject | RuntimeException e) {
      // What was known of it is no longer true, and one object must not stop the others.
      shelf.remove(key);
      if (unreadable.add(key)) {
        LOG.warnf("%s %s can't be read and is left out: %s", kind.kind(), name, e.getMessage());
      }
    }
    return before;
  }

  @Override
  public synchronized @Nullable GenericKubernetesResource remove(String name) {
    GenericKubernetesResource before = get(name);
    if (!closed) {
      shelf.remove(key(name));
      unreadable.remove(key(name));
    }
    return before;
  }

  @Override
  public Stream<String> keySet() {
    return shelf.all().stream().map(seen -> text(seen.key()));
  }

  @Override
  public Stream<GenericKubernetesResource> values() {
    return shelf.all().stream().map(this::outline);
  }

  @Override
  public int size() {
    return shelf.size();
  }

  @Override
  public @Nullable GenericKubernetesResource get(String name) {
    return shelf.get(key(name)).map(this::outline).orElse(null);
  }

  private GenericKubernetesResource outline(Seen<T> seen) {
    GenericKubernetesResource outline = new GenericKubernetesResource();
    outline.setKind(kind.kind());
    outline.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(seen.key().namespace())
            .withName(seen.key().name())
            .withResourceVersion(seen.resourceVersion())
            .build());
    return outline;
  }

  private static ObjectKey key(GenericKubernetesResource resource) {
    ObjectMeta metadata = resource.getMetadata();
    return new ObjectKey(
        Objects.requireNonNullElse(metadata.getNamespace(), ""), metadata.getName());
  }

  private static ObjectKey key(String text) {
    int slash = text.indexOf('/');
    return new ObjectKey(text.substring(0, slash), text.substring(slash + 1));
  }

  private static String text(ObjectKey key) {
    return key.namespace() + "/" + key.name();
  }
}

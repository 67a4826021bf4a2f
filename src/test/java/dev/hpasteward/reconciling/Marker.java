package dev.hpasteward.reconciling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the reconciler has looked at all that changed so far. Changes of a kind reach it in
 * order, so one that it answers visibly comes after all before it.
 */
final class Marker {

  private static @Nullable Fleet marked;

  private Marker() {}

  /** Waits until every Deployment and HPA that was changed before this call has had its look. */
  static synchronized void pass() {
    if (marked == null) {
      marked = Fleets.generated();
    }
    String word = "at-" + UUID.randomUUID();
    marked.run("label", "deployment", "egress", "team=" + word, "--overwrite");
    marked.awaitField(".metadata.labels.team", word);
    marked.patch("hpa/" + Fleet.GENERATED, "{\"metadata\":{\"labels\":{\"team\":\"other\"}}}");
    marked.awaitField(".metadata.labels.team", word);
  }
}

package dev.hpasteward.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.manifest.MalformedObject;

/**
 * Takes from an object what is kept of it.
 *
 * @param <T> what is kept
 */
public interface ObjectReader<T> {

  /**
   * Reads it.
   *
   * @throws MalformedObject if a field that we need is of a wrong type
   */
  T read(ObjectKey key, JsonNode object) throws MalformedObject;
}

package dev.hpasteward.cluster.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Secret as it was seen last.
 *
 * @param object it; empty if there is none
 * @param data what it holds, as text
 * @param held the same, read
 */
record WatchedSecret(Optional<Secret> object, Map<String, String> data, Holdings held) {

  /**
   * Reads it.
   *
   * @param title as namespace/name
   * @param names under which API servers reach the webhook
   */
  static WatchedSecret of(String title, Optional<Secret> object, List<String> names) {
    Map<String, String> data = new HashMap<>();
    object
        .map(Secret::getData)
        .ifPresent(
            encoded ->
                encoded.forEach(
                    (key, value) ->
                        // One character a byte, whatever the bytes are.
                        data.put(key, new String(Base64.getDecoder().decode(value), ISO_8859_1))));
    return new WatchedSecret(object, Map.copyOf(data), Holdings.of(title, data, names));
  }

  static Map<String, String> encoded(Map<String, String> data) {
    Map<String, String> encoded = new HashMap<>();
    data.forEach(
        (key, value) ->
            encoded.put(key, Base64.getEncoder().encodeToString(value.getBytes(ISO_8859_1))));
    return encoded;
  }

  /** Which state of the Secret it is; empty if there is none. */
  String version() {
    return object.map(secret -> secret.getMetadata().getResourceVersion()).orElse("");
  }

  /** Hides the private keys from logs. */
  @Override
  public String toString() {
    return "Secret at version " + version();
  }
}

package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** One bounded GET for an object that is too young to have been seen. */
final class ObjectRequest {

  /** A review has seconds at most; a lookup must leave room for everything else. */
  private static final Duration AT_MOST = Duration.ofMillis(300);

  /** What the API server takes for a name: anything else can't exist. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  private static final Logger LOG = Logger.getLogger(ObjectRequest.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectRequest() {}

  /** What came of it. */
  sealed interface Outcome {
    /** It is there. */
    record Found(JsonNode object) implements Outcome {}

    /** It does not exist. */
    record Missing() implements Outcome {}

    /** Nobody could say in time; the log has the reason. */
    record Unknown() implements Outcome {}
  }

  /** Whether an object can have this name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Asks for it. Never fails and never takes longer than 300 ms.
   *
   * @param what the object, for the log
   */
  static CompletionStage<Outcome> get(KubernetesClient client, String path, String what) {
    return ApiRequests.get(client, path, AT_MOST)
        .thenApply(response -> read(response, what))
        .exceptionally(fault -> unknown(what, fault));
  }

  private static Outcome read(HttpResponse<byte[]> response, String what) {
    if (response.code() == 404) {
      return new Outcome.Missing();
    }
    if (response.code() != 200) {
      return unknown(what, "HTTP " + response.code());
    }
    try {
      return new Outcome.Found(JSON.readTree(response.body()));
    } catch (IOException e) {
      return unknown(what, e);
    }
  }

  private static Outcome unknown(String what, Object why) {
    LOG.warnf("could not look up %s: %s", what, why);
    return new Outcome.Unknown();
  }
}

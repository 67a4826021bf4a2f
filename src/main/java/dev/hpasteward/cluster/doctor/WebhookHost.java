package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** The name that the API server expects in a webhook's certificate. */
final class WebhookHost {

  private WebhookHost() {}

  /** That of this webhook as it is stored; of the Service in this namespace if there is none. */
  static String of(JsonNode webhook, String namespace) {
    String url = webhook.at("/clientConfig/url").asText("");
    if (!url.isEmpty()) {
      // The API server has checked that it is one.
      return String.valueOf(URI.create(url).getHost());
    }
    JsonNode service = webhook.at("/clientConfig/service");
    return "%s.%s.svc"
        .formatted(
            service.path("name").asText(Installation.NAME),
            service.path("namespace").asText(namespace));
  }
}

package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a webhook configuration is there and is what the manifests install. */
final class WebhookCheck {

  /** What a webhook is asked about, and how. */
  private static final List<String> SCOPE =
      List.of(
          "rules",
          "namespaceSelector",
          "objectSelector",
          "matchConditions",
          "matchPolicy",
          "sideEffects");

  private WebhookCheck() {}

  /**
   * Judges one.
   *
   * @param wanted what {@code deploy/base/webhooks.yaml} has
   * @param stored what the API server has
   * @param namespace where the Service should be
   */
  static List<Diagnosis> of(JsonNode wanted, Answer stored, String namespace) {
    String about = wanted.path("kind").asText();
    if (stored.missing()) {
      return List.of(
          Diagnosis.fail(about, "there is none: the API server asks nobody", Installation.APPLY));
    }
    if (!stored.succeeded()) {
      return List.of(Diagnosis.unread(about, stored));
    }
    Map<String, JsonNode> found = byName(stored.body());
    List<Diagnosis> diagnoses = new ArrayList<>();
    byName(wanted)
        .forEach(
            (name, webhook) -> {
              JsonNode there = found.get(name);
              if (there == null) {
                diagnoses.add(
                    Diagnosis.fail(about, name + " is missing from it", Installation.APPLY));
              } else {
                diagnoses.addAll(compare(about, webhook, there, namespace));
              }
            });
    return diagnoses.isEmpty()
        ? List.of(Diagnosis.ok(about, "as installed: " + String.join(", ", found.keySet())))
        : diagnoses;
  }

  private static List<Diagnosis> compare(
      String about, JsonNode wanted, JsonNode found, String namespace) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    String name = wanted.path("name").asText();
    for (String field : List.of("failurePolicy", "timeoutSeconds")) {
      if (!found.path(field).asText().equals(wanted.path(field).asText())) {
        diagnoses.add(
            Diagnosis.warn(
                about,
                "%s: %s is %s, the manifests have %s"
                    .formatted(
                        name, field, found.path(field).asText(), wanted.path(field).asText()),
                "nothing, if you chose so (the overlay audit does); else " + Installation.APPLY));
      }
    }
    for (String field : SCOPE) {
      if (!isAlike(wanted.path(field), found.path(field))) {
        diagnoses.add(
            Diagnosis.warn(
                about,
                "%s: %s is not that of the manifests, so that other objects are asked about"
                    .formatted(name, field),
                "nothing, if you chose so; else " + Installation.APPLY));
      }
    }
    JsonNode client = found.path("clientConfig");
    if (client.has("url")) {
      diagnoses.add(
          Diagnosis.warn(
              about,
              "%s asks %s instead of the Service".formatted(name, client.path("url").asText()),
              "nothing while you develop; else " + Installation.APPLY));
    } else if (!address(client.path("service")).equals(wantedAddress(wanted, namespace))) {
      diagnoses.add(
          Diagnosis.fail(
              about,
              "%s asks the Service %s instead of %s"
                  .formatted(
                      name, address(client.path("service")), wantedAddress(wanted, namespace)),
              Installation.APPLY));
    }
    return diagnoses;
  }

  /** The API server stores what is absent as empty. */
  private static boolean isAlike(JsonNode wanted, JsonNode found) {
    return isNothing(wanted) ? isNothing(found) : wanted.equals(found);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || (node.isContainerNode() && node.isEmpty());
  }

  private static String wantedAddress(JsonNode wanted, String namespace) {
    JsonNode service = wanted.at("/clientConfig/service");
    return address(service).replaceFirst("^[^/]*", namespace);
  }

  private static String address(JsonNode service) {
    return "%s/%s:%d%s"
        .formatted(
            service.path("namespace").asText(),
            service.path("name").asText(),
            service.path("port").asInt(443),
            service.path("path").asText());
  }

  private static Map<String, JsonNode> byName(JsonNode configuration) {
    Map<String, JsonNode> webhooks = new LinkedHashMap<>();
    configuration.path("webhooks").forEach(w -> webhooks.put(w.path("name").asText(), w));
    return webhooks;
  }
}

package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the program must be allowed.
 *
 * @param group the API group; empty for the core
 * @param resource such as {@code deployments} or {@code scalingpolicies/status}
 * @param verb such as {@code list}
 * @param name of one object; empty for any
 * @param namespace where; empty for everywhere
 */
record Permission(String group, String resource, String verb, String name, String namespace) {

  /** All that a manifest grants, with its Role in this namespace. */
  static List<Permission> grantedBy(InstalledManifest manifest, String namespace) {
    List<Permission> permissions = new ArrayList<>();
    manifest
        .objects("ClusterRole")
        .forEach(role -> role.path("rules").forEach(rule -> add(permissions, rule, "")));
    manifest
        .objects("Role")
        .forEach(role -> role.path("rules").forEach(rule -> add(permissions, rule, namespace)));
    return permissions;
  }

  private static void add(List<Permission> permissions, JsonNode rule, String namespace) {
    List<String> names = texts(rule.path("resourceNames"));
    for (String group : texts(rule.path("apiGroups"))) {
      for (String resource : texts(rule.path("resources"))) {
        for (String verb : texts(rule.path("verbs"))) {
          for (String name : names.isEmpty() ? List.of("") : names) {
            permissions.add(new Permission(group, resource, verb, name, namespace));
          }
        }
      }
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** A SubjectAccessReview that asks whether this namespace's program has it, as JSON. */
  String review(String programNamespace) {
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SubjectAccessReview");
    ObjectNode spec = review.putObject("spec");
    spec.put("user", "system:serviceaccount:" + programNamespace + ":hpa-steward");
    spec.putArray("groups")
        .add("system:serviceaccounts")
        .add("system:serviceaccounts:" + programNamespace)
        .add("system:authenticated");
    ObjectNode attributes = spec.putObject("resourceAttributes");
    int slash = resource.indexOf('/');
    attributes.put("group", group).put("verb", verb);
    attributes.put("resource", slash < 0 ? resource : resource.substring(0, slash));
    if (slash >= 0) {
      attributes.put("subresource", resource.substring(slash + 1));
    }
    if (!name.isEmpty()) {
      attributes.put("name", name);
    }
    if (!namespace.isEmpty()) {
      attributes.put("namespace", namespace);
    }
    return review.toString();
  }

  /** Such as {@code list deployments.apps}. */
  @Override
  public String toString() {
    return "%s %s%s%s"
        .formatted(
            verb, resource, group.isEmpty() ? "" : "." + group, name.isEmpty() ? "" : " " + name);
  }
}

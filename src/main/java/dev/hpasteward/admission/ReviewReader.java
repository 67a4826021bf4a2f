package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.decision.Author;
import dev.hpasteward.model.Excerpt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an AdmissionReview of admission.k8s.io/v1. */
final class ReviewReader {

  private static final String API_VERSION = "admission.k8s.io/v1";

  /** The resources that we look at, each with its kind and the version that we can read. */
  private static final Map<String, Known> KNOWN =
      Map.of(
          "autoscaling/horizontalpodautoscalers",
              new Known("HorizontalPodAutoscaler", "v2", Review.Kind.AUTOSCALER),
          "apps/deployments", new Known("Deployment", "v1", Review.Kind.WORKLOAD),
          "hpa-steward.dev/scalingpolicies", new Known("ScalingPolicy", "v1", Review.Kind.POLICY));

  private record Known(String kind, String version, Review.Kind as) {}

  private ReviewReader() {}

  static Review read(byte[] body) throws BadReview {
    JsonNode review = ReviewParser.parse(body);
    JsonNode request = review.path("request");
    String uid = request.path("uid").asText("");
    if (!review.isObject() || !"AdmissionReview".equals(review.path("kind").asText())) {
      throw new BadReview(uid, "the body is not an AdmissionReview");
    }
    if (!API_VERSION.equals(review.path("apiVersion").asText())) {
      throw new BadReview(
          uid,
          "apiVersion is %s, must be %s: register the webhook with admissionReviewVersions [v1]"
              .formatted(shown(review.path("apiVersion")), API_VERSION));
    }
    if (!request.isObject()) {
      throw new BadReview(uid, "the AdmissionReview has no request");
    }
    if (uid.isEmpty() || !request.path("uid").isTextual()) {
      throw new BadReview("", "request.uid is missing");
    }
    Operation operation = operation(uid, request.path("operation"));
    Review.Kind kind = kind(uid, request);
    JsonNode object = object(uid, request, "object");
    if (kind != Review.Kind.FOREIGN && operation.needsObject() && object.isMissingNode()) {
      throw new BadReview(
          uid, "request.object is missing, which " + operation + " can't do without");
    }
    return new Review(
        uid,
        operation,
        kind,
        writtenAs(request),
        request.path("namespace").asText(""),
        author(request.path("userInfo")),
        request.path("dryRun").asBoolean(false),
        object,
        object(uid, request, "oldObject"));
  }

  private static Operation operation(String uid, JsonNode operation) throws BadReview {
    for (Operation known : Operation.values()) {
      if (known.name().equals(operation.asText())) {
        return known;
      }
    }
    throw new BadReview(
        uid,
        "request.operation is %s, must be CREATE, UPDATE, DELETE or CONNECT"
            .formatted(shown(operation)));
  }

  private static Review.Kind kind(String uid, JsonNode request) throws BadReview {
    JsonNode resource = request.path("resource");
    JsonNode kind = request.path("kind");
    if (!resource.path("resource").isTextual() || !kind.path("kind").isTextual()) {
      throw new BadReview(uid, "request.resource and request.kind must both be there");
    }
    String group = resource.path("group").asText("");
    Known known = KNOWN.get(group + "/" + resource.path("resource").asText());
    if (known == null || !request.path("subResource").asText("").isEmpty()) {
      return Review.Kind.FOREIGN;
    }
    agree(uid, known.kind(), kind.path("kind"), "request.kind.kind");
    agree(uid, group, kind.path("group"), "request.kind.group");
    if (!known.version().equals(resource.path("version").asText())) {
      throw new BadReview(
          uid,
          "request.resource.version is %s, must be %s: register the webhook for that version with matchPolicy Equivalent"
              .formatted(shown(resource.path("version")), known.version()));
    }
    for (String field : List.of("object", "oldObject")) {
      JsonNode object = request.path(field);
      String where = "request." + field;
      agreeIfThere(uid, known.kind(), object.path("kind"), where + ".kind");
      agreeIfThere(
          uid, group + "/" + known.version(), object.path("apiVersion"), where + ".apiVersion");
    }
    return known.as();
  }

  private static void agreeIfThere(String uid, String wanted, JsonNode found, String where)
      throws BadReview {
    if (!found.isMissingNode() && !found.isNull()) {
      agree(uid, wanted, found, where);
    }
  }

  private static void agree(String uid, String wanted, JsonNode found, String where)
      throws BadReview {
    if (!wanted.equals(found.asText())) {
      throw new BadReview(
          uid,
          "%s is %s, which disagrees with request.resource: must be %s"
              .formatted(where, shown(found), wanted));
    }
  }

  private static Author author(JsonNode userInfo) {
    Set<String> groups = new HashSet<>();
    userInfo.path("groups").forEach(group -> groups.add(group.asText()));
    return new Author(userInfo.path("username").asText(""), groups);
  }

  private static String writtenAs(JsonNode request) {
    JsonNode kind =
        request.hasNonNull("requestKind") ? request.path("requestKind") : request.path("kind");
    return kind.path("group").asText("") + "/" + kind.path("version").asText("");
  }

  private static JsonNode object(String uid, JsonNode request, String field) throws BadReview {
    JsonNode object = request.path(field);
    if (object.isNull() || object.isMissingNode()) {
      return MissingNode.getInstance();
    }
    if (!object.isObject()) {
      throw new BadReview(uid, "request." + field + " is not an object");
    }
    return object;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : Excerpt.quoted(value.asText());
  }
}

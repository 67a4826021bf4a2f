package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster with the Deployment {@code egress} in the namespace {@code media}, on which plans are
 * made and carried out.
 */
final class Scene {

  static final Instant CREATED = Instant.parse("2026-01-01T12:00:00Z");
  static final String UID = "11111111-1111-1111-1111-111111111111";
  static final String GENERATED = "egress-hpa-steward";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectKey EGRESS = new ObjectKey("media", "egress");

  private final ClusterState state = new ClusterState();
  private final ObjectNode deployment;
  private ScalingPolicy policy = PolicySource.embedded();
  private boolean tolerancesKept = true;
  private Instant now = CREATED.plusSeconds(3600);
  private int version = 1;

  private Scene() {
    deployment =
        tree(
            """
            {"metadata": {"name": "egress", "namespace": "media", "uid": "%s",
              "creationTimestamp": "%s",
              "labels": {"hpa-steward.dev/service-type": "livekit-egress", "team": "voice",
                "app.kubernetes.io/instance": "egress"},
              "annotations": {}},
             "spec": {"replicas": 3, "template": {"spec": {"containers": [{"name": "egress"}]}}}}
            """
                .formatted(UID, CREATED));
    namespace(Map.of());
    put();
  }

  /** The Deployment is an hour old, has 3 replicas, is enforced, and nothing scales it. */
  static Scene egress() {
    return new Scene();
  }

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scene at(Instant time) {
    now = time;
    return this;
  }

  Scene policy(String spec) {
    policy =
        PolicySource.read(
                """
                apiVersion: hpa-steward.dev/v1
                kind: ScalingPolicy
                metadata: {name: test}
                spec:
                """
                    + spec.indent(2),
                "test")
            .fold(
                read -> read,
                mistakes -> {
                  throw new AssertionError(mistakes.toString());
                });
    return this;
  }

  Scene withoutTolerances() {
    tolerancesKept = false;
    return this;
  }

  Scene namespace(Map<String, String> labels) {
    state
        .namespaces()
        .put(new Seen<>(new ObjectKey("", "media"), new NamespaceLabels(labels), next(), false));
    return this;
  }

  Scene namespaceUnknown() {
    state.namespaces().remove(new ObjectKey("", "media"));
    return this;
  }

  Scene labelled(String key, String value) {
    ((ObjectNode) deployment.get("metadata").get("labels")).put(key, value);
    return put();
  }

  Scene unlabelled(String key) {
    ((ObjectNode) deployment.get("metadata").get("labels")).remove(key);
    return put();
  }

  Scene annotated(String key, String value) {
    ((ObjectNode) deployment.get("metadata").get("annotations")).put(key, value);
    return put();
  }

  Scene replicas(int count) {
    ((ObjectNode) deployment.get("spec")).put("replicas", count);
    return put();
  }

  Scene uid(String uid) {
    ((ObjectNode) deployment.get("metadata")).put("uid", uid);
    return put();
  }

  Scene beingDeleted() {
    put(true);
    return this;
  }

  Scene gone() {
    state.workloads().remove(EGRESS);
    return this;
  }

  private Scene put() {
    put(false);
    return this;
  }

  private void put(boolean beingDeleted) {
    try {
      state
          .workloads()
          .put(new Seen<>(EGRESS, WorkloadReader.read(deployment, "media"), next(), beingDeleted));
    } catch (MalformedObject e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody's HPA for the Deployment: CPU 50 %, with these annotations. */
  Scene foreign(String name, String annotations) {
    return store(
        tree(
            """
            {"metadata": {"name": "%s", "namespace": "media", "uid": "f-%s", "annotations": %s},
             "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment",
                "name": "egress"}, "maxReplicas": 5}}
            """
                .formatted(name, name, annotations)),
        false);
  }

  /** An HPA as the API server stores it. */
  Scene store(ObjectNode hpa, boolean beingDeleted) {
    try {
      String name = hpa.get("metadata").get("name").asText();
      state
          .autoscalers()
          .put(
              new Seen<>(
                  new ObjectKey("media", name),
                  AutoscalerReader.read(hpa, "media", "autoscaling/v2"),
                  next(),
                  beingDeleted));
      return this;
    } catch (MalformedObject e) {
      throw new AssertionError(e);
    }
  }

  Scene scaledObject(String name) {
    ObjectKey key = new ObjectKey("media", name);
    state
        .scaledObjects()
        .put(
            new Seen<>(
                key,
                new ScaledObject(key, "s", new TargetReference("apps/v1", "Deployment", "egress")),
                next(),
                false));
    return this;
  }

  Scene without(String hpa) {
    state.autoscalers().remove(new ObjectKey("media", hpa));
    return this;
  }

  private String next() {
    return String.valueOf(version++);
  }

  Plan plan() {
    return Planner.plan(EGRESS, new Circumstances(state, policy, tolerancesKept, now));
  }

  /** Carries out the plan; whatever the plan applies has our mark then. */
  Scene settled() {
    Step step = plan().step();
    if (step instanceof Step.Apply apply) {
      store(marked(apply.body()), false);
    } else if (step instanceof Step.Remove remove) {
      without(remove.name());
    }
    return this;
  }

  /** What the policy says of the generated HPA as it is stored, where it is. */
  Decision judged() {
    Autoscaler generated =
        state.autoscalers().get(new ObjectKey("media", GENERATED)).orElseThrow().object();
    return Evaluator.evaluate(
        new Question(
            generated,
            Optional.empty(),
            false,
            Neighbourhood.of(
                generated,
                new Target.Found(state.workload("media", "egress").orElseThrow()),
                state,
                tolerancesKept,
                true),
            Author.NOBODY,
            now),
        policy);
  }

  /** What the plan applies, as stored, for tests that change it. */
  ObjectNode applied() {
    return marked(((Step.Apply) plan().step()).body());
  }

  private static ObjectNode marked(JsonNode body) {
    ObjectNode stored = body.deepCopy();
    ObjectNode metadata = (ObjectNode) stored.get("metadata");
    metadata.put("uid", "h-1");
    metadata
        .putArray("managedFields")
        .add(
            tree(
                """
                {"manager": "hpa-steward", "operation": "Apply", "fieldsV1": {"f:spec": {}}}
                """));
    return stored;
  }
}

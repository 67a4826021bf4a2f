package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews that lack what they may lack, and objects that nobody expected. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class OddReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpDoor door;

  OddReviewTest() throws IOException, GeneralSecurityException {
    this.door = new HttpDoor();
  }

  @Test
  void optionalFieldsMayBeMissing() throws Exception {
    ObjectNode good = ReviewText.create(Manifests.egress());
    ObjectNode bad = ReviewText.create(Manifests.egressWithCpu(80));
    for (ObjectNode review : new ObjectNode[] {good, bad}) {
      ReviewText.request(review)
          .remove(
              List.of(
                  "userInfo",
                  "requestKind",
                  "requestResource",
                  "options",
                  "namespace",
                  "name",
                  "dryRun",
                  "oldObject"));
    }

    assertThat(ask("validate", good).allowed()).isTrue();
    assertThat(ask("validate", bad).code()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userInfo",
        "requestKind",
        "requestResource",
        "options",
        "namespace",
        "name",
        "dryRun",
        "oldObject",
        "subResource",
        "requestSubResource"
      })
  void optionalFieldsMayBeNull(String field) throws Exception {
    ObjectNode good = ReviewText.create(Manifests.egress());
    ObjectNode bad = ReviewText.create(Manifests.egressWithCpu(80));
    ReviewText.request(good).putNull(field);
    ReviewText.request(bad).putNull(field);

    assertThat(ask("validate", good).allowed()).isTrue();
    assertThat(ask("validate", bad).code()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mutate", "validate"})
  void aDeletionPassesWithoutAnObject(String webhook) throws Exception {
    Reply reply = ask(webhook, ReviewText.delete(Manifests.egressWithCpu(80)));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.warnings()).isEmpty();
    assertThat(reply.patch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mutate", "validate"})
  void aDeletionWithoutAnyObjectPasses(String webhook) throws Exception {
    ObjectNode review = ReviewText.delete(Manifests.egress());
    ReviewText.request(review).putNull("oldObject");

    assertThat(ask(webhook, review).allowed()).isTrue();
  }

  @Test
  void anUpdateWithoutTheOldObjectIsJudgedAsNew() throws Exception {
    ObjectNode review = ReviewText.update(Manifests.egressWithCpu(80), Manifests.egress());
    ReviewText.request(review).putNull("oldObject");

    assertThat(ask("validate", review).code()).isEqualTo(403);
    assertThat(ask("mutate", review).patch()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"batch,v1,jobs,Job", "autoscaling,v2,others,Other", "'',v1,pods,Pod"})
  void aResourceThatIsNoneOfOurBusinessPasses(
      String group, String version, String resource, String kind) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egressWithCpu(80));
    ReviewText.request(review)
        .putObject("resource")
        .put("group", group)
        .put("version", version)
        .put("resource", resource);
    ReviewText.request(review)
        .putObject("kind")
        .put("group", group)
        .put("version", version)
        .put("kind", kind);

    for (String webhook : new String[] {"mutate", "validate"}) {
      Reply reply = ask(webhook, review);
      assertThat(reply.allowed()).isTrue();
      assertThat(reply.patch()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"scale,Scale", "status,HorizontalPodAutoscaler"})
  void aSubresourcePasses(String subresource, String kind) throws Exception {
    ObjectNode review = ReviewText.create(Manifests.egressWithCpu(80));
    ReviewText.request(review).put("subResource", subresource);
    ((ObjectNode) ReviewText.request(review).get("kind")).put("kind", kind);

    Reply reply = ask("validate", review);

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /spec                                    | []          | spec: found a list, must be an object
          /spec                                    | "x"         | spec: found "x", must be an object
          /metadata                                | 7           | metadata: found 7, must be an object
          /metadata/labels                         | []          | metadata.labels: found a list, must be an object
          /metadata/labels/hpa-steward.dev~1service-type | 7     | metadata.labels[hpa-steward.dev/service-type]: found 7, must be text
          /metadata/annotations                    | {"a": {}}   | metadata.annotations[a]: found an object, must be text
          /spec/minReplicas                        | "2"         | spec.minReplicas: found "2", must be a whole number
          /spec/maxReplicas                        | 2.5         | spec.maxReplicas: found 2.5, must be a whole number
          /spec/maxReplicas                        | 99999999999 | spec.maxReplicas: found 99999999999, must be a whole number below 2147483648
          /spec/maxReplicas                        | true        | spec.maxReplicas: found true, must be a whole number
          /spec/scaleTargetRef                     | "egress"    | spec.scaleTargetRef: found "egress", must be an object
          /spec/scaleTargetRef/name                | ["egress"]  | spec.scaleTargetRef.name: found a list, must be text
          /spec/metrics                            | {}          | spec.metrics: found an object, must be a list
          /spec/metrics/1                          | "memory"    | spec.metrics[1]: found "memory", must be an object
          /spec/metrics/0/type                     | 7           | spec.metrics[0].type: found 7, must be text
          /spec/metrics/0/resource/target          | 50          | spec.metrics[0].resource.target: found 50, must be an object
          /spec/metrics/0/resource/target/averageUtilization | "50%" | spec.metrics[0].resource.target.averageUtilization: found "50%", must be a whole number
          /spec/metrics/2/pods/target/averageValue | "one"       | spec.metrics[2].pods.target.averageValue: found "one", must be a quantity such as 500m or 1
          /spec/metrics/2/pods/target/averageValue | {}          | spec.metrics[2].pods.target.averageValue: found an object, must be a quantity such as 500m or 1
          /spec/metrics/2/pods/metric/selector     | "app"       | spec.metrics[2].pods.metric.selector: found "app", must be an object
          /spec/behavior                           | true        | spec.behavior: found true, must be an object
          /spec/behavior                           | {"scaleUp": {"policies": "fast"}} | spec.behavior.scaleUp.policies: found "fast", must be a list
          /spec/behavior                           | {"scaleDown": {"selectPolicy": []}} | spec.behavior.scaleDown.selectPolicy: found a list, must be text
          /spec/behavior                           | {"scaleDown": {"tolerance": "much"}} | spec.behavior.scaleDown.tolerance: found "much", must be a quantity such as 500m or 1
          """)
  void aWrongTypeIsDeniedWithItsPath(String pointer, String value, String message)
      throws Exception {
    ObjectNode egress = Manifests.egress();
    set(egress, pointer, JSON.readTree(value));

    for (String webhook : new String[] {"mutate", "validate"}) {
      Reply reply = ask(webhook, ReviewText.create(egress));
      assertThat(reply.allowed()).isFalse();
      assertThat(reply.code()).isEqualTo(400);
      assertThat(reply.message()).isEqualTo(message);
    }
  }

  private static void set(ObjectNode object, String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = object.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1).replace("~1", "/");
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  @Test
  void hugeAnnotationsAreNoTrouble() throws Exception {
    ObjectNode egress = Manifests.egressWithCpu(80);
    ObjectNode annotations = ((ObjectNode) egress.get("metadata")).putObject("annotations");
    for (int i = 0; i < 16; i++) {
      annotations.put("example.com/a" + i, "x".repeat(64 * 1024));
    }
    annotations.put("k".repeat(40_000), "long key");

    Reply reply = ask("validate", ReviewText.create(egress));

    assertThat(reply.code()).isEqualTo(403);
    assertThat(reply.body()).hasSizeLessThan(10_000);
  }

  @Test
  void namesAreShownEscapedAndCut() throws Exception {
    ObjectNode egress = Manifests.egressWithCpu(80);
    ((ObjectNode) egress.get("metadata")).put("name", "\u001b[31mrot\n\u202e\u0000 ü \"q\" \\");
    ((ObjectNode) egress.get("metadata")).put("namespace", "n".repeat(300));

    Reply reply = ask("validate", ReviewText.create(egress));

    assertThat(reply.message())
        .startsWith(
            "HorizontalPodAutoscaler "
                + "n".repeat(63)
                + ".../\\u001b[31mrot\\u000a\\u202e\\u0000 \\u00fc \\\"q\\\" \\\\ breaks");
    assertThat(reply.body()).matches("[ -~]*");
  }

  private Reply ask(String webhook, ObjectNode review) throws Exception {
    Reply reply = door.post(webhook, ReviewText.bytes(review));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(reply.uid()).isEqualTo(ReviewText.UID);
    assertThat(reply.body()).doesNotContain("Exception", "at dev.hpasteward");
    return reply;
  }
}

package dev.hpasteward.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectReadersTest {

  private static final ObjectKey KEY = new ObjectKey("media", "egress");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                        | false
          {"managedFields": [{"operation": "Apply", "fieldsV1": {"f:spec": {"f:replicas": {}}}}]} | true
          {"annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{\\"spec\\": {\\"replicas\\": 3}}"}} | true
          """)
  void whoDeclaresReplicasIsReadBeforeItsTracesAreDropped(String metadata, boolean declared)
      throws Exception {
    Workload workload = ObjectReaders.workload(KEY, json("{\"metadata\": " + metadata + "}"));

    assertThat(workload.replicasDeclared()).isEqualTo(declared);
    assertThat(workload.metadata().annotations()).isEmpty();
  }

  @Test
  void longAnnotationsOfOthersAreDroppedAndOursStay() throws Exception {
    String longText = "x".repeat(513);
    String annotations =
        """
        {"a": "%1$s", "b": "%2$s", "hpa-steward.dev/exempt-reason": "%1$s"}"""
            .formatted(longText, longText.substring(1));
    Map<String, String> kept =
        Map.of("b", longText.substring(1), "hpa-steward.dev/exempt-reason", longText);

    Workload workload =
        ObjectReaders.workload(
            KEY,
            json(
                """
                {"metadata": {"annotations": %1$s},
                 "spec": {"template": {"metadata": {"annotations": %1$s}}}}"""
                    .formatted(annotations)));
    Autoscaler autoscaler =
        ObjectReaders.autoscaler(
            KEY, json("{\"metadata\": {\"annotations\": %s}}".formatted(annotations)));

    assertThat(workload.metadata().annotations()).isEqualTo(kept);
    assertThat(workload.template().annotations()).isEqualTo(kept);
    assertThat(autoscaler.metadata().annotations()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "egress"}                                                        | apps/v1        | Deployment  | egress
          {"name": "egress", "apiVersion": "", "kind": ""}                          | apps/v1        | Deployment  | egress
          {"name": "db", "kind": "StatefulSet"}                                     | apps/v1        | StatefulSet | db
          {"name": "r", "apiVersion": "argoproj.io/v1alpha1", "kind": "Rollout"}    | argoproj.io/v1alpha1 | Rollout | r
          """)
  void aScaledObjectTargetsADeploymentUnlessItSaysOtherwise(
      String target, String apiVersion, String kind, String name) throws Exception {
    JsonNode object =
        json(
            "{\"metadata\": {\"uid\": \"s-1\"}, \"spec\": {\"scaleTargetRef\": %s}}"
                .formatted(target));

    assertThat(ObjectReaders.scaledObject(KEY, object).target())
        .isEqualTo(new TargetReference(apiVersion, kind, name));
    assertThat(ObjectReaders.scaledObject(KEY, object).uid()).isEqualTo("s-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                 | false
          {"updatePolicy": {}}                               | false
          {"updatePolicy": {"updateMode": "Auto"}}           | false
          {"updatePolicy": {"updateMode": "Recreate"}}       | false
          {"updatePolicy": {"updateMode": "Initial"}}        | false
          {"updatePolicy": {"updateMode": "InPlaceOrRecreate"}} | false
          {"updatePolicy": {"updateMode": "Off"}}            | true
          """)
  void aVerticalAutoscalerActsUnlessItIsOff(String spec, boolean off) throws Exception {
    assertThat(ObjectReaders.verticalAutoscaler(KEY, json("{\"spec\": " + spec + "}")).off())
        .isEqualTo(off);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"containerName": "*"}                                           | true
          {"containerName": "*", "mode": "Auto"}                           | true
          {"containerName": "*", "mode": "Off"}                            | false
          {"containerName": "*", "controlledResources": ["cpu"]}           | true
          {"containerName": "*", "controlledResources": ["memory"]}        | true
          {"containerName": "*", "controlledResources": ["ephemeral-storage"]} | false
          {"containerName": "*", "controlledResources": []}                | false
          """)
  void aContainerPolicyControlsCpuAndMemoryUnlessItSaysOtherwise(String policy, boolean controls)
      throws Exception {
    JsonNode object =
        json("{\"spec\": {\"resourcePolicy\": {\"containerPolicies\": [%s]}}}".formatted(policy));

    assertThat(ObjectReaders.verticalAutoscaler(KEY, object).controlled())
        .isEqualTo(Map.of("*", controls));
  }

  @Test
  void aNamespaceIsItsLabels() throws Exception {
    JsonNode object = json("{\"metadata\": {\"labels\": {\"hpa-steward.dev/mode\": \"warn\"}}}");

    assertThat(ObjectReaders.namespace(KEY, object).labels())
        .isEqualTo(Map.of("hpa-steward.dev/mode", "warn"));
  }

  @Test
  void whatTwoAutoscalersOfOneServiceTypeHaveInCommonIsHeldOnce() throws Exception {
    String text =
        """
        {"metadata": {"labels": {"app.kubernetes.io/managed-by": "hpa-steward"}},
         "spec": {"metrics": [{"type": "Resource", "resource": {"name": "cpu",
           "target": {"type": "Utilization", "averageUtilization": 50}}}],
          "behavior": {"scaleDown": {"stabilizationWindowSeconds": 300}}}}""";

    Autoscaler one = ObjectReaders.autoscaler(KEY, json(text));
    Autoscaler other = ObjectReaders.autoscaler(new ObjectKey("media", "other"), json(text));

    assertThat(other.metrics()).isSameAs(one.metrics());
    assertThat(other.scaleDown()).isSameAs(one.scaleDown());
    assertThat(other.metadata().labels()).isSameAs(one.metadata().labels());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}

package dev.hpasteward.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HPAs as their authors wrote them, and the fields for which the API server refuses them. */
class RefusedFieldsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final String ALL =
      """
      {apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: {name: 'x'}, spec: {
        scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'x'},
        minReplicas: 2, maxReplicas: 20,
        metrics: [
          {type: 'Resource', resource: {name: 'cpu',
            target: {type: 'Utilization', averageUtilization: 50}}},
          {type: 'ContainerResource', containerResource: {name: 'cpu', container: 'main',
            target: {type: 'AverageValue', averageValue: '1'}}},
          {type: 'Pods', pods: {metric: {name: 'a', selector: {matchLabels: {any: 'b'},
            matchExpressions: [{key: 'c', operator: 'In', values: ['d']}]}},
            target: {type: 'AverageValue', averageValue: '1'}}},
          {type: 'Object', object: {metric: {name: 'e'},
            describedObject: {apiVersion: 'v1', kind: 'Service', name: 'f'},
            target: {type: 'Value', value: '1'}}},
          {type: 'External', external: {metric: {name: 'g'},
            target: {type: 'Value', value: '1'}}}],
        behavior: {
          scaleUp: {stabilizationWindowSeconds: 0, selectPolicy: 'Max', tolerance: '0',
            policies: [{type: 'Pods', value: 4, periodSeconds: 15}]},
          scaleDown: {policies: null}}}}
      """;

  @Test
  void whatTheApiKnowsIsNotRefused() {
    assertThat(refused(ALL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          minReplicas: 2| minReplica: 2| spec.minReplica: the API has no such field; write minReplicas
          {type: 'Utilization', averageUtilization: 50}| {averageUtilization: 50}| spec.metrics[0].resource.target.type: there is none; write Utilization
          'Utilization'| 'Percent'| spec.metrics[0].resource.target.type: "Percent" is none; write Utilization
          container: 'main',| | spec.metrics[1].containerResource.container: there is none; write the name of the container
          metric: {name: 'e'},| metric: {nam: 'e'},| spec.metrics[3].object.metric.nam: the API has no such field; write name
          {type: 'External',| {type: 'External', pods: {},| spec.metrics[4].pods: a metric of type External has no such source; leave it out, or make it a metric of its own
          policies: null| policies: []| spec.behavior.scaleDown.policies: the list is empty; write at least one policy, or leave the field out for Kubernetes' own
          kind: 'Service',| | spec.metrics[3].object.describedObject.kind: there is none; write the kind of the object that the metric describes
          """)
  void aFieldThatTheApiServerRefusesIsNamedWithItsRemedy(
      String written, @Nullable String instead, String sentence) {
    String changed = ALL.replace(written, instead == null ? "" : instead);

    assertThat(changed).isNotEqualTo(ALL);
    assertThat(refused(changed)).containsExactly(sentence);
  }

  @Test
  void theFirstVersionHasFieldsOfItsOwn() {
    assertThat(
            refused(
                """
                {apiVersion: 'autoscaling/v1', spec: {maxReplicas: 3,
                  targetCPUUtilizationPercentage: 50, metrics: []}}
                """))
        .containsExactly(
            """
            spec.metrics: the API has no such field; remove it; known are maxReplicas, \
            minReplicas, scaleTargetRef, targetCPUUtilizationPercentage""");
  }

  private static List<String> refused(String text) {
    try {
      JsonNode object = JSON.readTree(text);
      return RefusedFields.of(object).stream().map(RefusedField::sentence).toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredReplicasTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static boolean declared(String json) throws IOException {
    return DeclaredReplicas.in(JSON.readTree(json.replace('\'', '"')));
  }

  private static boolean lastApplied(String text) {
    ObjectNode deployment = JSON.createObjectNode();
    deployment
        .putObject("metadata")
        .putObject("annotations")
        .put("kubectl.kubernetes.io/last-applied-configuration", text);
    return DeclaredReplicas.in(deployment);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'operation': 'Apply', 'fieldsV1': {'f:spec': {'f:replicas': {}}}}   | true
          {'operation': 'Update', 'fieldsV1': {'f:spec': {'f:replicas': {}}}}  | false
          {'operation': 'Apply', 'fieldsV1': {'f:spec': {'f:template': {}}}}   | false
          {'operation': 'Apply', 'fieldsV1': {'f:status': {'f:replicas': {}}}} | false
          {'operation': 'Apply', 'subresource': 'scale', 'fieldsV1': {'f:spec': {'f:replicas': {}}}} | false
          {'operation': 'Apply', 'subresource': '', 'fieldsV1': {'f:spec': {'f:replicas': {}}}} | true
          {'operation': 'Apply', 'fieldsV1': null}                             | false
          {'operation': null}                                                  | false
          null                                                                 | false
          'text'                                                               | false
          """)
  void anApplyManagerThatOwnsThemDeclaresThem(String entry, boolean declares) throws Exception {
    assertThat(declared("{'metadata': {'managedFields': [{}, " + entry + "]}}"))
        .isEqualTo(declares);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"spec": {"replicas": 3}}           | true
          {"spec": {"replicas": 0}}           | true
          {"spec": {"replicas": null}}        | false
          {"spec": {"template": {}}}          | false
          {"spec": null}                      | false
          {"status": {"replicas": 3}}         | false
          []                                  | false
          null                                | false
          ``                                  | false
          {"spec": {"replicas":               | false
          no JSON at all                      | false
          """)
  void theLastAppliedConfigurationDeclaresWhatItHas(String text, boolean declares) {
    assertThat(lastApplied(text)).isEqualTo(declares);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{}",
        "{'metadata': null}",
        "{'metadata': {'managedFields': null, 'annotations': null}}",
        "{'metadata': {'managedFields': 'x', 'annotations': 'y'}}",
        "{'metadata': {'annotations': {'kubectl.kubernetes.io/last-applied-configuration': 1}}}",
        "{'spec': {'replicas': 3}}"
      })
  void whatLeavesNoTraceDeclaresNothing(String json) throws Exception {
    assertThat(declared(json)).isFalse();
  }

  @Test
  void aTextThatIsNestedTooDeepDeclaresNothing() {
    assertThat(lastApplied("[".repeat(200_000))).isFalse();
    assertThat(lastApplied("{\"spec\":{\"replicas\":" + "9".repeat(200_000) + "}}")).isFalse();
  }
}

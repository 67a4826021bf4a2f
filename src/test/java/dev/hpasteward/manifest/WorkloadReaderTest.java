package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldPath CONTAINERS = FieldPath.of("spec.template.spec.containers");

  private static Workload read(String json) throws IOException, MalformedObject {
    return WorkloadReader.read(JSON.readTree(json.replace('\'', '"')), "of-request");
  }

  @Test
  void everythingIsRead() throws Exception {
    Workload read =
        read(
            """
            {'metadata': {'name': 'sfu', 'labels': {'a': 'b'}},
             'spec': {'template': {
               'metadata': {'annotations': {'prometheus.io/port': '6789'}},
               'spec': {
                 'initContainers': [{'name': 'init', 'ports': [{'name': 'metrics'}]}],
                 'containers': [
                   {'name': 'main', 'ports': [{'containerPort': 7880}, {'name': 'metrics', 'containerPort': 6789}]},
                   {'name': 'sidecar', 'ports': null}]}}}}
            """);

    assertThat(read.metadata().name()).isEqualTo("sfu");
    assertThat(read.metadata().namespace()).isEqualTo("of-request");
    assertThat(read.template().annotations()).isEqualTo(Map.of("prometheus.io/port", "6789"));
    assertThat(read.template().containers())
        .containsExactly(
            new Container(
                "main",
                CONTAINERS.index(0),
                List.of(new Container.Port("", 7880), new Container.Port("metrics", 6789)),
                Set.of()),
            new Container("sidecar", CONTAINERS.index(1), List.of(), Set.of()));
    assertThat(read.template().metricsPort()).hasValue(6789);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'spec': null}",
        "{'spec': {'template': null}}",
        "{'spec': {'template': {'metadata': null, 'spec': null}}}",
        "{'spec': {'template': {'metadata': {'annotations': null}, 'spec': {'containers': null}}}}"
      })
  void whatIsMissingOrNullIsAbsent(String json) throws Exception {
    Workload read = read(json);

    assertThat(read.template().annotations()).isEmpty();
    assertThat(read.template().containers()).isEmpty();
    assertThat(read.template().metricsPort()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'spec': {'template': []}}                                        | spec.template: found a list, must be an object
          {'spec': {'template': {'metadata': {'annotations': {'a': true}}}}} | spec.template.metadata.annotations[a]: found true, must be text
          {'spec': {'template': {'spec': {'containers': {}}}}}              | spec.template.spec.containers: found an object, must be a list
          {'spec': {'template': {'spec': {'containers': [null, 'x']}}}}     | spec.template.spec.containers[1]: found "x", must be an object
          {'spec': {'template': {'spec': {'containers': [{'ports': [{'containerPort': 'http'}]}]}}}} | spec.template.spec.containers[0].ports[0].containerPort: found "http", must be a whole number
          """)
  void aWrongTypeIsToldWithItsPath(String json, String message) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedObject.class).hasMessage(message);
  }
}

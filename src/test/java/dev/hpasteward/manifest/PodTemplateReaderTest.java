package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.PodTemplate;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTemplateReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static PodTemplate read(String spec) throws IOException, MalformedObject {
    return WorkloadReader.read(
            JSON.readTree(
                "{'spec': {'template': {'spec': %s}}}".formatted(spec).replace('\'', '"')),
            "media")
        .template();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'requests': {'cpu': '1'}}                             | cpu
          {'limits': {'cpu': '1'}}                               | cpu
          {'requests': {'cpu': 1}, 'limits': {'memory': '1Gi'}}  | cpu memory
          {'requests': {'cpu': null}}                            | ``
          {'requests': null, 'limits': null}                     | ``
          {}                                                     | ``
          null                                                   | ``
          """)
  void aLimitIsARequestWhereThereIsNone(String resources, String requests) throws Exception {
    Set<String> expected = requests.isEmpty() ? Set.of() : Set.of(requests.split(" "));

    assertThat(read("{'containers': [{'resources': %s}]}".formatted(resources)).containers())
        .extracting(Container::requests)
        .containsExactly(expected);
    assertThat(read("{'resources': %s}".formatted(resources)).requests()).isEqualTo(expected);
  }

  @Test
  void initContainersCountOnlyIfTheyKeepRunning() throws Exception {
    PodTemplate template =
        read(
            """
            {'initContainers': [
               {'name': 'once'},
               {'name': 'sidecar', 'restartPolicy': 'Always'},
               {'name': 'never', 'restartPolicy': 'Never'}],
             'containers': [{'name': 'main'}]}
            """);

    assertThat(template.containers())
        .extracting(container -> container.name() + " " + container.path())
        .containsExactly(
            "main spec.template.spec.containers[0]",
            "sidecar spec.template.spec.initContainers[1]");
  }

  @Test
  void theGracePeriodIsRead() throws Exception {
    assertThat(read("{'terminationGracePeriodSeconds': 5}").gracePeriodSeconds()).hasValue(5);
    assertThat(read("{'terminationGracePeriodSeconds': null}").gracePeriodSeconds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'resources': []}                                  | spec.template.spec.resources: found a list, must be an object
          {'containers': [{'resources': {'limits': 'x'}}]}   | spec.template.spec.containers[0].resources.limits: found "x", must be an object
          {'initContainers': [{'restartPolicy': true}]}      | spec.template.spec.initContainers[0].restartPolicy: found true, must be text
          {'terminationGracePeriodSeconds': '30'}            | spec.template.spec.terminationGracePeriodSeconds: found "30", must be a whole number
          """)
  void aWrongTypeIsToldWithItsPath(String spec, String message) {
    assertThatThrownBy(() -> read(spec)).isInstanceOf(MalformedObject.class).hasMessage(message);
  }
}

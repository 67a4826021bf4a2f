package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Metadata read(String metadata) throws IOException, MalformedObject {
    return MetadataReader.read(
        Node.root(JSON.readTree("{'metadata': %s}".formatted(metadata).replace('\'', '"'))),
        "of-request");
  }

  @Test
  void everythingIsRead() throws Exception {
    assertThat(
            read(
                """
                {'namespace': 'media', 'name': 'sfu', 'uid': '1-2',
                 'creationTimestamp': '2026-11-24T12:00:00Z',
                 'labels': {'a': 'b'}, 'annotations': {'c': 'd'},
                 'ownerReferences': [
                   {'apiVersion': 'keda.sh/v1alpha1', 'kind': 'ScaledObject', 'name': 'so', 'uid': '3'},
                   {}]}
                """))
        .isEqualTo(
            new Metadata(
                "media",
                "sfu",
                Map.of("a", "b"),
                Map.of("c", "d"),
                Optional.of("1-2"),
                Optional.of(Instant.parse("2026-11-24T12:00:00Z")),
                List.of(
                    new OwnerReference("keda.sh/v1alpha1", "ScaledObject", "so", "3"),
                    new OwnerReference("", "", "", ""))));
  }

  @Test
  void whatIsMissingOrNullIsAbsent() throws Exception {
    Metadata nothing = new Metadata("of-request", "*", Map.of(), Map.of());

    assertThat(read("{}")).isEqualTo(nothing);
    assertThat(read("null")).isEqualTo(nothing);
    assertThat(
            read(
                """
                {'namespace': null, 'name': null, 'uid': null, 'creationTimestamp': null,
                 'labels': null, 'annotations': null, 'ownerReferences': null}
                """))
        .isEqualTo(nothing);
  }

  @Test
  void aNameThatIsStillToBeMadeIsItsPrefix() throws Exception {
    assertThat(read("{'generateName': 'sfu-'}").name()).isEqualTo("sfu-*");
    assertThat(read("{'generateName': 'sfu-', 'name': 'sfu-1'}").name()).isEqualTo("sfu-1");
  }

  @Test
  void aTimeThatIsNoneIsAbsent() throws Exception {
    assertThat(read("{'creationTimestamp': 'yesterday'}").created()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                         | metadata: found a list, must be an object
          {'uid': 1}                                 | metadata.uid: found 1, must be text
          {'creationTimestamp': 1}                   | metadata.creationTimestamp: found 1, must be text
          {'ownerReferences': {}}                    | metadata.ownerReferences: found an object, must be a list
          {'ownerReferences': [{'name': []}]}        | metadata.ownerReferences[0].name: found a list, must be text
          """)
  void aWrongTypeIsToldWithItsPath(String metadata, String message) {
    assertThatThrownBy(() -> read(metadata))
        .isInstanceOf(MalformedObject.class)
        .hasMessage(message);
  }
}

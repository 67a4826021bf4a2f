package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.model.FieldPath;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a value stands. */
class TreePathTest {

  private static final String TEXT =
      """
      # A comment.
      defaults: &defaults
        minReplicas: 2
        behavior: &behavior
          scaleUp: {stabilizationWindowSeconds: 300}
      spec:
        <<: *defaults
        maxReplicas: "10"
        text: |
          lines
        again: *behavior
        metrics:
        - type: Resource
          resource: {name: cpu, target: {averageUtilization: 80}}
        - {type: Pods}
      """;

  TreePathTest() {}

  @ParameterizedTest
  @CsvSource({
    "spec.maxReplicas, 8:16",
    "spec.metrics[0].resource.target.averageUtilization, 14:56",
    "spec.metrics[1].type, 15:12",
    "spec.metrics[1], 15:5",
    "spec.minReplicas, 3:16",
    "spec.behavior.scaleUp.stabilizationWindowSeconds, 5:43",
    "spec.again.scaleUp.stabilizationWindowSeconds, 5:43",
    "spec.text, 9:9",
    "spec.metrics, 12:3",
    "spec.metrics[2], 12:3",
    "spec.behavior.scaleDown, 4:3",
    "spec.none.at.all, 6:1",
    "metadata.name, 2:1",
  })
  void ofAMissingValueItIsWhatThereIsOfTheWayToIt(String path, String position) {
    Place place = new Place(Texts.NAME, 0, -1);

    assertThat(
            Texts.of(TEXT)
                .positions(Map.of(place, Set.of(path(path))))
                .getOrDefault(place, Map.of())
                .values())
        .extracting(found -> found.line() + ":" + found.column())
        .containsExactly(position);
  }

  private static FieldPath path(String written) {
    FieldPath path = FieldPath.ROOT;
    for (String name : written.split("\\.|(?=\\[)", -1)) {
      path =
          name.startsWith("[")
              ? path.index(Integer.parseInt(name.substring(1, name.length() - 1)))
              : path.field(name);
    }
    return path;
  }
}

package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.MetricTarget;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.TargetReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoscalerReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldPath METRICS = FieldPath.of("spec.metrics");

  private static Autoscaler read(String json) throws IOException, MalformedObject {
    return AutoscalerReader.read(
        JSON.readTree(json.replace('\'', '"')), "of-request", "autoscaling/v2");
  }

  private static MetricTarget utilization(FieldPath path, int percent) {
    return new MetricTarget(path, OptionalInt.of(percent), Optional.empty(), Optional.empty());
  }

  @Test
  void everythingIsRead() throws Exception {
    Autoscaler read =
        read(
            """
            {'metadata': {'name': 'egress', 'namespace': 'media',
                          'labels': {'a': 'b'}, 'annotations': {'c': 'd'}},
             'spec': {'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'x'},
                      'minReplicas': 0, 'maxReplicas': 2147483647,
                      'behavior': {
                        'scaleUp': {'stabilizationWindowSeconds': 0, 'selectPolicy': 'Min',
                                    'tolerance': '50m',
                                    'policies': [{'type': 'Pods', 'value': 4, 'periodSeconds': 15}]},
                        'scaleDown': {'stabilizationWindowSeconds': 3600, 'tolerance': 0.39}}}}
            """);

    assertThat(read.metadata().name()).isEqualTo("egress");
    assertThat(read.metadata().namespace()).isEqualTo("media");
    assertThat(read.metadata().labels()).isEqualTo(Map.of("a", "b"));
    assertThat(read.metadata().annotations()).isEqualTo(Map.of("c", "d"));
    assertThat(read.writtenAs()).isEqualTo("autoscaling/v2");
    assertThat(read.target()).isEqualTo(new TargetReference("apps/v1", "Deployment", "x"));
    assertThat(read.minReplicas()).hasValue(0);
    assertThat(read.maxReplicas()).hasValue(Integer.MAX_VALUE);
    assertThat(read.scaleUp())
        .isEqualTo(
            new ScalingRules(
                OptionalInt.of(0),
                Optional.of("Min"),
                List.of(new RatePolicy("Pods", 4, 15)),
                Quantity.parse("0.05")));
    assertThat(read.scaleDown())
        .isEqualTo(
            new ScalingRules(
                OptionalInt.of(3600), Optional.empty(), List.of(), Quantity.parse("390m")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'metadata': null, 'spec': null}",
        "{'metadata': {}, 'spec': {}}",
        "{'metadata': {'name': null, 'namespace': null, 'labels': null, 'annotations': null},"
            + " 'spec': {'scaleTargetRef': null, 'minReplicas': null, 'maxReplicas': null,"
            + " 'metrics': null, 'behavior': null}}",
        "{'spec': {'scaleTargetRef': {'name': null}, 'metrics': [],"
            + " 'behavior': {'scaleUp': null, 'scaleDown': {'policies': null, 'tolerance': null,"
            + " 'selectPolicy': null, 'stabilizationWindowSeconds': null}}}}"
      })
  void whatIsMissingOrNullIsAbsent(String json) throws Exception {
    Autoscaler read = read(json);

    assertThat(read.metadata().namespace()).isEqualTo("of-request");
    assertThat(read.metadata().labels()).isEmpty();
    assertThat(read.metadata().annotations()).isEmpty();
    assertThat(read.target()).isEqualTo(new TargetReference("", "", ""));
    assertThat(read.minReplicas()).isEmpty();
    assertThat(read.maxReplicas()).isEmpty();
    assertThat(read.metrics()).isEmpty();
    assertThat(read.scaleUp()).isEqualTo(ScalingRules.UNSET);
    assertThat(read.scaleDown()).isEqualTo(ScalingRules.UNSET);
  }

  @Test
  void aNameToBeGeneratedShowsItsPrefix() throws Exception {
    assertThat(read("{'metadata': {'generateName': 'egress-'}}").metadata().name())
        .isEqualTo("egress-*");
  }

  @Test
  void aLabelThatIsNullIsEmptyText() throws Exception {
    assertThat(read("{'metadata': {'labels': {'a': null}}}").metadata().label("a")).contains("");
  }

  @Test
  void metricsOfAllTypesAreReadInTheirOrder() throws Exception {
    Autoscaler read =
        read(
            """
            {'spec': {'metrics': [
              {'type': 'Resource', 'resource': {'name': 'cpu', 'target': {'averageUtilization': 50}}},
              {'type': 'ContainerResource', 'containerResource': {
                'name': 'memory', 'container': 'main', 'target': {'averageUtilization': 65}}},
              {'type': 'Pods', 'pods': {'metric': {'name': 'p'}, 'target': {'averageValue': '1'}}},
              {'type': 'Object', 'object': {'metric': {'name': 'o'}, 'target': {'value': 2}}},
              {'type': 'External', 'external': {'metric': {'name': 'e'}}},
              {'type': 'Novel', 'novel': {}}]}}
            """);

    FieldPath pods = METRICS.index(2).field("pods").field("target");
    FieldPath object = METRICS.index(3).field("object").field("target");
    FieldPath external = METRICS.index(4).field("external").field("target");
    assertThat(read.metrics())
        .containsExactly(
            new Metric.Resource(
                METRICS.index(0),
                "cpu",
                utilization(METRICS.index(0).field("resource").field("target"), 50)),
            new Metric.ContainerResource(
                METRICS.index(1),
                "memory",
                "main",
                utilization(METRICS.index(1).field("containerResource").field("target"), 65)),
            new Metric.Pods(
                METRICS.index(2),
                "p",
                false,
                new MetricTarget(pods, OptionalInt.empty(), Quantity.parse("1"), Optional.empty())),
            new Metric.OfObject(
                METRICS.index(3),
                "o",
                new MetricTarget(
                    object, OptionalInt.empty(), Optional.empty(), Quantity.parse("2"))),
            new Metric.External(
                METRICS.index(4),
                "e",
                new MetricTarget(
                    external, OptionalInt.empty(), Optional.empty(), Optional.empty())),
            new Metric.Other(METRICS.index(5), "Novel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Resource", "ContainerResource", "Pods", "Object", "External", ""})
  void aMetricWithoutWhatItsTypeNeedsIsOfNoKnownType(String type) throws Exception {
    assertThat(read("{'spec': {'metrics': [{'type': '" + type + "'}]}}").metrics())
        .containsExactly(new Metric.Other(METRICS.index(0), type));
  }

  @Test
  void aSelectorNarrowsAMetricUnlessItIsEmpty() throws Exception {
    Autoscaler read =
        read(
            """
            {'spec': {'metrics': [
              {'type': 'Pods', 'pods': {'metric': {'name': 'p', 'selector': {}}}},
              {'type': 'Pods', 'pods': {'metric': {'name': 'p', 'selector': null}}},
              {'type': 'Pods', 'pods': {'metric': {'name': 'p', 'selector': {'matchLabels': {}}}}}]}}
            """);

    assertThat(read.metrics())
        .extracting(metric -> metric.isPods("p"))
        .containsExactly(true, true, false);
  }

  @Test
  void whatIsNoObjectIsToldSo() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOfSatisfying(
            MalformedObject.class,
            e -> assertThat(e.text()).isEqualTo("the object: found a list, must be an object"));
  }

  @Test
  void aKeyInAPathIsEscapedAndCut() {
    assertThatThrownBy(
            () -> read("{'metadata': {'labels': {'\\u001b" + "k".repeat(500) + "': 7}}}"))
        .hasMessage("metadata.labels[\\u001b" + "k".repeat(62) + "...]: found 7, must be text");
  }
}

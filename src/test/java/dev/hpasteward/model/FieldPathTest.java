package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {

  @Test
  void fieldsAreJoinedByDotsAndIndicesStandInBrackets() {
    FieldPath path = FieldPath.of("spec.metrics").index(0).field("resource").field("target");

    assertThat(path).hasToString("spec.metrics[0].resource.target");
  }

  @Test
  void keysStandInBrackets() {
    assertThat(FieldPath.of("metadata.annotations").key("prometheus.io/port"))
        .hasToString("metadata.annotations[prometheus.io/port]");
  }

  @Test
  void theRootIsEmpty() {
    assertThat(FieldPath.ROOT).hasToString("");
    assertThat(FieldPath.ROOT.elements()).isEmpty();
    assertThat(FieldPath.ROOT.key("a").index(1)).hasToString("[a][1]");
  }

  @Test
  void theStepsComeFromTheRoot() {
    assertThat(FieldPath.of("a.b").key("c.d").index(2).elements())
        .containsExactly(
            new FieldPath.Element.Field("a"),
            new FieldPath.Element.Field("b"),
            new FieldPath.Element.Key("c.d"),
            new FieldPath.Element.Index(2));
  }

  @Test
  void equalStepsMakeEqualPaths() {
    assertThat(FieldPath.of("a.b")).isEqualTo(FieldPath.ROOT.field("a").field("b"));
    assertThat(FieldPath.of("a.b")).hasSameHashCodeAs(FieldPath.ROOT.field("a").field("b"));
    assertThat(FieldPath.of("a.b").hashCode()).isNotEqualTo(FieldPath.of("a.c").hashCode());
  }

  @Test
  void aKeyIsNoFieldOfTheSameName() {
    assertThat(FieldPath.of("a").key("b")).isNotEqualTo(FieldPath.of("a").field("b"));
    assertThat(FieldPath.of("a")).isNotEqualTo("a");
  }
}

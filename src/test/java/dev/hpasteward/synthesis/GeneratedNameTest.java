package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What generated HPAs are called. */
class GeneratedNameTest {

  @Test
  void itIsTheDeploymentsNameAndOurs() {
    assertThat(GeneratedName.of("egress")).isEqualTo("egress-hpa-steward");
    assertThat(GeneratedName.of("a".repeat(241))).isEqualTo("a".repeat(241) + "-hpa-steward");
  }

  @Test
  void aLongNameIsCutAndHashed() {
    assertThat(GeneratedName.of("a".repeat(242)))
        .hasSize(253)
        .isEqualTo("a".repeat(232) + "-8fded59c-hpa-steward");
  }

  @Test
  void twoLongNamesThatBeginAlikeDiffer() {
    assertThat(GeneratedName.of("a".repeat(242))).isNotEqualTo(GeneratedName.of("a".repeat(243)));
  }

  @Test
  void noDashOrDotIsLeftBeforeTheHash() {
    assertThat(GeneratedName.of("a".repeat(230) + "-." + "b".repeat(21)))
        .matches("a{230}-[0-9a-f]{8}-hpa-steward");
  }

  @Test
  void theDeploymentCanBeToldFromTheName() {
    assertThat(GeneratedName.deploymentOf("egress-hpa-steward")).contains("egress");
    assertThat(GeneratedName.deploymentOf("egress")).isEmpty();
    assertThat(GeneratedName.deploymentOf("-hpa-steward")).isEmpty();
    assertThat(GeneratedName.isShortened("egress-deadbeef-hpa-steward")).isFalse();
  }

  @Property(tries = 300)
  void everyDeploymentsHpaHasANameThatTheApiServerTakes(@ForAll("names") String deployment) {
    String name = GeneratedName.of(deployment);

    assertThat(name)
        .hasSizeLessThanOrEqualTo(253)
        .endsWith("-hpa-steward")
        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    if (deployment.length() > 241) {
      assertThat(GeneratedName.isShortened(name)).isTrue();
    } else {
      assertThat(GeneratedName.deploymentOf(name)).contains(deployment);
    }
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> ends = Arbitraries.strings().withChars("ab1").ofLength(1);
    Arbitrary<String> part = Arbitraries.strings().withChars("ab1").ofMinLength(1).ofMaxLength(20);
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .flatMap(
            parts ->
                Arbitraries.of(".", "-", "---")
                    .flatMap(between -> ends.map(end -> String.join(between, parts) + end)))
        .filter(name -> name.length() <= 253);
  }
}

package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> TYPES = List.of("livekit-egress", "sip", "sfu", "agent");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "sip, sip",
    "SIP, sip",
    "si, sip",
    "sipp, sip",
    "spi, sip",
    "sop, sip",
    "agents, agent",
    "agnet, agent",
    "ganet, ",
    "agen, agent",
    "gent, agent",
    "livekit-ingress, livekit-egress",
    "livekit_egres, livekit-egress",
    "ilvekit-egerss, livekit-egress",
    "egress-livekit, ",
    "x, ",
    "website, "
  })
  void isTheOneThatTakesTheFewestEdits(String name, String nearest) {
    assertThat(NearestName.of(name, TYPES).orElse(null)).isEqualTo(nearest);
  }

  @Test
  void atMostAThirdOfTheLettersMayDiffer() {
    List<String> six = List.of("abcdef");

    assertThat(NearestName.of("abcdxx", six)).contains("abcdef");
    assertThat(NearestName.of("abcxxx", six)).isEmpty();
  }

  @Test
  void ofTwoThatAreAsNearTheFirstByLetterIsTaken() {
    assertThat(NearestName.of("sxx", List.of("sip", "sfu"))).isEmpty();
    assertThat(NearestName.of("sp", List.of("sip", "sfp"))).contains("sfp");
    assertThat(NearestName.of("scaleUpA", List.of("scaleUpToo", "scaleUpAt")))
        .contains("scaleUpAt");
  }

  @Test
  void anEmptyOrEndlessNameHasNone() {
    assertThat(NearestName.of("", List.of("a"))).isEmpty();
    assertThat(NearestName.of("a".repeat(64), List.of("a".repeat(64)))).isPresent();
    assertThat(NearestName.of("a".repeat(65), List.of("a".repeat(64)))).isEmpty();
  }
}

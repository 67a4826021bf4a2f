package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> TYPES = List.of("livekit-egress", "sip", "sfu", "agent");

  @ParameterizedTest
  @CsvSource({
    "sip,               sip",
    "sp,                sip",
    "siip,              sip",
    "sap,               sip",
    "isp,               sip",
    "SFU,               sfu",
    "agnet,             agent",
    "egent,             agent",
    "livekit_egress,    livekit-egress",
    "livekitegres,      livekit-egress",
    "livkeit-ergess,    livekit-egress",
  })
  void aSlipOfTheKeyboardIsRecognised(String written, String meant) {
    assertThat(NearestName.of(written, TYPES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"s", "sippy", "ipx", "psi", "agents-x", "unlike-all-of-them", "''"})
  void aNameThatTakesMoreThanAThirdOfTheLettersIsNotGuessed(String written) {
    assertThat(NearestName.of(written, TYPES)).isEmpty();
  }

  @Test
  void aWholePartOfOneNameIsRecognisedToo() {
    assertThat(NearestName.of("egress", TYPES)).contains("livekit-egress");
    assertThat(NearestName.of("LiveKit", TYPES)).contains("livekit-egress");
    assertThat(NearestName.of("live", List.of("livekit-egress", "livekit-sip"))).isEmpty();
    assertThat(NearestName.of("gre", TYPES)).isEmpty();
  }

  @Test
  void aThirdOfTheLettersMayDifferAndNoneMore() {
    assertThat(NearestName.of("abcdXX", List.of("abcdef"))).contains("abcdef");
    assertThat(NearestName.of("abcXXX", List.of("abcdef"))).isEmpty();
    assertThat(NearestName.of("abcdeXX", List.of("abcdefg"))).contains("abcdefg");
    assertThat(NearestName.of("abcdXXX", List.of("abcdefg"))).isEmpty();
  }

  @Test
  void oneLetterMayAlwaysDiffer() {
    assertThat(NearestName.of("ux", List.of("up"))).contains("up");
    assertThat(NearestName.of("xx", List.of("up"))).isEmpty();
  }

  @Test
  void theNearerOfTwoWinsAndOfEquallyNearOnesTheFirstByName() {
    assertThat(NearestName.of("inject", List.of("injector", "injects"))).contains("injects");
    assertThat(NearestName.of("bat", List.of("rat", "cat"))).contains("cat");
  }

  @Test
  void namesLongerThan64LettersAreNotCompared() {
    String longest = "x".repeat(64);

    assertThat(NearestName.of(longest, List.of(longest))).contains(longest);
    assertThat(NearestName.of(longest + "x", List.of(longest))).isEmpty();
  }

  @Test
  void nothingIsNearWhereNothingIsKnown() {
    assertThat(NearestName.of("sip", List.of())).isEmpty();
  }
}

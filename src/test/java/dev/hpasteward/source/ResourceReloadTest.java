package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.source.PolicyReload.Outcome;
import dev.hpasteward.source.PolicyReload.Refusal;
import dev.hpasteward.source.ResourceReload.Offer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceReloadTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final String NAME = "ScalingPolicy default";
  private static final Offer NONE = new Offer.Absent(NAME, "there is none of this name; create it");

  private Offer offer = NONE;
  private Instant now = START;
  private final ResourceReload reload =
      new ResourceReload(() -> offer, PolicySource.embedded(), START);

  ResourceReloadTest() {}

  @Test
  void whileThereIsNoneTheEmbeddedPolicyHoldsAndItIsSaidOnce() {
    assertThat(look(NONE)).isEqualTo(Outcome.REFUSED);
    assertThat(look(NONE)).isEqualTo(Outcome.UNCHANGED);

    assertThat(reload.inForce().policy()).isEqualTo(PolicySource.embedded());
    assertThat(reload.inForce().refusal().map(Refusal::mistakes))
        .contains(List.of(new Mistake(NAME, 0, 0, "", "there is none of this name; create it")));
  }

  @Test
  void whileAnAnswerIsAwaitedNothingIsSaid() {
    assertThat(look(new Offer.Awaited())).isEqualTo(Outcome.UNCHANGED);
    assertThat(reload.inForce().refusal()).isEmpty();
  }

  @Test
  void aValidOneIsInForceAtTheFirstLook() {
    look(NONE);

    assertThat(look(resource(50))).isEqualTo(Outcome.TAKEN);

    assertThat(reload.inForce().policy().name()).isEqualTo("default");
    assertThat(reload.inForce().policy().version()).isEqualTo(version(50));
    assertThat(reload.inForce().since()).isEqualTo(START.plusSeconds(2));
    assertThat(reload.inForce().refusal()).isEmpty();
    assertThat(look(resource(50))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void anInvalidOneIsRefusedAsAWholeAndTheLastGoodStays() {
    look(resource(50));

    assertThat(look(resource(0))).isEqualTo(Outcome.REFUSED);
    assertThat(look(resource(-1))).isEqualTo(Outcome.REFUSED);

    assertThat(reload.inForce().policy().version()).isEqualTo(version(50));
    Refusal refusal = reload.inForce().refusal().orElseThrow();
    assertThat(refusal.since()).isEqualTo(START.plusSeconds(2));
    assertThat(refusal.mistakes())
        .extracting(Mistake::path)
        .containsExactly("spec.serviceTypes.sfu.resources.cpu.scaleUpAt");
    assertThat(look(resource(50))).isEqualTo(Outcome.RESTORED);
    assertThat(reload.inForce().refusal()).isEmpty();
  }

  @Test
  void oneThatIsDeletedStaysInForceAndIsRestored() {
    look(resource(50));

    assertThat(look(NONE)).isEqualTo(Outcome.REFUSED);
    assertThat(reload.inForce().policy().version()).isEqualTo(version(50));
    assertThat(look(resource(50))).isEqualTo(Outcome.RESTORED);
    assertThat(reload.inForce().since()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void whatIsInForceTakesIntoAccountWhatWasJudgedLast() {
    look(resource(50));

    assertThat(reload.judged(policy(50))).isTrue();
    assertThat(reload.judged(policy(60))).isFalse();
    look(NONE);
    assertThat(reload.judged(policy(50))).isFalse();
  }

  private Outcome look(Offer now) {
    offer = now;
    this.now = this.now.plusSeconds(1);
    return reload.look(this.now);
  }

  private static Offer resource(int scaleUpAt) {
    return new Offer.Present(policy(scaleUpAt));
  }

  private static String version(int scaleUpAt) {
    return policy(scaleUpAt).version();
  }

  private static PolicyResource policy(int scaleUpAt) {
    String spec =
        "{\"serviceTypes\":{\"sfu\":{\"resources\":{\"cpu\":{\"scaleUpAt\":%d}}}}}"
            .formatted(scaleUpAt);
    String document =
        "{\"apiVersion\":\"hpa-steward.dev/v1\",\"kind\":\"ScalingPolicy\","
            + "\"metadata\":{\"name\":\"default\"},\"spec\":"
            + spec
            + "}";
    return new PolicyResource(NAME, document, spec);
  }
}

package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ValidationTest {

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());

  @Test
  void theStrategysOwnSnippetPasses() {
    Reply reply = door.validate(ReviewText.create(Manifests.egress()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.uid()).isEqualTo(ReviewText.UID);
    assertThat(reply.allowed()).isTrue();
  }

  @Test
  void aNumberOfTenThousandDigitsIsCut() {
    ObjectNode egress = Manifests.egress();
    egress.withObject("/spec/behavior/scaleUp").put("tolerance", "1e9999");

    Reply reply = door.validate(ReviewText.create(egress));

    assertThat(reply.message())
        .contains("scale-up-tolerance: spec.behavior.scaleUp.tolerance: found 1")
        .hasSizeLessThan(800);
    assertThat(reply.body()).hasSizeLessThan(4_000);
  }

  @Test
  void aTargetThatIsTooHighIsForbidden() {
    Reply reply = door.validate(ReviewText.create(Manifests.egressWithCpu(80)));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.allowed()).isFalse();
    assertThat(reply.code()).isEqualTo(403);
    assertThat(reply.message()).contains("cpu-target");
  }
}

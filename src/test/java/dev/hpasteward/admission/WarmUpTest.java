package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.source.PolicySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What warms up is what real reviews go through: a refusal, a patch of an HPA, of a Deployment. */
class WarmUpTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void anHpaIsRefused() throws Exception {
    assertThat(answers("denied-autoscaler.json").get(0).at("/response/status/message").asText())
        .contains("cpu-target: ", "scale-down-window: ");
  }

  @Test
  void anHpaIsAllowedAndFilledIn() throws Exception {
    List<JsonNode> answers = answers("partial-autoscaler.json");

    assertThat(answers.get(0).at("/response/allowed").asBoolean()).isTrue();
    assertThat(answers.get(1).at("/response/patch").asText()).isNotEmpty();
  }

  @Test
  void aDeploymentGetsItsAnnotations() throws Exception {
    assertThat(answers("deployment.json").get(1).at("/response/patch").asText()).isNotEmpty();
  }

  private static List<JsonNode> answers(String name) throws Exception {
    List<JsonNode> answers = new ArrayList<>();
    for (byte[] answer : WarmUp.answer(WarmUp.read(name), PolicySource.embedded(), NOW)) {
      answers.add(new ObjectMapper().readTree(answer));
    }
    return answers;
  }
}

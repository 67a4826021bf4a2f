package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.admission.PolicyMistakes;
import dev.hpasteward.message.Denial;
import jakarta.inject.Singleton;
import java.util.List;

/** Has a ScalingPolicy read at admission by whom it is read later. */
@Singleton
final class ReaderMistakes implements PolicyMistakes {

  ReaderMistakes() {}

  @Override
  public List<Denial.Cause> of(JsonNode object) {
    return SeenPolicy.resource(object)
        .read()
        .fold(
            policy -> List.of(),
            mistakes ->
                mistakes.stream()
                    .map(mistake -> new Denial.Cause(mistake.path(), mistake.text()))
                    .toList());
  }
}

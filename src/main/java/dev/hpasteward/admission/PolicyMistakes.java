package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.message.Denial;
import java.util.List;

/** What keeps a ScalingPolicy from being one. */
public interface PolicyMistakes {

  /** Every mistake in it, each with its path; none if it can come into force. */
  List<Denial.Cause> of(JsonNode object);
}

package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.Denial;
import java.util.List;

/** What the API server is told. Whatever goes wrong is a fault, never a permission. */
sealed interface Answer {

  /** The write passes, changed by the patch if that is not empty. */
  record Allowed(JsonNode patch, List<String> warnings, List<Finding> findings) implements Answer {}

  /** The write is refused by the policy. */
  record Denied(Denial denial, List<String> warnings, List<Finding> findings) implements Answer {}

  /** The object can't be read: its author's mistake. */
  record Unreadable(String message) implements Answer {
    @Override
    public List<Finding> findings() {
      return List.of();
    }
  }

  /** What is to be recorded of it; nothing where nothing changes. */
  List<Finding> findings();
}

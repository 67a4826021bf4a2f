package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as they are shown to people, who need not see all of a long one. */
final class Shortened {

  private static final int MOST = 200;

  private Shortened() {}

  static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "nothing";
    }
    String text = value.toString();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "...";
  }
}

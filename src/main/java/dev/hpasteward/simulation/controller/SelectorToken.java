package dev.hpasteward.simulation.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A piece of a selector's text (apimachinery, labels/selector.go, Lexer).
 *
 * @param kind what it is
 * @param text as it is written; of an error, what is wrong
 */
record SelectorToken(Kind kind, String text) {

  private static final String SPECIAL = "=!(),><";
  private static final String BLANK = " \t\r\n";
  private static final Map<String, Kind> WORDS =
      Map.ofEntries(
          Map.entry(")", Kind.CLOSE),
          Map.entry(",", Kind.COMMA),
          Map.entry("!", Kind.NOT),
          Map.entry("==", Kind.EQUAL),
          Map.entry("=", Kind.EQUAL),
          Map.entry("!=", Kind.EQUAL),
          Map.entry(">", Kind.ORDER),
          Map.entry("<", Kind.ORDER),
          Map.entry("in", Kind.IN),
          Map.entry("notin", Kind.NOT_IN),
          Map.entry("(", Kind.OPEN));

  enum Kind {
    ERROR,
    END,
    CLOSE,
    COMMA,
    NOT,
    EQUAL,
    ORDER,
    NAME,
    IN,
    NOT_IN,
    OPEN
  }

  /** The pieces, and the end. */
  static List<SelectorToken> of(String text) {
    List<SelectorToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (BLANK.indexOf(letter) >= 0) {
        at++;
      } else if (letter == 0) {
        break;
      } else {
        SelectorToken token = SPECIAL.indexOf(letter) < 0 ? word(text, at) : symbol(text, at);
        tokens.add(token);
        at += token.kind() == Kind.ERROR ? run(text, at) : token.text().length();
      }
    }
    tokens.add(new SelectorToken(Kind.END, ""));
    return tokens;
  }

  private static SelectorToken word(String text, int from) {
    int end = from;
    while (end < text.length() && (SPECIAL + BLANK).indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(from, end);
    return new SelectorToken(WORDS.getOrDefault(word, Kind.NAME), word);
  }

  /** The longest operator that begins here. */
  private static SelectorToken symbol(String text, int from) {
    String longest = "";
    for (int end = from + 1; end <= from + run(text, from); end++) {
      String symbol = text.substring(from, end);
      if (WORDS.containsKey(symbol)) {
        longest = symbol;
      } else if (!longest.isEmpty()) {
        break;
      }
    }
    Kind kind = WORDS.get(longest);
    return kind == null
        ? new SelectorToken(
            Kind.ERROR,
            "error expected: keyword found '%s'"
                .formatted(text.substring(from, from + run(text, from))))
        : new SelectorToken(kind, longest);
  }

  /** How many symbols stand side by side from here. */
  private static int run(String text, int from) {
    int end = from;
    while (end < text.length() && SPECIAL.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end - from;
  }
}

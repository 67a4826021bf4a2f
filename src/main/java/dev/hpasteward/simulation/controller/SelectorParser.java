package dev.hpasteward.simulation.controller;

import dev.hpasteward.simulation.controller.SelectorToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether a text is a label selector (apimachinery, labels/selector.go, Parser). */
final class SelectorParser {

  private static final String OPERATORS = "in, notin, =, ==, !=, gt, lt";

  private final List<SelectorToken> tokens;
  private int position;

  private SelectorParser(List<SelectorToken> tokens) {
    this.tokens = tokens;
  }

  /** Says what is wrong, in the original's words. */
  static void check(String text) throws MalformedSelectorException {
    new SelectorParser(SelectorToken.of(text)).requirements();
  }

  private void requirements() throws MalformedSelectorException {
    while (true) {
      switch (kind()) {
        case NAME, NOT -> {}
        case END -> {
          return;
        }
        case ERROR, CLOSE, COMMA, EQUAL, ORDER, IN, NOT_IN, OPEN ->
            throw found("', expected: !, identifier, or 'end of string'");
      }
      try {
        requirement();
      } catch (MalformedSelectorException e) {
        throw new MalformedSelectorException("unable to parse requirement: " + e.text());
      }
      if (kind() == Kind.END) {
        return;
      }
      if (kind() != Kind.COMMA) {
        throw found("', expected: ',' or 'end of string'");
      }
      position++;
      if (kind() != Kind.NAME && kind() != Kind.NOT) {
        throw found("', expected: identifier after ','");
      }
    }
  }

  private void requirement() throws MalformedSelectorException {
    boolean absent = kind() == Kind.NOT;
    if (absent) {
      position++;
    }
    if (kind() != Kind.NAME) {
      throw found("', expected: identifier");
    }
    String key = text();
    String mistake = LabelSyntax.mistakeOfKey(key);
    if (mistake != null) {
      throw new MalformedSelectorException(
          LabelRequirement.invalid("<nil>", Quoted.text(key), mistake));
    }
    position++;
    if (absent || kind() == Kind.END || kind() == Kind.COMMA) {
      return;
    }
    LabelOperator operator = operator();
    List<String> values = operator == LabelOperator.IN ? values() : List.of(value());
    String wrong = LabelRequirement.mistake(key, operator, values);
    if (wrong != null) {
      throw new MalformedSelectorException(wrong);
    }
  }

  private LabelOperator operator() throws MalformedSelectorException {
    Kind kind = tokens.get(position).kind();
    LabelOperator operator =
        switch (kind) {
          case IN, NOT_IN -> LabelOperator.IN;
          case EQUAL -> LabelOperator.EQUALS;
          case ORDER -> LabelOperator.ORDER;
          case ERROR, END, CLOSE, COMMA, NOT, NAME, OPEN ->
              throw found("', expected: " + OPERATORS);
        };
    position++;
    return operator;
  }

  private String value() throws MalformedSelectorException {
    if (kind() == Kind.END || kind() == Kind.COMMA) {
      return "";
    }
    if (kind() != Kind.NAME) {
      throw found("', expected: identifier");
    }
    return tokens.get(position++).text();
  }

  private List<String> values() throws MalformedSelectorException {
    if (kind() != Kind.OPEN) {
      throw found("' expected: '('");
    }
    position++;
    if (kind() == Kind.CLOSE) {
      position++;
      return List.of("");
    }
    if (kind() != Kind.NAME && kind() != Kind.COMMA) {
      throw found("', expected: ',', ')' or identifier");
    }
    Set<String> values = new TreeSet<>();
    while (kind() != Kind.CLOSE) {
      listed(values);
    }
    position++;
    return new ArrayList<>(values);
  }

  /** A name or a comma; between commas that nothing is written between there is an empty value. */
  private void listed(Set<String> values) throws MalformedSelectorException {
    switch (kind()) {
      case NAME -> {
        values.add(text());
        position++;
        if (kind() != Kind.COMMA && kind() != Kind.CLOSE) {
          throw found("', expected: ',' or ')'");
        }
      }
      case COMMA -> {
        position++;
        if (values.isEmpty() || kind() == Kind.CLOSE || kind() == Kind.COMMA) {
          values.add("");
        }
      }
      case ERROR, END, CLOSE, NOT, EQUAL, ORDER, IN, NOT_IN, OPEN ->
          throw found("', expected: ',', or identifier");
    }
  }

  /** What stands here, where {@code in} and {@code notin} may be names. */
  private Kind kind() {
    Kind kind = tokens.get(position).kind();
    return kind == Kind.IN || kind == Kind.NOT_IN ? Kind.NAME : kind;
  }

  private String text() {
    return tokens.get(position).text();
  }

  private MalformedSelectorException found(String expected) {
    return new MalformedSelectorException("found '" + text() + expected);
  }
}

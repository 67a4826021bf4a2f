package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What letters without quotes mean to kubectl and Helm: YAML 1.1 as their library reads it
 * (sigs.k8s.io/yaml, goyaml.v2, resolve.go), so that {@code yes} is true, {@code 010} is eight, and
 * a date is text.
 */
final class PlainScalar {

  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NO_JSON =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /** Of a whole number that a double holds exactly. */
  private static final double EXACT = 9_007_199_254_740_992.0;

  /** More letters make no number that anybody means, and take long to read. */
  private static final int LONGEST_NUMBER = 400;

  private PlainScalar() {}

  /** Empty for what JSON has no word for, such as {@code .inf}. */
  static Optional<JsonNode> read(String text) {
    if (NOTHING.contains(text)) {
      return Optional.of(NullNode.getInstance());
    }
    if (TRUE.contains(text)) {
      return Optional.of(BooleanNode.TRUE);
    }
    if (FALSE.contains(text)) {
      return Optional.of(BooleanNode.FALSE);
    }
    if (NO_JSON.contains(text)) {
      return Optional.empty();
    }
    char first = text.charAt(0);
    boolean number = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    return Optional.of(
        number && text.length() <= LONGEST_NUMBER
            ? whole(text).or(() -> fraction(text)).orElseGet(() -> TextNode.valueOf(text))
            : TextNode.valueOf(text));
  }

  private static Optional<JsonNode> whole(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = 10;
    if (digits.startsWith("0x")) {
      radix = 16;
    } else if (digits.startsWith("0b")) {
      radix = 2;
    } else if (digits.startsWith("0o")) {
      radix = 8;
    } else if (digits.startsWith("0") && digits.length() > 1) {
      radix = 8;
      digits = "0o" + digits.substring(1);
    }
    if (radix != 10) {
      digits = digits.substring(2);
    }
    if (digits.isEmpty() || !isDigits(digits, radix)) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(negative ? "-" + digits : digits, radix);
    // What a long does not hold is a double there.
    return Optional.of(
        value.bitLength() < Long.SIZE
            ? LongNode.valueOf(value.longValue())
            : DoubleNode.valueOf(value.doubleValue()));
  }

  private static boolean isDigits(String text, int radix) {
    return text.chars().allMatch(letter -> letter < 128 && Character.digit(letter, radix) >= 0);
  }

  private static Optional<JsonNode> fraction(String text) {
    String digits = text.replace("_", "");
    if (!FLOAT.matcher(digits).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(digits);
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    // As JSON of Go writes it: 50.0 is 50.
    return Optional.of(
        value == Math.rint(value) && Math.abs(value) < EXACT
            ? LongNode.valueOf((long) value)
            : DoubleNode.valueOf(value));
  }
}

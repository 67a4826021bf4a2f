package dev.hpasteward.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text of one form.
 *
 * @param longest its greatest length, in characters
 * @param form what it matches in full
 * @param allowed the form in words, for messages
 */
record Name(int longest, Pattern form, String allowed) implements Kind<String> {

  /** A value of a Kubernetes label that is not empty: a service type's name is one. */
  static final Name LABEL_VALUE =
      new Name(
          63,
          Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?"),
          "a label's value: letters, digits, dashes, dots and underscores, a letter or digit at"
              + " both ends");

  /** Any value of a Kubernetes label. */
  static final Name LABEL_VALUE_OR_NONE =
      new Name(
          63,
          Pattern.compile("([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?"),
          "a label's value: nothing, or letters, digits, dashes, dots and underscores, a letter or"
              + " digit at both ends");

  /** A key of a Kubernetes label: 253 characters, a slash, 63 characters. */
  static final Name LABEL_KEY =
      new Name(
          317,
          Pattern.compile(
              "((?=[^/]{1,253}/)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*/)?"
                  + "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?"),
          "a label's key: at most 63 letters, digits, dashes, dots and underscores, a letter or"
              + " digit at both ends, with or without a domain of small letters and a slash"
              + " before it");

  /** A user or a group, as the API server knows it. */
  static final Name ACCOUNT =
      new Name(
          512,
          Pattern.compile("[^\\s\\x00-\\x1f\\x7f]([^\\x00-\\x1f\\x7f]*[^\\s\\x00-\\x1f\\x7f])?"),
          "a user or group as the API server knows it, such as"
              + " system:serviceaccount:argocd:argocd-application-controller");

  /** A name of a Kubernetes object. */
  static final Name OBJECT_NAME =
      new Name(
          253,
          Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"),
          "an object's name: small letters, digits, dashes and dots, a letter or digit at both"
              + " ends of each part");

  /** A metric's name, narrower than Kubernetes', which takes all but {@code /} and {@code %}. */
  static final Name METRIC_NAME =
      new Name(
          253,
          Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]*"),
          "a metric's name: letters, digits, underscores, dots, colons and dashes, a letter or"
              + " underscore first");

  /** A path of a URL, without a query. */
  static final Name URL_PATH =
      new Name(
          1024,
          Pattern.compile("/[!$&->@-\\[\\]-~]*"),
          "a URL's path: a slash first, no spaces, no query");

  @Override
  public Optional<String> read(Value value) {
    Optional<String> name =
        value.text().filter(text -> text.length() <= longest && form.matcher(text).matches());
    if (name.isEmpty()) {
      value.reject(allowed + ", at most " + longest + " characters", fix(value));
    }
    return name;
  }

  @Override
  public String standIn() {
    return "";
  }

  private String fix(Value value) {
    boolean onlyQuotesMissing =
        value.text().isEmpty()
            && value.letters().filter(letters -> form.matcher(letters).matches()).isPresent();
    return onlyQuotesMissing ? "put it in quotes" : "write such a text";
  }
}

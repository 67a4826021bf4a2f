package dev.hpasteward.simulation.controller;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What labels may look like (apimachinery, api/validate/content/kube.go and dns.go). */
final class LabelSyntax {

  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String DNS = DNS_LABEL + "(\\." + DNS_LABEL + ")*";
  private static final Pattern IS_NAME = Pattern.compile(NAME);
  private static final Pattern IS_DNS = Pattern.compile(DNS);
  private static final int LONGEST = 63;
  private static final int LONGEST_PREFIX = 253;

  private static final String NAME_RULE =
      """
      must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an \
      alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for \
      validation is '%s')"""
          .formatted(NAME);
  private static final String VALUE_RULE =
      """
      a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or \
      '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or \
      'my_value',  or '12345', regex used for validation is '(%s)?')"""
          .formatted(NAME);
  private static final String PREFIX_RULE =
      """
      a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or \
      '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used \
      for validation is '%s')"""
          .formatted(DNS);

  private LabelSyntax() {}

  /** All that is wrong with a key; null if nothing is. */
  static @Nullable String mistakeOfKey(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length > 2) {
      return "a valid label key "
          + NAME_RULE
          + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
    }
    List<String> mistakes = new ArrayList<>();
    if (parts.length == 2) {
      addPrefix(parts[0], mistakes);
    }
    String name = parts[parts.length - 1];
    if (name.isEmpty()) {
      mistakes.add("name part must be non-empty");
    } else if (bytes(name) > LONGEST) {
      mistakes.add("name part " + tooLong(LONGEST));
    }
    if (!IS_NAME.matcher(name).matches()) {
      mistakes.add("name part " + NAME_RULE);
    }
    return joined(mistakes);
  }

  private static void addPrefix(String prefix, List<String> mistakes) {
    if (prefix.isEmpty()) {
      mistakes.add("prefix part must be non-empty");
      return;
    }
    if (bytes(prefix) > LONGEST_PREFIX) {
      mistakes.add("prefix part " + tooLong(LONGEST_PREFIX));
    }
    if (!IS_DNS.matcher(prefix).matches()) {
      mistakes.add("prefix part " + PREFIX_RULE);
    }
  }

  /** All that is wrong with a value; null if nothing is. */
  static @Nullable String mistakeOfValue(String value) {
    List<String> mistakes = new ArrayList<>();
    if (bytes(value) > LONGEST) {
      mistakes.add(tooLong(LONGEST));
    }
    if (!value.isEmpty() && !IS_NAME.matcher(value).matches()) {
      mistakes.add(VALUE_RULE);
    }
    return joined(mistakes);
  }

  private static @Nullable String joined(List<String> mistakes) {
    return mistakes.isEmpty() ? null : String.join("; ", mistakes);
  }

  private static String tooLong(int most) {
    return "must be no more than " + most + " bytes";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

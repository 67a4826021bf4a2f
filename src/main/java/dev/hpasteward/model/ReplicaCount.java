package dev.hpasteward.model;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A number of replicas as people write it into an annotation. */
public final class ReplicaCount {

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}");

  private ReplicaCount() {}

  /** 1 to 999999, without sign, blanks or leading zeros; empty for anything else. */
  public static OptionalInt parse(String text) {
    return FORM.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}

package dev.hpasteward.cluster.certificate;

/**
 * Why it is not known of a replica that it serves a certificate by the new authority.
 *
 * @param what such as {@code serves another one}
 * @param why in the words of whoever knew; they may differ each time
 */
record Failure(String what, String why) {

  /** For people. */
  @Override
  public String toString() {
    return what + " (" + why + ")";
  }
}

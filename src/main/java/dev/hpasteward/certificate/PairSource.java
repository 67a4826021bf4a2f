package dev.hpasteward.certificate;

import java.util.Optional;

/** Where the webhook's certificate comes from. It is read every second, so reading never waits. */
public interface PairSource {

  /** Where the certificates are, for messages: a file, or a key of a Secret. */
  String certificates();

  /** Where the key is, for messages. */
  String key();

  /**
   * What is there now; empty if somebody is still to put it there, which is no mistake.
   *
   * @throws PairRefusedException if it is missing or can't be read; the message says what to do
   */
  Optional<PairText> read() throws PairRefusedException;
}

package dev.hpasteward.source;

import java.util.Optional;

/** What may stand at one place in a document. */
interface Kind<T> {

  /** Reads a value; empty, with the mistake recorded, where it is not of this kind. */
  Optional<T> read(Value value);

  /**
   * What stands in for a broken value, so that reading goes on and finds the next mistake. A
   * document with mistakes yields no policy, so it never gets into one.
   */
  T standIn();
}

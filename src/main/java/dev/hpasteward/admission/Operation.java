package dev.hpasteward.admission;

/** What somebody wants to do with an object. */
enum Operation {
  CREATE,
  UPDATE,
  DELETE,
  CONNECT;

  /** Whether there must be a new object. */
  boolean needsObject() {
    return this == CREATE || this == UPDATE;
  }
}

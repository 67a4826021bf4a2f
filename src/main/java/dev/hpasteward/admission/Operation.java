package dev.hpasteward.admission;

/** What somebody wants to do with an object. */
enum Operation {
  CREATE,
  UPDATE,
  DELETE,
  CONNECT
}

package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.policy.Digest;

/**
 * What an Event is called: the object's name and a hash of what is told about it.
 *
 * @param namespace its namespace
 * @param name its name
 */
record EventName(String namespace, String name) {

  private static final int HASH_DIGITS = 16;

  /** Of the 253 characters of a name, what is left beside dot and hash. */
  private static final int ROOM = 253 - 1 - HASH_DIGITS;

  static EventName of(Note note, Regarded regarded) {
    String content = regarded.uid() + "\n" + note.kind().reason() + "\n" + note.text();
    String name = regarded.name();
    String start = name.length() <= ROOM ? name : name.substring(0, ROOM).replaceAll("[-.]+$", "");
    return new EventName(regarded.namespace(), start + "." + Digest.of(content, HASH_DIGITS));
  }
}

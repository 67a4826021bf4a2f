package dev.hpasteward.admission;

import java.util.HashMap;
import java.util.Map;

/**
 * The bodies that are on their way, by who sends them: how much of it each has announced. Whoever
 * announces many and sends none would else take all memory.
 */
final class IncomingBytes {

  /** Of all senders; with the large bodies beside them they fit into the heap that is shipped. */
  static final int MOST = 24 * 1024 * 1024;

  /** Of one sender: a thousand reviews of the usual size. */
  static final int MOST_OF_ONE = 8 * 1024 * 1024;

  private final Map<String, Integer> announced = new HashMap<>();
  private int sum;

  /** Takes a body on, or says that it is too much. */
  synchronized boolean begins(String sender, int bytes) {
    int own = announced.getOrDefault(sender, 0) + bytes;
    if (own > MOST_OF_ONE || sum + bytes > MOST) {
      return false;
    }
    announced.put(sender, own);
    sum += bytes;
    return true;
  }

  /** One that was taken on is over. */
  synchronized void ended(String sender, int bytes) {
    sum -= bytes;
    announced.computeIfPresent(sender, (known, own) -> own > bytes ? own - bytes : null);
  }
}

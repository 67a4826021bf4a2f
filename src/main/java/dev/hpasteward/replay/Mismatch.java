package dev.hpasteward.replay;

/**
 * A value that is not as it was recorded.
 *
 * @param field where it stands in its line, such as {@code outputs.conditions[0].reason}
 * @param expected as it was recorded, as JSON; {@code nothing} if it is not there
 * @param got what came out, likewise
 */
record Mismatch(String field, String expected, String got) {}

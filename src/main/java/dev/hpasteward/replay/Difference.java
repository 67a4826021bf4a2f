package dev.hpasteward.replay;

import java.nio.file.Path;

/**
 * Where the simulated controller does not do what the real one did.
 *
 * @param file the file
 * @param line its line, counted from 1
 * @param what which case, or which sync of which trace
 * @param field the value, such as {@code outputs.conditions[0].reason}
 * @param expected as it was recorded
 * @param got what came out
 */
public record Difference(
    Path file, long line, String what, String field, String expected, String got) {}

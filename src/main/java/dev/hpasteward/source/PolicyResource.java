package dev.hpasteward.source;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A policy that is a resource of the API server, as text.
 *
 * @param name what mistakes call it, such as {@code ScalingPolicy default}
 * @param document the whole document as JSON
 * @param spec its spec as JSON without blanks and with sorted keys
 */
public record PolicyResource(String name, String document, String spec) {

  /**
   * Names what it says, whatever its metadata: the first 12 hexadecimal digits of the SHA-256 of
   * {@code spec}.
   */
  public String version() {
    return PolicyVersion.of(spec.getBytes(StandardCharsets.UTF_8));
  }

  /** The policy, or every mistake by its path: nobody sees the lines of a resource. */
  public PolicyResult read() {
    return PolicySource.read(document, version(), name)
        .fold(
            PolicyResult.Valid::new,
            mistakes -> new PolicyResult.Invalid(mistakes.stream().map(this::byPath).toList()));
  }

  private Mistake byPath(Mistake mistake) {
    String text = mistake.text().replaceFirst(", first in line \\d+", "");
    return new Mistake(name, 0, 0, mistake.path(), text);
  }

  /** Mistakes that are about all of it. */
  static List<Mistake> whole(String name, String text) {
    return List.of(new Mistake(name, 0, 0, "", text));
  }
}

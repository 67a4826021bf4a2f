package dev.hpasteward.source;

import dev.hpasteward.policy.ScalingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads policy documents: YAML of kind {@code ScalingPolicy}. Bad input never throws. */
public final class PolicySource {

  private static final String EMBEDDED = "default-policy.yaml";

  private PolicySource() {}

  /**
   * The written strategy.
   *
   * @throws IllegalStateException if the program was built with a broken document
   */
  public static ScalingPolicy embedded() {
    return read(embeddedBytes(), EMBEDDED)
        .fold(
            policy -> policy,
            mistakes -> {
              throw new IllegalStateException("the embedded policy is broken: " + mistakes);
            });
  }

  /**
   * Reads a file of at most 1 MiB, in UTF-8. A file that can't be read is a mistake like any other.
   */
  public static PolicyResult read(Path file) {
    String name = file.toString();
    Mistakes mistakes = new Mistakes(name);
    return PolicyBytes.ofFile(file, mistakes)
        .map(bytes -> read(bytes, name))
        .orElseGet(() -> new PolicyResult.Invalid(mistakes.inOrder()));
  }

  /**
   * Reads a document.
   *
   * @param sourceName what mistakes call the document
   */
  public static PolicyResult read(String yaml, String sourceName) {
    return read(yaml, PolicyVersion.of(yaml.getBytes(StandardCharsets.UTF_8)), sourceName);
  }

  static PolicyResult read(String yaml, String version, String sourceName) {
    Mistakes mistakes = new Mistakes(sourceName);
    Optional<ScalingPolicy> policy =
        PolicyDocument.root(yaml, mistakes).map(root -> read(root, version, mistakes));
    return policy
        .filter(valid -> mistakes.count() == 0)
        .<PolicyResult>map(PolicyResult.Valid::new)
        .orElseGet(() -> new PolicyResult.Invalid(mistakes.inOrder()));
  }

  static PolicyResult read(byte[] utf8, String sourceName) {
    Mistakes mistakes = new Mistakes(sourceName);
    return PolicyBytes.decode(utf8, mistakes)
        .map(yaml -> read(yaml, PolicyVersion.of(utf8), sourceName))
        .orElseGet(() -> new PolicyResult.Invalid(mistakes.inOrder()));
  }

  private static ScalingPolicy read(Node root, String version, Mistakes mistakes) {
    return ScalingPolicyReader.read(Value.root(root, mistakes), version);
  }

  private static byte[] embeddedBytes() {
    try (InputStream in = PolicySource.class.getResourceAsStream(EMBEDDED)) {
      if (in == null) {
        throw new IllegalStateException(EMBEDDED + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.ScalingPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {

  private static final String SHORTEST =
      """
      {apiVersion: hpa-steward.dev/v1, kind: ScalingPolicy, metadata: {name: shortest},
      spec: {serviceTypes: {sfu: {resources: {cpu: {scaleUpAt: 50}}}}}}
      """;

  @TempDir Path folder;

  @Test
  void aFileIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), SHORTEST);

    assertThat(PolicySource.read(file).fold(ScalingPolicy::name, List::toString))
        .isEqualTo("shortest");
  }

  @Test
  void aFileThatDoesNotExistIsAMistake() {
    Path file = folder.resolve("policy.yaml");

    assertThat(mistakes(file))
        .containsExactly(
            new Mistake(file.toString(), 0, 0, "", "no such file; name a file that exists"));
    assertThat(mistakes(file).get(0)).hasToString(file + ": no such file; name a file that exists");
  }

  @Test
  void aFolderIsAMistake() {
    assertThat(mistakes(folder))
        .containsExactly(
            new Mistake(
                folder.toString(),
                0,
                0,
                "",
                "can't be read: Is a directory; name a readable file"));
  }

  @Test
  void bytesThatAreNotUtf8AreAMistakeWhereTheyStand() throws IOException {
    Path file = folder.resolve("policy.yaml");
    Files.write(file, "a: 1\r\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(mistakes(file))
        .containsExactly(
            new Mistake(
                file.toString(),
                2,
                4,
                "",
                "found bytes that are not UTF-8; save the file as UTF-8"));
  }

  @Test
  void oneMebibyteIsReadAndNoByteMore() throws IOException {
    byte[] padded = new byte[1024 * 1024];
    Arrays.fill(padded, (byte) '\n');
    byte[] shortest = SHORTEST.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(shortest, 0, padded, 0, shortest.length);
    Path fits = Files.write(folder.resolve("fits.yaml"), padded);
    Path tooLarge =
        Files.write(folder.resolve("large.yaml"), Arrays.copyOf(padded, 1024 * 1024 + 1));

    assertThat(mistakes(fits)).isEmpty();
    assertThat(mistakes(tooLarge))
        .containsExactly(
            new Mistake(
                tooLarge.toString(),
                0,
                0,
                "",
                "found more than 1 MiB, allowed 1 MiB; name the policy's file"));
  }

  @Test
  void textOverOneMebibyteIsAMistakeToo() {
    String large = SHORTEST + "\n".repeat(1024 * 1024);

    assertThat(PolicySource.read(large, "text").<List<Mistake>>fold(policy -> List.of(), m -> m))
        .containsExactly(
            new Mistake(
                "text", 0, 0, "", "found more than 1 MiB, allowed 1 MiB; name the policy's file"));
  }

  private static List<Mistake> mistakes(Path file) {
    return PolicySource.read(file).fold(policy -> List.of(), mistakes -> mistakes);
  }
}

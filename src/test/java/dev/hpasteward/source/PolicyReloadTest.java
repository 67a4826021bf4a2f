package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicyReload.Outcome;
import dev.hpasteward.source.PolicyReload.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReloadTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;
  private Instant now = START;

  @Test
  void aChangeComesIntoForceAtTheSecondLook() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    write(file, "second");

    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    assertThat(reload.inForce().policy().name()).isEqualTo("first");
    assertThat(look(reload)).isEqualTo(Outcome.TAKEN);
    assertThat(reload.inForce().policy().name()).isEqualTo("second");
    assertThat(reload.inForce().since()).isEqualTo(START.plusSeconds(2));
    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNeitherTakenNorRefused() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    String whole = text("second") + "# the end\n";
    for (int end = 0; end < whole.length(); end += 20) {
      Files.writeString(file, whole.substring(0, end));
      assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    }
    Files.writeString(file, whole);
    look(reload);
    look(reload);

    assertThat(reload.inForce().policy().name()).isEqualTo("second");
    assertThat(reload.inForce().refusal()).isEmpty();
  }

  @Test
  void aConfigMapsSwappedLinksAreFollowed() throws IOException {
    Path older = Files.createDirectory(folder.resolve("..2026_03_01_00_00_00.1"));
    Path newer = Files.createDirectory(folder.resolve("..2026_03_01_00_01_00.2"));
    write(older.resolve("policy.yaml"), "first");
    write(newer.resolve("policy.yaml"), "second");
    Path data = Files.createSymbolicLink(folder.resolve("..data"), older.getFileName());
    Path file =
        Files.createSymbolicLink(folder.resolve("policy.yaml"), Path.of("..data", "policy.yaml"));
    PolicyReload reload = follow(file);

    Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), newer.getFileName());
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(older.resolve("policy.yaml"));
    look(reload);

    assertThat(look(reload)).isEqualTo(Outcome.TAKEN);
    assertThat(reload.inForce().policy().name()).isEqualTo("second");
  }

  @Test
  void aBrokenFileIsRefusedAsAWholeWithAllItsMistakes() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    Files.writeString(file, text("Second").replace("50", "50%"));
    look(reload);

    assertThat(look(reload)).isEqualTo(Outcome.REFUSED);
    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    assertThat(reload.inForce().policy().name()).isEqualTo("first");
    assertThat(reload.inForce().since()).isEqualTo(START);
    Refusal refusal = reload.inForce().refusal().orElseThrow();
    assertThat(refusal.since()).isEqualTo(START.plusSeconds(2));
    assertThat(refusal.mistakes())
        .extracting(Mistake::path)
        .containsExactly("metadata.name", "spec.serviceTypes.sfu.resources.cpu.scaleUpAt");
  }

  @Test
  void otherMistakesAreNewsButTheRefusalIsAsOldAsTheFirst() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    Files.writeString(file, "broken");
    look(reload);
    look(reload);
    Files.writeString(file, "broken: otherwise");
    look(reload);

    assertThat(look(reload)).isEqualTo(Outcome.REFUSED);
    assertThat(reload.inForce().refusal().map(Refusal::since)).contains(START.plusSeconds(2));
  }

  @Test
  void aMissingFileIsRefusedAndItsReturnChangesNothing() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    Files.delete(file);
    look(reload);

    assertThat(look(reload)).isEqualTo(Outcome.REFUSED);
    assertThat(reload.inForce().refusal().map(Refusal::mistakes))
        .contains(
            List.of(
                new Mistake(file.toString(), 0, 0, "", "no such file; name a file that exists")));
    write(file, "first");
    look(reload);
    assertThat(look(reload)).isEqualTo(Outcome.RESTORED);
    assertThat(reload.inForce())
        .isEqualTo(new PolicyReload.InForce(reload.inForce().policy(), START, Optional.empty()));
  }

  @Test
  void aFileThatIsGoneForASecondIsNotToldAbout() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    Files.delete(file);

    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    write(file, "first");
    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    assertThat(reload.inForce().refusal()).isEmpty();
  }

  @Test
  void aRefusedFileThatIsMendedComesIntoForce() throws IOException {
    Path file = write(folder.resolve("policy.yaml"), "first");
    PolicyReload reload = follow(file);
    Files.writeString(file, "broken");
    look(reload);
    look(reload);
    write(file, "second");
    look(reload);

    assertThat(look(reload)).isEqualTo(Outcome.TAKEN);
    assertThat(reload.inForce().refusal()).isEmpty();
  }

  @Test
  void aDeviceIsReadOnlyAtTheStart() throws IOException {
    ScalingPolicy first = policy(write(folder.resolve("policy.yaml"), "first"));
    PolicyReload reload = new PolicyReload(Path.of("/dev/zero"), first, START);

    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
    assertThat(look(reload)).isEqualTo(Outcome.UNCHANGED);
  }

  private Outcome look(PolicyReload reload) {
    now = now.plusSeconds(1);
    return reload.look(now);
  }

  private static PolicyReload follow(Path file) {
    return new PolicyReload(file, policy(file), START);
  }

  private static ScalingPolicy policy(Path file) {
    return PolicySource.read(file)
        .fold(
            policy -> policy,
            mistakes -> {
              throw new AssertionError(mistakes.toString());
            });
  }

  private static Path write(Path file, String name) throws IOException {
    return Files.writeString(file, text(name));
  }

  private static String text(String name) {
    return """
        apiVersion: hpa-steward.dev/v1
        kind: ScalingPolicy
        metadata: {name: %s}
        spec: {serviceTypes: {sfu: {resources: {cpu: {scaleUpAt: 50}}}}}
        """
        .formatted(name);
  }
}

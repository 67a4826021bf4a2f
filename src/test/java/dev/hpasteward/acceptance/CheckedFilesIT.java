package dev.hpasteward.acceptance;

import static dev.hpasteward.acceptance.CheckCommand.BAD;
import static dev.hpasteward.acceptance.CheckCommand.GOOD;
import static dev.hpasteward.acceptance.CheckCommand.assertEnds;
import static dev.hpasteward.acceptance.CheckCommand.check;
import static dev.hpasteward.acceptance.CheckCommand.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} reads, and what it passes over or refuses to read. */
class CheckedFilesIT {

  @TempDir private Path folder;

  CheckedFilesIT() {}

  private Path file(String name, String text) throws IOException {
    return CheckCommand.file(folder, name, text);
  }

  @Test
  void whatIsPipedInIsChecked() {
    ProgramProcess program = ProgramProcess.startWithInput(BAD, "check", "-");

    assertEnds(program, 1);
    assertThat(program.output()).startsWith("<stdin>\n").contains("cpu-target");
  }

  @Test
  void aFolderIsCheckedWithAllThatIsBelowItAndAnAutoscalerFindsItsDeploymentInAnotherFile()
      throws IOException {
    file("chart/deployment.yaml", Manifests.deployment("egress", "livekit-egress"));
    file("chart/below/hpa.yml", Manifests.autoscaler("egress", "egress", 80));
    file("chart/.hidden/hpa.yaml", "not: [read");
    file("chart/notes.txt", "not: [read");
    file("chart/kustomization.yaml", "resources: [deployment.yaml]");

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 1);
    assertThat(program.output()).contains("hpa.yml\n", "cpu-target").doesNotContain("unreadable");
  }

  @Test
  void whatCantBeReadEndsWithTwoAndTheRestIsStillChecked() throws IOException {
    Path tabs = file("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n");
    Path missing = folder.resolve("none.yaml");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});

    ProgramProcess program = check(tabs, missing, latin, file("bad.yaml", BAD));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains(
            "cpu-target",
            "unreadable " + tabs + ":4:1: found a tab, allowed spaces; indent with spaces",
            "unreadable " + missing + ": no such file; name a file that exists",
            "unreadable " + latin + ":1:4: found bytes that are not UTF-8; save the file as UTF-8",
            "1 denied",
            "3 unreadable");
  }

  @Test
  void aPipeInAFolderIsToldAndHoldsNobodyUp() throws IOException, InterruptedException {
    file("chart/bad.yaml", BAD);
    Path pipe = folder.resolve("chart/pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains("unreadable " + pipe + ": is no file that can be read; remove it", "1 denied");
  }

  @Test
  void whatIsNoManifestIsPassedOverInFoldersAndWhereThatIsAskedFor() throws IOException {
    file("repository/good.yaml", GOOD);
    Path values = file("repository/production-values.yaml", "replicas: 3\n");
    Path packages = file("repository/package.json", "{\"name\": \"x\"}");

    ProgramProcess all = check(folder.resolve("repository"));
    ProgramProcess named = check(values, packages);
    ProgramProcess asked = check(values, packages, "--only-manifests");

    assertEnds(all, 0);
    assertThat(all.output()).endsWith("2 fine; 2 others");
    assertEnds(named, 2);
    assertThat(named.output())
        .contains(values + ":1:1: found an object without kind; write apiVersion and kind");
    assertEnds(asked, 0);
  }

  @Test
  void whatLacksOnlyItsKindIsNeverPassedOver() throws IOException {
    Path half = file("repository/half.yaml", "apiVersion: autoscaling/v2\nspec: {}\n");

    ProgramProcess program = check(folder.resolve("repository"), "--only-manifests");

    assertEnds(program, 2);
    assertThat(program.output()).contains(half + ":1:1: found an object without kind");
  }

  @Test
  void aFilesNameIsNoOption() throws IOException {
    Path lax = file("--skip=cpu-target", BAD);
    Path at = file("@arguments", "--skip=cpu-target\n" + file("bad.yaml", BAD));

    assertThat(said(check("--", lax))).contains("1 denied");
    assertEnds(check(at), 2);
    assertThat(said(check(at))).contains("unreadable " + at);
  }

  @Test
  void keysThatStandTwiceAreToldInKindsThatNoPolicyLooksAtToo() throws IOException {
    Path service =
        file("s.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {a: 1, a: 2}\n");

    ProgramProcess program = check(service);

    assertEnds(program, 2);
    assertThat(program.output()).contains("unreadable " + service + ":4:");
  }

  @Test
  void nothingPipedInIsNoVerdict() {
    ProgramProcess program = ProgramProcess.startWithInput("", "check", "-");

    assertEnds(program, 2);
    assertThat(program.output())
        .contains("<stdin>: nothing was piped in; see what the command before it says");
  }

  @Test
  void linksThatGoRoundOrOutAreNotFollowed() throws IOException {
    file("outside.yaml", BAD);
    file("chart/good.yaml", GOOD);
    Files.createSymbolicLink(folder.resolve("chart/round"), folder.resolve("chart"));
    Path self = folder.resolve("chart/self.yaml");
    Files.createSymbolicLink(self, self);
    Path out = folder.resolve("chart/out.yaml");
    Files.createSymbolicLink(out, folder.resolve("outside.yaml"));
    Files.createSymbolicLink(folder.resolve("chart/same.yaml"), folder.resolve("chart/good.yaml"));

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains(
            "unreadable " + out + ": is a link to outside of its folder; name its target itself",
            "unreadable " + self + ": ",
            "2 objects under policy: 0 denied, 0 with warnings, 2 fine; 2 unreadable");
  }

  @Test
  void aFileThatNobodyMayReadIsToldOrRead() throws IOException {
    Path secret = file("secret.yaml", GOOD);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));

    ProgramProcess program = check(secret);

    if (Files.isReadable(secret)) {
      assertEnds(program, 0);
    } else {
      assertEnds(program, 2);
      assertThat(program.output()).contains(secret + ": this user may not; allow it");
    }
  }

  @Test
  void whatIsNamedTwiceIsReadOnce() throws IOException {
    Path good = file("chart/good.yaml", GOOD);

    assertThat(said(check(good, folder.resolve("chart"), folder.resolve("chart"))))
        .endsWith("2 objects under policy: 0 denied, 0 with warnings, 2 fine");
    ProgramProcess unset = check("--fix", "");
    assertEnds(unset, 2);
    assertThat(unset.output()).isEqualTo("found an empty name of a file; name a file or a folder");
  }

  @Test
  void pastAHundredMegabytesTheCallIsRefused() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(101L * 1024 * 1024);
    }

    ProgramProcess program = check(huge);

    assertEnds(program, 2);
    assertThat(program.output()).startsWith("there is more than 100 MiB to check: ");
  }
}

package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who does what a page says, in a copy of what it takes of the repository. */
final class OnCall {

  private static final Duration BOUND = Duration.ofSeconds(60);

  /** These change nothing, so they may be asked until the answer is as shown. */
  private static final Pattern ASKS =
      Pattern.compile(
          "kubectl (get|wait|auth|events|rollout status)\\b|--dry-run=server|\\bdoctor\\b");

  private final InstalledCluster cluster;
  private final Runnable others;
  private final Path desk;

  /** All that was typed and said, for whoever writes the page. */
  private final Path transcript;

  private OnCall(InstalledCluster cluster, Runnable others, Path desk) {
    this.cluster = cluster;
    this.others = others;
    this.desk = desk;
    this.transcript = desk.resolve("transcript.txt");
  }

  /** With nothing done yet. */
  static OnCall at(InstalledCluster cluster) throws IOException {
    return at(cluster, () -> {});
  }

  /**
   * The same.
   *
   * @param others what programs of others do after each command, before the kubelets
   */
  static OnCall at(InstalledCluster cluster, Runnable others) throws IOException {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    Path desk = Files.createTempDirectory(target, "runbook");
    CommandOutput.of("cp", "-r", "deploy", desk.toString()).successful();
    Path certs = Files.createDirectories(desk.resolve("certs"));
    CommandOutput.of("cp", "certs/make", "certs/kustomization.yaml", certs.toString()).successful();
    Files.createSymbolicLink(desk.resolve("target"), target);
    return new OnCall(cluster, others, desk);
  }

  /**
   * Does all of a section, and sees what it shows.
   *
   * @throws AssertionError if something fails, or looks otherwise than shown
   */
  void follow(Runbook.Section section) {
    for (Runbook.Step step : section.steps()) {
      if (step instanceof Runbook.WrittenFile file) {
        write(file);
      } else if (step instanceof Runbook.Command command) {
        follow(command);
        others.run();
        cluster.settle();
      }
    }
  }

  private void write(Runbook.WrittenFile file) {
    try {
      Path path = desk.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void follow(Runbook.Command command) {
    if (ASKS.matcher(command.text()).find()) {
      await()
          .atMost(BOUND)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> compare(command, run(command.text())));
    } else {
      compare(command, run(command.text()));
    }
  }

  /** What the command says, whether it succeeds or not. */
  CommandOutput run(String command) {
    try {
      Path said = Files.createTempFile(desk, "said", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder("bash", "-c", command)
              .directory(desk.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().put("PATH", cluster.bin() + ":" + builder.environment().get("PATH"));
      builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
      builder.environment().put("HOME", desk.toString());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + Files.readString(said));
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      Files.delete(said);
      Files.writeString(
          transcript,
          "$ %s%n%s".formatted(command, text),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return new CommandOutput(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void compare(Runbook.Command command, CommandOutput output) {
    List<String> shown = command.shown().stream().map(OnCall::withoutChance).toList();
    StringBuilder pattern = new StringBuilder();
    for (String line : shown) {
      pattern.append(line.equals("...") ? "(?:.*\n)*?" : leavingOut(line) + "\n");
    }
    String said =
        output.text().isEmpty()
            ? ""
            : String.join("\n", output.text().lines().map(OnCall::withoutChance).toList()) + "\n";
    assertThat(said)
        .describedAs("what is seen after: " + command.text())
        .matches(pattern.toString());
    // A difference is no failure of kubectl diff.
    boolean mayFail =
        shown.stream().anyMatch(line -> line.startsWith("Error") || line.startsWith("error"))
            || command.text().startsWith("kubectl diff");
    if (!mayFail) {
      assertThat(output.exitCode()).describedAs(command.text() + ": " + output.text()).isZero();
    }
  }

  /** A pattern for a line in which dots stand for some of it. */
  private static String leavingOut(String line) {
    return Stream.of(line.split("\\.\\.\\.", -1))
        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
        .collect(Collectors.joining(".*"));
  }

  /** Names of pods, ages, addresses and points in time differ each time, and columns with them. */
  private static String withoutChance(String line) {
    return line.replaceAll(
            "hpa-steward-[0-9a-f]{6,10}-[a-z0-9]{5}(_[0-9a-f]{8})?", "hpa-steward-POD")
        .replaceAll("\\b(\\d+[dhms])+\\b", "AGE")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

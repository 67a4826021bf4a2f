package dev.hpasteward.controlplane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The packaged program as its own process, as a user starts it. */
public final class ProgramProcess implements AutoCloseable {

  /** Set by the Maven profile {@code native}. */
  private static final String BINARY = "hpa-steward.test.binary";

  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  /** Most tests start it, ask a little and end it. */
  private static final List<String> FAST_START =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1");

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private static final Set<String> CLUSTER_VARIABLES =
      Set.of("KUBECONFIG", "KUBERNETES_SERVICE_HOST");

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private ProgramProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "program-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** The binary of a native build, if there is one, else the jar. */
  private static List<String> program(List<String> java, String home) {
    String binary = System.getProperty(BINARY, "");
    List<String> command = new ArrayList<>(binary.isBlank() ? java : List.of(binary));
    command.add("-Duser.home=" + home);
    if (binary.isBlank()) {
      command.addAll(List.of("-jar", JAR.toString()));
    }
    return command;
  }

  /**
   * Starts it with these arguments, as a user without a kubeconfig; both outputs are read as one.
   */
  public static ProgramProcess start(String... arguments) {
    return start(Map.of(), arguments);
  }

  /** The same with these environment variables, which may hold settings. */
  public static ProgramProcess start(Map<String, String> environment, String... arguments) {
    return startWith(environment, Redirect.PIPE, arguments);
  }

  /** The same with this text piped into it. */
  public static ProgramProcess startWithInput(String input, String... arguments) {
    ProgramProcess program = start(arguments);
    try (Writer pipe = program.process.outputWriter(StandardCharsets.UTF_8)) {
      pipe.write(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return program;
  }

  /** The same with both outputs there. */
  public static ProgramProcess startWith(
      Map<String, String> environment, Redirect output, String... arguments) {
    return start(FAST_START, environment, output, arguments);
  }

  /** The same as the image starts it, in its memory. */
  public static ProgramProcess startAsInImage(Redirect output, String... arguments) {
    return start(ImageJvm.command(), ImageJvm.environment(), output, arguments);
  }

  private static ProgramProcess start(
      List<String> java, Map<String, String> environment, Redirect output, String... arguments) {
    String home = emptyFolder().toString();
    List<String> command = program(java, home);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().keySet().removeAll(CLUSTER_VARIABLES);
    builder.environment().put("HOME", home);
    // Half a minute by default; tests need not wait for it.
    builder.environment().put("HPA_STEWARD_REPORTS_EVERY", "5s");
    builder.environment().putAll(environment);
    try {
      ProgramProcess program = new ProgramProcess(builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroyForcibly));
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line of output that fits, now or later. */
  public String awaitLine(Predicate<String> fits) {
    Awaitility.await()
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the program has ended", this::assertAlive)
        .until(() -> lines.stream().anyMatch(fits));
    return lines.stream().filter(fits).findFirst().orElseThrow();
  }

  private static Path emptyFolder() {
    try {
      Path target = Files.createDirectories(Path.of("target", "program").toAbsolutePath());
      return Files.createTempDirectory(target, "home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertAlive() {
    if (!process.isAlive() && !reader.isAlive()) {
      throw new AssertionError("the program has ended; it said:\n" + output());
    }
  }

  /** Everything that it has printed so far. */
  public String output() {
    return String.join("\n", lines);
  }

  public long pid() {
    return process.pid();
  }

  /** Waits until it has ended by itself. */
  public int exitCode() {
    try {
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it has not ended after " + START_LIMIT + ":\n" + output());
      }
      reader.join(END_LIMIT.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends SIGTERM and waits. */
  @Override
  public void close() {
    // The handle's: that of the process closes its output too.
    process.toHandle().destroy();
    exitCode();
  }

  /** Sends SIGKILL and waits. */
  public void kill() {
    process.toHandle().destroyForcibly();
    exitCode();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(lines::add);
    } catch (UncheckedIOException | IOException e) {
      lines.add("(output lost: " + e + ")");
    }
  }
}

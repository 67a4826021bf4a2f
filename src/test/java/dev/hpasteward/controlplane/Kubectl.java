package dev.hpasteward.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real kubectl, as a user would run it, in one namespace. It sees nothing of the developer's
 * environment: no kubeconfig, no settings, no cache.
 */
public final class Kubectl {
  private static final int LIMIT_SECONDS = 60;

  private final Path bin;
  private final Path kubeconfig;
  private final String namespace;

  /** One that reaches this cluster, in this namespace. */
  public Kubectl(Path bin, Path kubeconfig, String namespace) {
    this.bin = bin;
    this.kubeconfig = kubeconfig;
    this.namespace = namespace;
  }

  /**
   * What came of a command.
   *
   * @param exitCode 0 for success
   * @param stdout what it printed, to the last line feed
   * @param stderr warnings and errors
   */
  public record Result(int exitCode, String stdout, String stderr) {
    /**
     * What a command printed that has to succeed.
     *
     * @throws AssertionError with kubectl's own words if it did not
     */
    public String output() {
      if (exitCode != 0) {
        throw new AssertionError("kubectl ended with " + exitCode + ": " + stderr + stdout);
      }
      return stdout;
    }
  }

  /** The same kubectl in another namespace. */
  public Kubectl inNamespace(String name) {
    return new Kubectl(bin, kubeconfig, name);
  }

  public String namespace() {
    return namespace;
  }

  /**
   * Runs kubectl with these arguments.
   *
   * @throws AssertionError if it has not ended after 60 s
   */
  public Result run(String... arguments) {
    return runWithInput("", arguments);
  }

  /**
   * Runs kubectl with these arguments and the YAML on its standard input, for {@code -f -}.
   *
   * @throws AssertionError if it has not ended after 60 s
   */
  public Result runWithInput(String yaml, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(bin.resolve("kubectl").toString());
    command.add("--namespace=" + namespace);
    command.addAll(List.of(arguments));
    try {
      // Files instead of pipes: nobody has to read two streams at once.
      Path folder = Files.createTempDirectory(Home.FOLDER, "run");
      Path stdin = Files.writeString(folder.resolve("stdin"), yaml);
      Path stdout = folder.resolve("stdout");
      Path stderr = folder.resolve("stderr");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(stdin.toFile())
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile());
      Map<String, String> environment = builder.environment();
      environment.clear();
      environment.put("HOME", Home.FOLDER.toString());
      environment.put("KUBECONFIG", kubeconfig.toString());
      Process process = builder.start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      Result result =
          new Result(process.waitFor(), Files.readString(stdout), Files.readString(stderr));
      if (!ended) {
        throw new AssertionError(
            command + " had not ended after " + LIMIT_SECONDS + " s: " + result);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  /** Made when first needed; below target, so that a clean build removes what kubectl cached. */
  private static final class Home {
    static final Path FOLDER = create();

    private static Path create() {
      try {
        Path target = Files.createDirectories(Path.of("target", "kubectl").toAbsolutePath());
        return Files.createTempDirectory(target, "home");
      } catch (IOException e) {
        throw new UncheckedIOException("no folder for kubectl's cache", e);
      }
    }
  }
}

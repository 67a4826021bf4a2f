package dev.hpasteward.controlplane;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** How the image starts its JVM, as {@code application.properties} says it and nobody else. */
final class ImageJvm {

  private static final Path SETTINGS =
      Path.of("src", "main", "resources", "application.properties");

  private static final Path OWN = Path.of(System.getProperty("java.home"));

  private ImageJvm() {}

  /** Its java and flags; where there is no such Java, that of the tests, with those it knows. */
  static List<String> command() {
    String release = setting("base-jvm-image").replaceAll(".*:(\\d+).*", "$1");
    Optional<Path> home = home(release);
    List<String> command = new ArrayList<>();
    command.add(home.orElse(OWN).resolve("bin").resolve("java").toString());
    if (home.isEmpty()) {
      command.add("-XX:+IgnoreUnrecognizedVMOptions");
    }
    // A comma that is part of a flag has a backslash before it.
    Stream.of(setting("jvm-arguments").split("(?<!\\\\),", -1))
        .map(flag -> flag.replace("\\,", ","))
        .filter(flag -> home.isPresent() || !flag.startsWith("-XX:CompileCommand="))
        .forEach(command::add);
    return command;
  }

  static Map<String, String> environment() {
    String pools = "MALLOC_ARENA_MAX";
    return Map.of(pools, setting("environment-variables." + pools));
  }

  /** Where the benchmarks look too. */
  private static Optional<Path> home(String release) {
    return Stream.of(OWN, Path.of("/usr/lib/jvm"), Path.of("/opt"))
        .flatMap(ImageJvm::withFolders)
        .filter(home -> isOf(home, release))
        .findFirst();
  }

  private static Stream<Path> withFolders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> below = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), below.sorted()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOf(Path home, String release) {
    try {
      Path about = home.resolve("release");
      return Files.isExecutable(home.resolve("bin").resolve("java"))
          && Files.isRegularFile(about)
          && Files.readString(about).contains("JAVA_VERSION=\"" + release);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String setting(String name) {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(SETTINGS)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = settings.getProperty("quarkus.jib." + name);
    if (value == null) {
      throw new AssertionError("the image has no " + name);
    }
    return value;
  }
}

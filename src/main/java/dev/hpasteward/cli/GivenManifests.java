package dev.hpasteward.cli;

import dev.hpasteward.document.ManifestText;
import dev.hpasteward.document.NotUtf8Exception;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that a person named: files, folders, what is piped in. What can't be read is told, and
 * the rest is read all the same.
 */
final class GivenManifests {

  /** Bytes of all texts together. */
  static final long MOST = 100L * 1024 * 1024;

  private static final String PIPED = "-";
  private static final String PIPED_NAME = "<stdin>";

  /** Of kustomize and Helm; named by themselves, they are read as all others. */
  private static final Set<String> NO_MANIFESTS =
      Set.of("kustomization.yaml", "kustomization.yml", "chart.yaml", "values.yaml");

  private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

  /** By the files that they are in; what was piped in is in none. */
  private final Map<ManifestText, Optional<Path>> texts = new LinkedHashMap<>();

  private final List<Mistake> mistakes = new ArrayList<>();

  /** What has been read, however it was named: no text counts twice. */
  private final Set<Path> seen = new HashSet<>();

  private final boolean onlyManifests;

  private long bytes;

  private GivenManifests(boolean onlyManifests) {
    this.onlyManifests = onlyManifests;
  }

  /** The same, where each file that is named has to have manifests only. */
  static GivenManifests read(List<String> inputs, InputStream piped) {
    return read(inputs, false, piped);
  }

  /**
   * Reads all of it.
   *
   * @param onlyManifests whether documents with neither apiVersion nor kind are passed over in
   *     files that were named one by one too; in folders they are
   * @throws UnusableInput past 100 MiB
   */
  static GivenManifests read(List<String> inputs, boolean onlyManifests, InputStream piped) {
    GivenManifests given = new GivenManifests(onlyManifests);
    for (String input : inputs) {
      if (input.equals(PIPED)) {
        given.readPiped(piped);
      } else {
        given.readNamed(input);
      }
    }
    return given;
  }

  List<ManifestText> texts() {
    return List.copyOf(texts.keySet());
  }

  /** Where a text is kept. */
  Optional<Path> file(ManifestText text) {
    return texts.getOrDefault(text, Optional.empty());
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void readPiped(InputStream piped) {
    try {
      byte[] read = bytes(piped);
      if (read.length == 0) {
        mistake(PIPED_NAME, "nothing was piped in; see what the command before it says");
        return;
      }
      add(PIPED_NAME, read, Optional.empty(), onlyManifests);
    } catch (IOException e) {
      mistake(PIPED_NAME, reason(e));
    }
  }

  private void readNamed(String input) {
    if (input.isBlank()) {
      throw new UnusableInput("found an empty name of a file; name a file or a folder");
    }
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      mistake(input, "this system has no such names of files; set LANG to one with UTF-8");
      return;
    }
    if (!Files.isDirectory(path)) {
      readFile(path, onlyManifests);
      return;
    }
    int before = mistakes.size();
    Set<Path> files = filesBelow(path);
    files.forEach(file -> readFile(file, true));
    if (files.isEmpty() && mistakes.size() == before) {
      mistake(path.toString(), "no file in it ends in .yaml, .yml or .json; name another folder");
    }
  }

  private void readFile(Path file, boolean amongOthers) {
    try {
      if (!seen.add(real(file))) {
        return;
      }
      try (InputStream in = Files.newInputStream(file)) {
        add(file.toString(), bytes(in), Optional.of(file), amongOthers);
      }
    } catch (IOException e) {
      mistake(file.toString(), reason(e));
    }
  }

  /** A pipe has no path of its own. */
  private static Path real(Path file) throws IOException {
    return Files.isRegularFile(file) || !Files.exists(file)
        ? file.toRealPath()
        : file.toAbsolutePath();
  }

  /**
   * In the order of their names. A link to a file is followed if it stays below the folder, one to
   * a folder is not: it may go round.
   */
  private Set<Path> filesBelow(Path folder) {
    Set<Path> files = new TreeSet<>();
    try {
      Path root = folder.toRealPath();
      Files.walkFileTree(
          Files.isSymbolicLink(folder) ? root : folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
              return !at.equals(folder) && !at.equals(root) && isHidden(at)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (hasManifests(file) && isToBeRead(root, file, attributes)) {
                files.add(named(folder, root, file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              mistake(file.toString(), reason(e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      mistake(folder.toString(), reason(e));
    }
    return files;
  }

  /** By the name that the folder was given, which may be a link. */
  private static Path named(Path folder, Path root, Path file) {
    return Files.isSymbolicLink(folder) ? folder.resolve(root.relativize(file)) : file;
  }

  private boolean isToBeRead(Path root, Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return staysBelow(root, file);
    }
    if (!attributes.isRegularFile()) {
      mistake(file.toString(), "is no file that can be read; remove it");
    }
    return attributes.isRegularFile();
  }

  private boolean staysBelow(Path root, Path link) {
    try {
      Path target = link.toRealPath();
      if (target.startsWith(root)) {
        return Files.isRegularFile(target);
      }
      mistake(link.toString(), "is a link to outside of its folder; name its target itself");
    } catch (IOException e) {
      mistake(link.toString(), reason(e));
    }
    return false;
  }

  private static boolean hasManifests(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !isHidden(file)
        && !NO_MANIFESTS.contains(name)
        && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private byte[] bytes(InputStream in) throws IOException {
    byte[] read = in.readNBytes((int) (MOST - bytes + 1));
    bytes += read.length;
    if (bytes > MOST) {
      throw new UnusableInput(
          "there is more than 100 MiB to check: check it in parts, or leave out what is no"
              + " manifest");
    }
    return read;
  }

  private void add(String name, byte[] utf8, Optional<Path> file, boolean amongOthers) {
    try {
      ManifestText text = ManifestText.of(name, utf8);
      texts.put(amongOthers ? text.amongOthers() : text, file);
    } catch (NotUtf8Exception e) {
      mistakes.add(
          new Mistake(name, e.position().line(), e.position().column(), "", e.getMessage()));
    }
  }

  private void mistake(String name, String text) {
    mistakes.add(new Mistake(name, 0, 0, "", text));
  }

  /** Why a file can't be used, in words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file; name a file that exists";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not; allow it, or name another";
    }
    return "can't be read: "
        + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}

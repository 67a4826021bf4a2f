import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Checks a Maven distribution and unpacks it: ARCHIVE SHA512 FOLDER. Run by mvnw, in Java because every
 * machine that can build this project has that, while sha512sum, shasum, unzip and jar may all be absent.
 */
final class UnpackMaven {
  private UnpackMaven() {}

  public static void main(String... arguments) throws Exception {
    Path archive = Path.of(arguments[0]);
    String wanted = arguments[1];
    Path folder = Path.of(arguments[2]);
    byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
    String found = HexFormat.of().formatHex(digest);
    if (!found.equals(wanted)) {
      System.err.println("mvnw: the archive has the SHA-512 " + found + " instead of " + wanted);
      System.exit(1);
    }
    try (InputStream content = Files.newInputStream(archive)) {
      unpack(new ZipInputStream(content), folder);
    }
  }

  private static void unpack(ZipInputStream zip, Path folder) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      // Everything lies below one folder named after the version.
      String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
      Path file = folder.resolve(name);
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.getParent());
      Files.copy(zip, file);
      if (name.startsWith("bin/")) {
        file.toFile().setExecutable(true, false);
      }
    }
  }
}

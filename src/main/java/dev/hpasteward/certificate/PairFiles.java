package dev.hpasteward.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files {@code tls.crt} and {@code tls.key} of one folder, named as in a Kubernetes secret of
 * type {@code kubernetes.io/tls}.
 *
 * @param folder where they are; it need not exist yet
 */
public record PairFiles(Path folder) implements PairSource {

  /** Kubernetes limits a whole secret to 1 MiB. */
  private static final int LONGEST = 1024 * 1024;

  private static final int ATTEMPTS = 3;

  @Override
  public String certificates() {
    return folder.resolve("tls.crt").toString();
  }

  @Override
  public String key() {
    return folder.resolve("tls.key").toString();
  }

  /**
   * Reads both files. A mounted secret is replaced as a whole by moving a link, so one file may be
   * read before the move and the other after it. That shows in a first file that has changed, and
   * then both are read again.
   */
  @Override
  public Optional<PairText> read() throws PairRefusedException {
    String certificates = read(Path.of(certificates()));
    for (int attempt = 1; ; attempt++) {
      String key = read(Path.of(key()));
      String again = read(Path.of(certificates()));
      if (certificates.equals(again) || attempt == ATTEMPTS) {
        return Optional.of(new PairText(again, key));
      }
      certificates = again;
    }
  }

  private static String read(Path file) throws PairRefusedException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (NoSuchFileException e) {
      throw new PairRefusedException(
          file + " does not exist; put it there or point hpa-steward.certificates to its folder");
    } catch (AccessDeniedException e) {
      throw new PairRefusedException(file + " may not be read by this process; check its mode");
    } catch (IOException e) {
      throw new PairRefusedException(file + " cannot be read: " + e.getMessage());
    }
    if (bytes.length == 0) {
      throw new PairRefusedException(file + " is empty");
    }
    if (bytes.length > LONGEST) {
      throw new PairRefusedException(file + " is longer than 1 MiB, so it is no PEM file of ours");
    }
    // One character a byte: whatever the bytes are, texts are equal only if the files are.
    return new String(bytes, ISO_8859_1);
  }
}

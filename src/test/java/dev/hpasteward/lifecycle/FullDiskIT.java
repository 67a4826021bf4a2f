package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.ServedWebhook;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * No byte of what the program prints can be written: its disk is full, or nobody reads it. In the
 * image's JVM, whose memory is what lines that nobody takes would fill.
 */
class FullDiskIT {

  private static final int SIGTERM = 143;
  private static final int REVIEWS = 2_000;

  FullDiskIT() {}

  @Test
  void reviewsAreAnsweredWhereNoLogLineCanBeWritten() throws IOException {
    ProgramProcess program = serve(Redirect.to(new File("/dev/full")));

    program.close();

    assertThat(program.exitCode()).isEqualTo(SIGTERM);
  }

  /** More lines than a pipe and the program's queues hold. */
  @Test
  void reviewsAreAnsweredWhereNobodyReadsTheLog() throws IOException, InterruptedException {
    Path pipe = Files.createTempDirectory("hpa-steward-test-").resolve("output");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // For reading too: else its opening would wait for a reader.
    try (RandomAccessFile unread = new RandomAccessFile(pipe.toFile(), "rw")) {
      ProgramProcess program = serve(Redirect.to(pipe.toFile()));

      // Not by SIGTERM: what waits to be printed would be waited for.
      program.kill();
      assertThat(unread.getFD().valid()).isTrue();
    }
  }

  private static ProgramProcess serve(Redirect output) throws IOException {
    ServedCertificate certificate = ServedCertificate.make();
    int port = free();
    int managementPort = free();
    ProgramProcess program =
        ProgramProcess.startAsInImage(
            output,
            "serve",
            "--webhook-only",
            "--host=127.0.0.1",
            "--port=" + port,
            "--management-port=" + managementPort,
            "--certificates=" + certificate.folder());
    String url = "https://127.0.0.1:" + port;
    ServedWebhook webhook =
        new ServedWebhook(program, url, managementPort, certificate.authority()).awaitReady();
    try (RawConnection client = RawConnection.to(url, Reviews.trusting(certificate.authority()))) {
      for (int review = 0; review < REVIEWS; review++) {
        RawConnection.Answer denied = client.review(Reviews.denied());
        assertThat(denied.status()).isEqualTo(200);
        assertThat(denied.body()).contains("\"allowed\":false", "cpu-target: ");
      }
      webhook.awaitReady();
    }
    return program;
  }

  /** Nobody can read on which port it listens. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

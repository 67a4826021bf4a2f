package dev.hpasteward.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.certificate.SelfMadeCertificates;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.WebhookManifest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A webhook that allows everything and keeps what it was asked by {@code /mutate}. */
final class ReviewRecorder implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "hpa-steward-recorder";

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<JsonNode> reviews = new LinkedBlockingQueue<>();
  private final ControlPlane controlPlane;
  private final WebhookManifest manifest;

  /** Asked about one namespace only. */
  ReviewRecorder(ControlPlane controlPlane, String namespace) throws IOException {
    this.controlPlane = controlPlane;
    Path folder = Files.createTempDirectory("hpa-steward-recorder-");
    String authority =
        SelfMadeCertificates.write(folder, List.of("127.0.0.1"), Duration.ofDays(1), Instant.now());
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            .setSsl(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertPath(folder.resolve("tls.crt").toString())
                    .addKeyPath(folder.resolve("tls.key").toString()));
    HttpServer server =
        vertx
            .createHttpServer(options)
            .requestHandler(request -> request.bodyHandler(body -> record(request, body)))
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    this.manifest =
        WebhookManifest.at("https://127.0.0.1:" + server.actualPort(), authority)
            .narrowedTo(NAME, namespace);
    manifest.install(controlPlane.kubectl());
  }

  private void record(HttpServerRequest request, Buffer body) {
    try {
      JsonNode review = JSON.readTree(body.getBytes());
      if ("/mutate".equals(request.path())) {
        reviews.add(review);
      }
      request
          .response()
          .end(
              """
              {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
               "response": {"uid": "%s", "allowed": true}}"""
                  .formatted(review.at("/request/uid").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next review of an object of this name. */
  JsonNode next(String name) throws InterruptedException {
    while (true) {
      JsonNode review = reviews.poll(10, TimeUnit.SECONDS);
      if (review == null) {
        throw new AssertionError("the API server did not ask about " + name);
      }
      if (review.at("/request/name").asText().equals(name)) {
        return review;
      }
    }
  }

  @Override
  public void close() {
    manifest.remove(controlPlane.kubectl());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

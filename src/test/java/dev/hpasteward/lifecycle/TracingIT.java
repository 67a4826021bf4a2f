package dev.hpasteward.lifecycle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hpasteward.controlplane.ServedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans, as a collector gets them over OTLP/HTTP. */
class TracingIT {

  private static final String ENDPOINT = "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final HttpServer collector;

  TracingIT() throws IOException {
    this.collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", this::take);
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void aReviewIsASpanOnceTracingIsOn() throws IOException {
    Map<String, String> on = Map.of("QUARKUS_OTEL_SDK_DISABLED", "false", ENDPOINT, endpoint());
    ServedWebhook webhook = ServedWebhook.startWith(on).awaitReady();
    review(webhook);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> received.stream().anyMatch(body -> body.contains("POST /validate")));
    assertThat(received).anyMatch(body -> body.contains("hpa-steward"));
    webhook.program().close();
  }

  /** A span would be sent when the program ends, at the latest. */
  @Test
  void nothingIsSentByDefault() throws IOException {
    ServedWebhook webhook = ServedWebhook.startWith(Map.of(ENDPOINT, endpoint())).awaitReady();
    review(webhook);
    webhook.program().close();

    assertThat(received).isEmpty();
  }

  /** A collector that is away is nobody's concern but its own. */
  @Test
  void reviewsAreAnsweredWithoutTheCollector() throws IOException {
    collector.stop(0);
    Map<String, String> on = Map.of("QUARKUS_OTEL_SDK_DISABLED", "false", ENDPOINT, endpoint());
    ServedWebhook webhook = ServedWebhook.startWith(on).awaitReady();
    review(webhook);
    webhook.program().close();

    assertThat(received).isEmpty();
  }

  private String endpoint() {
    return "http://127.0.0.1:" + collector.getAddress().getPort();
  }

  private static void review(ServedWebhook webhook) throws IOException {
    try (RawConnection client =
        RawConnection.to(webhook.url(), Reviews.trusting(webhook.authority()))) {
      assertThat(client.review(Reviews.denied()).body()).contains("\"allowed\":false");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}

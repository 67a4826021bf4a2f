package dev.hpasteward.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of an API server, by its schema and by what came of a dry run. */
class ToleranceSupportTest {

  private static final String SCHEMA =
      """
      {"components": {"schemas": {"io.k8s.api.autoscaling.v2.HPAScalingRules":
        {"properties": {"tolerance": {}}}}}}
      """;
  private static final String DROPPED = "{}";

  private HttpServer server;
  private KubernetesClient client;
  private ToleranceSupport support;

  private volatile String schema = SCHEMA;
  private volatile int code = 201;
  private volatile String stored = ToleranceProbe.OBJECT;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/openapi/", exchange -> answer(exchange, 200, schema));
    server.createContext("/apis/", exchange -> answer(exchange, code, stored));
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty())
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .build())
            .build();
    support = new ToleranceSupport(() -> Optional.of(client));
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int code, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void dryRunGets(int newCode) {
    code = newCode;
    stored = "{}";
  }

  @Test
  void whatADryRunSendsBackHasItOrNot() {
    support.look();
    assertThat(support.tolerancesKept()).isTrue();

    stored = DROPPED;
    support.look();
    assertThat(support.tolerancesKept()).isFalse();
  }

  @Test
  void aServerThatDoesNotKnowTheFieldIsNotTried() {
    schema = "{}";

    support.look();

    assertThat(support.known()).isTrue();
    assertThat(support.tolerancesKept()).isFalse();
  }

  /** A webhook that refuses without a code makes it 400, one that does not answer 500. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 422, 500, 504})
  void theSchemaIsBelievedWhereSomebodyElseIsInTheWay(int barred) {
    dryRunGets(barred);

    support.look();

    assertThat(support.known()).isTrue();
    assertThat(support.tolerancesKept()).isTrue();
  }

  @Test
  void aServerThatWasUpgradedIsBelievedToo() {
    schema = "{}";
    support.look();
    schema = SCHEMA;
    dryRunGets(500);

    support.look();

    assertThat(support.tolerancesKept()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 503, 504})
  void whatADryRunHasShownStaysWhenALaterOneIsNotAnswered(int barred) {
    stored = DROPPED;
    support.look();
    dryRunGets(barred);

    support.look();

    assertThat(support.tolerancesKept()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aWebhookThatRefusesAsIfItWereBusyIsOnlyInTheWay(int busy) {
    dryRunGets(busy);
    stored = "{\"message\": \"admission webhook \\\"a.example.com\\\" denied the request: no\"}";

    support.look();

    assertThat(support.tolerancesKept()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aBusyServerHasSaidNothing(int busy) {
    dryRunGets(busy);

    support.look();

    assertThat(support.known()).isFalse();
  }
}

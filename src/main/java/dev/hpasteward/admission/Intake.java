package dev.hpasteward.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every request passes first, before its body is read: large ones are few at once, of small
 * ones each sender has so much under way, slow ones are cut, and once the process is told to end,
 * each answer asks its client to connect elsewhere.
 */
@Singleton
class Intake {

  private static final int FIRST = 100;

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{1,6}");

  /** Of seven megabytes at most. The API server's client sends one review a connection. */
  private static final int LARGE_AT_ONCE = 4;

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** What of the delay after SIGTERM remains to close connections in good order. */
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Departure departure;
  private final LoadMetrics metrics;
  private final OpenRequests requests;
  private final OpenConnections connections = new OpenConnections();

  /**
   * Connections that rest for so long after SIGTERM are closed. A client that sends at the very
   * moment of the closing sees its review fail, so this is most of the delay: those that are in use
   * at all have been served once more by then.
   */
  private final Duration unused;

  private final AtomicInteger large = new AtomicInteger();
  private final IncomingBytes incoming = new IncomingBytes();

  Intake(
      Departure departure,
      ReviewLimits limits,
      LoadMetrics metrics,
      @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.departure = departure;
    this.metrics = metrics;
    this.requests = new OpenRequests(limits.request());
    this.unused = delay.orElse(CLOSING).minus(CLOSING);
  }

  void register(@Observes Filters filters, Vertx vertx) {
    filters.register(this::take, FIRST);
    vertx.setPeriodic(LOOK_EVERY.toMillis(), timer -> look());
  }

  private void look() {
    requests.cutSlow(metrics::cut);
    if (departure.begun()) {
      connections.closeResting(unused);
    }
  }

  private void take(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (departure.over()) {
      refuse(context, Refusal.ENDING);
      return;
    }
    boolean takesMemory = isLarge(request);
    if (takesMemory && large.incrementAndGet() > LARGE_AT_ONCE) {
      large.decrementAndGet();
      refuse(context, Refusal.LARGE);
      return;
    }
    String sender = sender(request);
    int bytes = takesMemory ? 0 : length(request);
    if (!incoming.begins(sender, bytes)) {
      refuse(context, Refusal.MANY);
      return;
    }
    connections.busy(request.connection());
    OpenRequests.Entry entry = requests.begun(request.connection());
    context.addHeadersEndHandler(
        head -> {
          if (departure.begun()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
          }
        });
    context.addEndHandler(
        end -> {
          requests.ended(entry);
          incoming.ended(sender, bytes);
          if (takesMemory) {
            large.decrementAndGet();
          }
          if (departure.begun()) {
            request.connection().close();
          } else {
            connections.resting(request.connection());
          }
        });
    context.next();
  }

  private static String sender(HttpServerRequest request) {
    SocketAddress address = request.remoteAddress();
    return address == null || address.hostAddress() == null ? "" : address.hostAddress();
  }

  /** Of one that is not large. */
  private static int length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Integer.parseInt(length);
  }

  /** One that does not say how large it is may become so. */
  private static boolean isLarge(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
    // 256 KiB has six digits; anything else than up to six of them says enough.
    return !SIX_DIGITS.matcher(length).matches() || Integer.parseInt(length) > ReviewQueue.LARGE;
  }

  /** Its body is not read, so the connection can carry no other request. */
  private void refuse(RoutingContext context, Refusal refusal) {
    metrics.refused(refusal);
    context
        .response()
        .setStatusCode(Refusal.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .putHeader("Retry-After", Refusal.SECONDS_UNTIL_NEXT)
        .end(Buffer.buffer(refusal.body()))
        .onComplete(sent -> context.request().connection().close());
  }
}

package dev.hpasteward.cli;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.cluster.DevelopmentRegistration;
import dev.hpasteward.policy.ScalingPolicy;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running webhook. */
@Singleton
class ServeApplication implements QuarkusApplication {

  /** What the command line says before there are beans; set once, before the start. */
  private static volatile Optional<String> authority = Optional.empty();

  private static volatile Optional<String> url = Optional.empty();

  private final HttpServer server;
  private final PolicyInForce policies;
  private final DevelopmentRegistration registration;

  ServeApplication(
      HttpServer server, PolicyInForce policies, DevelopmentRegistration registration) {
    this.server = server;
    this.policies = policies;
    this.registration = registration;
  }

  static void registering(Optional<String> withAuthority, Optional<String> at) {
    authority = withAuthority;
    url = at;
  }

  @Override
  public int run(String... arguments) {
    ScalingPolicy policy = policies.get();
    say(
        "serving https on port %d, health and metrics on port %d; policy %s (version %s): %s"
            .formatted(
                server.getSecurePort(),
                managementPort(),
                policy.name(),
                policy.version(),
                String.join(", ", policy.serviceTypes().keySet())));
    if (authority.isPresent()) {
      try {
        register(authority.get());
      } catch (IllegalStateException e) {
        System.err.println("hpa-steward: " + e.getMessage());
        return 1;
      }
    }
    Quarkus.waitForExit();
    return 0;
  }

  private void register(String trusted) {
    String reachedAt = url.orElseGet(() -> "https://127.0.0.1:" + server.getSecurePort());
    String cluster = registration.register(reachedAt, trusted);
    say("registered with " + cluster + ", which now calls " + reachedAt);
    say(
        "  MutatingWebhookConfiguration and ValidatingWebhookConfiguration "
            + DevelopmentRegistration.NAME
            + ", failurePolicy Ignore");
    say("  both are removed when this ends; after a kill -9:");
    say(
        "  kubectl delete mutatingwebhookconfiguration,validatingwebhookconfiguration "
            + DevelopmentRegistration.NAME);
  }

  void onStop(@Observes ShutdownEvent event) {
    try {
      if (registration.remove()) {
        say("removed the webhook configurations " + DevelopmentRegistration.NAME);
      }
    } catch (IllegalStateException e) {
      System.err.println("hpa-steward: " + e.getMessage());
    }
  }

  /** Configuration tells it even where any port was asked for; the server bean does not. */
  static int managementPort() {
    return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
  }

  private static void say(String text) {
    System.out.println("hpa-steward: " + text);
  }
}

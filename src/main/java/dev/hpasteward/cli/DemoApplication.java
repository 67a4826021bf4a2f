package dev.hpasteward.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.policy.ScalingPolicy;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Plays the scenes against the webhook of this very process. */
@Singleton
class DemoApplication implements QuarkusApplication {

  /** What the command line says before there are beans; set once, before the start. */
  private static volatile String authority = "";

  private static volatile Path folder = Path.of("");
  private static volatile boolean keep;

  private final HttpServer server;
  private final PolicyInForce policies;

  DemoApplication(HttpServer server, PolicyInForce policies) {
    this.server = server;
    this.policies = policies;
  }

  static void given(String trusted, Path certificates, boolean stay) {
    authority = trusted;
    folder = certificates;
    keep = stay;
  }

  @Override
  public int run(String... arguments)
      throws IOException, InterruptedException, GeneralSecurityException {
    String url = "https://127.0.0.1:" + server.getSecurePort();
    Palette palette = new Palette(Terminal.wantsColours());
    ScalingPolicy policy = policies.get();
    System.out.printf(
        "The webhook runs at %s with policy %s: %s.%n",
        url, policy.name(), String.join(", ", policy.serviceTypes().keySet()));
    DemoClient client = new DemoClient(url, authority);
    DemoStage stage = new DemoStage(System.out, palette);
    List<DemoScene> scenes = DemoScene.ALL;
    int asExpected = 0;
    for (int i = 0; i < scenes.size(); i++) {
      JsonNode review = scenes.get(i).review();
      boolean fine = stage.show(i + 1, scenes.size(), scenes.get(i), review, client.admit(review));
      asExpected += fine ? 1 : 0;
    }
    System.out.println();
    boolean all = asExpected == scenes.size();
    String summary = "%d of %d came out as expected".formatted(asExpected, scenes.size());
    System.out.println(all ? palette.good(summary) : palette.bad(summary));
    if (keep) {
      System.out.printf(
          "%nStill running: POST %s/validate and %s/mutate (certificate authority: %s/ca.crt),"
              + "%nhealth and metrics at http://127.0.0.1:%d/q. Ctrl-C ends it.%n",
          url, url, folder, ServeApplication.managementPort());
      Quarkus.waitForExit();
    }
    return all ? 0 : 1;
  }
}

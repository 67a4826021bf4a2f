package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpasteward.rotation.ReviewLoad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * {@code docs/install.md} on how to get from one overlay to another with another source of the
 * certificate, while HPAs are written all the time. cert-manager is played.
 */
@Tag("endurance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedOverlayIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int REVIEWS_PER_SECOND = 20;

  private final InstalledCluster cluster = InstalledCluster.start();
  private final EgressTeam team = EgressTeam.in(cluster);
  private final OnCall onCall;
  private final Runbook page;

  private boolean holds = true;

  ChangedOverlayIT() throws IOException {
    onCall = OnCall.at(cluster, CertManagerStandIn.in(cluster)::work);
    page = Runbook.under(Path.of("docs", "install.md"), "Change the overlay");
  }

  @AfterAll
  void takeDown() {
    cluster.close();
  }

  /** Each begins where the one before it ended. */
  @TestFactory
  Stream<DynamicTest> noHpaIsRefusedOnTheWayAndThenBadOnesAre() {
    return Stream.of(
        DynamicTest.dynamicTest("install", () -> then(this::install)),
        way("self-managed-certs", "certs-dir"),
        way("certs-dir", "self-managed-certs"),
        way("self-managed-certs", "cert-manager"),
        way("cert-manager", "self-managed-certs"));
  }

  private DynamicTest way(String from, String to) {
    return DynamicTest.dynamicTest(
        "from %s to %s".formatted(from, to), () -> then(() -> change(from, to)));
  }

  private void then(Journey journey) throws IOException {
    assumeTrue(holds, "an earlier one failed");
    holds = false;
    journey.make();
    holds = true;
  }

  private interface Journey {
    void make() throws IOException;
  }

  private void install() throws IOException {
    onCall.follow(Runbook.under(Path.of("README.md"), "Install").section("Install"));
    assertBadOnesAreRefused();
  }

  private void change(String from, String to) {
    Set<String> before = bundles();

    try (ReviewLoad load = ReviewLoad.start(cluster.kubeconfig(), "media", REVIEWS_PER_SECOND)) {
      for (String heading : steps(from, to)) {
        onCall.follow(named(page.section(heading), from, to));
      }

      assertThat(load.end()).isEmpty();
      assertThat(load.reviews()).isGreaterThan(REVIEWS_PER_SECOND);
    }

    String authority = secret("{.data.ca\\.crt}");
    assertThat(before).noneMatch(bundle -> trusts(bundle, authority));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(bundles()).hasSize(1).allMatch(bundle -> trusts(bundle, authority));
              // The program leaves an authority of others there for ten minutes at least.
              if (!from.equals("cert-manager")) {
                assertThat(bundles()).containsExactly(authority);
              }
            });
    assertThat(secret("{.type}"))
        .isEqualTo(to.equals("self-managed-certs") ? "Opaque" : "kubernetes.io/tls");
    assertBadOnesAreRefused();
  }

  private static List<String> steps(String from, String to) {
    return Stream.of(
            "Let HPAs pass",
            from.equals("cert-manager") ? "Leave cert-manager" : "",
            from.equals("self-managed-certs") ? "Leave self-managed-certs" : "",
            "Take the old Secret away",
            to.equals("certs-dir") ? "Make a certificate for certs-dir" : "",
            "Apply the new overlay",
            "Judge HPAs again")
        .filter(heading -> !heading.isEmpty())
        .toList();
  }

  /** The page shows one way, and says that the others differ in names. */
  private static Runbook.Section named(Runbook.Section section, String from, String to) {
    List<Runbook.Step> steps = new ArrayList<>();
    for (Runbook.Step step : section.steps()) {
      if (step instanceof Runbook.Command command) {
        steps.add(new Runbook.Command(named(command.text(), from, to), command.shown()));
      } else if (step instanceof Runbook.WrittenFile file) {
        steps.add(new Runbook.WrittenFile(file.path(), named(file.text(), from, to)));
      }
    }
    return new Runbook.Section(section.heading(), steps);
  }

  private static String named(String text, String from, String to) {
    return text.replace("overlays/self-managed-certs", "overlays/FROM")
        .replace("overlays/certs-dir", "overlays/" + to)
        .replace("overlays/FROM", "overlays/" + from);
  }

  private void assertBadOnesAreRefused() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(team.badAutoscaler().stderr())
                    .contains(
                        "denied the request",
                        "cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80,"
                            + " allowed 31 to 50"));
  }

  /** What the API server trusts for all webhooks, each once. */
  private Set<String> bundles() {
    return Stream.of("mutatingwebhookconfiguration", "validatingwebhookconfiguration")
        .flatMap(
            kind ->
                cluster
                    .kubectl()
                    .run(
                        "get",
                        kind,
                        "hpa-steward",
                        "--output=jsonpath={range .webhooks[*]}{.clientConfig.caBundle}{'\\n'}{end}")
                    .output()
                    .lines())
        .collect(Collectors.toSet());
  }

  private static boolean trusts(String bundle, String authority) {
    return text(bundle).contains(text(authority));
  }

  private static String text(String encoded) {
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII);
  }

  private String secret(String path) {
    return cluster
        .kubectl()
        .run("get", "secret", "hpa-steward-certificate", "--output=jsonpath=" + path)
        .output();
  }
}

package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to create an HPA, for every service type. */
class NewAutoscalerIT {

  private static final int TOO_HIGH = 90;
  private static final String BAD = "-bad";
  private static final String GOOD = "-good";
  private static final String GENERATED = "generated";
  private static final String KUSTOMIZED = "kustomized";
  private static final Kubectl KUBECTL = EnforcedCluster.running().kubectl(NewAutoscalerIT.class);

  @TempDir private Path folder;

  NewAutoscalerIT() {}

  /** What somebody types. The manifest comes on standard input. */
  enum Way {
    CREATE("created", "error when creating \"STDIN\": ", "create -f -"),
    APPLY("created", "error when creating \"STDIN\": ", "apply -f -"),
    SERVER_SIDE_APPLY("serverside-applied", "", "apply --server-side -f -"),
    VERSION_ONE("created", "error when creating \"STDIN\": ", "create -f -"),
    DRY_RUN(
        "created (server dry run)",
        "error when creating \"STDIN\": ",
        "create --dry-run=server -f -");

    private final String done;
    private final String prefix;
    private final String command;

    Way(String done, String prefix, String command) {
      this.done = done;
      this.prefix = prefix;
      this.command = command;
    }

    private Kubectl.Result write(String name, int cpu) {
      return KUBECTL.runWithInput(
          this == VERSION_ONE
              ? Manifests.versionOne(name, name, cpu)
              : Manifests.autoscaler(name, name, cpu),
          command.split(" ", -1));
    }
  }

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    StringBuilder all = new StringBuilder();
    for (Service service : Service.values()) {
      Stream.concat(
              Stream.of(GENERATED, KUSTOMIZED),
              Stream.of(Way.values()).flatMap(way -> Stream.of(way + BAD, way + GOOD)))
          .map(use -> Manifests.deployment(name(use, service), service.type()))
          .forEach(all::append);
    }
    KUBECTL.runWithInput(all.toString(), "create", "-f", "-").output();
  }

  @ParameterizedTest
  @MethodSource("everyWayAndService")
  void aTargetAboveTheDocumentedOneIsRefusedAndNothingIsStored(Way way, Service service) {
    String name = name(way + BAD, service);

    Kubectl.Result result = way.write(name, TOO_HIGH);

    assertThat(Refusal.withoutOffer(result))
        .isEqualTo(
            new Kubectl.Result(
                1,
                "",
                refusal(way.prefix, name, service)
                    + (way == Way.VERSION_ONE
                        ? "This was written as autoscaling/v1, which has a CPU target only"
                            + " (spec.targetCPUUtilizationPercentage). Write autoscaling/v2 for"
                            + " memory, custom metrics and windows.\n"
                        : "")));
    assertNothingIsStored(name);
  }

  @ParameterizedTest
  @MethodSource("everyWayAndService")
  void theDocumentedTargetIsStoredWithWhatWasLeftOut(Way way, Service service) {
    String name = name(way + GOOD, service);

    Kubectl.Result result = way.write(name, service.cpu());

    assertThat(result)
        .isEqualTo(
            new Kubectl.Result(
                0,
                "horizontalpodautoscaler.autoscaling/" + name + " " + way.done + "\n",
                service.warnings()));
    if (way == Way.DRY_RUN) {
      assertNothingIsStored(name);
    } else {
      assertStoredCompleted(name, service);
    }
  }

  @ParameterizedTest
  @MethodSource("everyService")
  void aGeneratedNameIsJudgedAsAnyOther(Service service) {
    String deployment = name(GENERATED, service);
    String prefix = deployment + "-";
    String named = "metadata: {name: " + prefix;
    String generated = "metadata: {generateName: " + prefix;
    String bad = Manifests.autoscaler(prefix, deployment, TOO_HIGH).replace(named, generated);
    String good = Manifests.autoscaler(prefix, deployment, service.cpu()).replace(named, generated);

    Kubectl.Result refused = KUBECTL.runWithInput(bad, "create", "-f", "-");
    Kubectl.Result stored = KUBECTL.runWithInput(good, "create", "-f", "-", "-o", "name");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stdout()).isEmpty();
    assertThat(
            Refusal.withoutOffer(refused)
                .stderr()
                .replaceAll(prefix + "[a-z0-9]{5} ", prefix + " "))
        .isEqualTo(refusal("error when creating \"STDIN\": ", prefix, service));
    assertThat(stored.stderr()).isEqualTo(service.warnings());
    assertThat(KUBECTL.run("get", "hpa", "-o", "name").output().lines())
        .filteredOn(line -> line.contains(prefix))
        .containsExactly(stored.output().strip());
  }

  @ParameterizedTest
  @MethodSource("everyService")
  void aKustomizationIsJudgedAsAnyOther(Service service) throws Exception {
    String name = name(KUSTOMIZED, service);
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [hpa.yaml]");
    Path hpa = folder.resolve("hpa.yaml");

    Files.writeString(hpa, Manifests.autoscaler(name, name, TOO_HIGH));
    Kubectl.Result refused = KUBECTL.run("apply", "-k", folder.toString());
    assertThat(Refusal.withoutOffer(refused))
        .isEqualTo(
            new Kubectl.Result(
                1, "", refusal("error when creating \"" + folder + "\": ", name, service)));
    assertNothingIsStored(name);

    Files.writeString(hpa, Manifests.autoscaler(name, name, service.cpu()));
    KUBECTL.run("apply", "-k", folder.toString()).output();
    assertStoredCompleted(name, service);
  }

  private static String refusal(String prefix, String name, Service service) {
    String namespace = KUBECTL.namespace();
    return service.warnings()
        + "Error from server (Forbidden): "
        + prefix
        + "admission webhook \"validate.hpa-steward.dev\" denied the request:"
        + " HorizontalPodAutoscaler %s/%s breaks the scaling strategy for %s\n"
            .formatted(namespace, name, service.type())
        + "cpu-target: spec.metrics[0].resource.target.averageUtilization: found %d, allowed %s\n"
            .formatted(TOO_HIGH, service.allowedCpu())
        + "  fix: set it to %d\n".formatted(service.cpu());
  }

  private static void assertNothingIsStored(String name) {
    assertThat(KUBECTL.run("get", "hpa", name).stderr())
        .isEqualTo(
            "Error from server (NotFound): horizontalpodautoscalers.autoscaling \""
                + name
                + "\" not found\n");
  }

  private static void assertStoredCompleted(String name, Service service) {
    assertThat(KUBECTL.run("get", "hpa", name, "-o", Service.stored()).output())
        .isEqualTo(service.completed());
  }

  private static String name(String way, Service service) {
    return (way + "-" + service).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Stream<Arguments> everyWayAndService() {
    return Stream.of(Way.values())
        .flatMap(way -> everyService().map(service -> Arguments.of(way, service)));
  }

  static Stream<Service> everyService() {
    return Stream.of(Service.values());
  }
}

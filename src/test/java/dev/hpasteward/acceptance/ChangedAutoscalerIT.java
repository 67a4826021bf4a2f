package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to change an HPA, for every service type. */
class ChangedAutoscalerIT {

  private static final int TOO_HIGH = 90;
  private static final int LOWER = 45;
  private static final Kubectl KUBECTL =
      EnforcedCluster.running().kubectl(ChangedAutoscalerIT.class);

  ChangedAutoscalerIT() {}

  /** What somebody types to give an HPA another CPU target. */
  enum Way {
    APPLY("configured") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return KUBECTL.runWithInput(hpa(service, cpu), "apply", "-f", "-");
      }
    },
    SERVER_SIDE_APPLY("serverside-applied") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return KUBECTL.runWithInput(
            hpa(service, cpu), "apply", "--server-side", "--force-conflicts", "-f", "-");
      }
    },
    REPLACE("replaced") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return KUBECTL.runWithInput(hpa(service, cpu), "replace", "-f", "-");
      }
    },
    JSON_PATCH("patched") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return patch(
            service,
            "json",
            "[{\"op\": \"replace\", \"path\": \"/spec/metrics/0/resource/target/averageUtilization\", \"value\": %d}]",
            cpu);
      }
    },
    MERGE_PATCH("patched") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return patch(service, "merge", METRICS, cpu);
      }
    },
    STRATEGIC_PATCH("patched") {
      @Override
      Kubectl.Result write(Service service, int cpu) {
        return patch(service, "strategic", METRICS, cpu);
      }
    };

    private static final String METRICS =
        "{\"spec\": {\"metrics\": [{\"type\": \"Resource\", \"resource\": {\"name\": \"cpu\","
            + " \"target\": {\"type\": \"Utilization\", \"averageUtilization\": %d}}}]}}";

    private final String done;

    Way(String done) {
      this.done = done;
    }

    abstract Kubectl.Result write(Service service, int cpu);

    private static String hpa(Service service, int cpu) {
      return Manifests.autoscaler(service.type(), service.type(), cpu);
    }

    private static Kubectl.Result patch(Service service, String type, String patch, int cpu) {
      return KUBECTL.run(
          "patch", "hpa", service.type(), "--type=" + type, "--patch", patch.formatted(cpu));
    }
  }

  @BeforeAll
  static void createAll() {
    StringBuilder all = new StringBuilder();
    for (Service service : Service.values()) {
      all.append(Manifests.deployment(service.type(), service.type()));
      all.append(Manifests.autoscaler(service.type(), service.type(), service.cpu()));
    }
    KUBECTL.runWithInput(all.toString(), "apply", "-f", "-").output();
  }

  @ParameterizedTest
  @MethodSource("everyWayAndService")
  void aTargetAboveTheDocumentedOneIsRefusedAndALowerOneIsStored(Way way, Service service) {
    // Whatever the case before left: each starts from the documented target.
    KUBECTL
        .runWithInput(
            Manifests.autoscaler(service.type(), service.type(), service.cpu()),
            "replace",
            "--save-config",
            "-f",
            "-")
        .output();

    Kubectl.Result refused = way.write(service, TOO_HIGH);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stdout()).isEmpty();
    assertThat(Refusal.withoutOffer(refused).stderr())
        .startsWith(service.warnings())
        .endsWith(refusal(service));
    assertThat(stored(service)).isEqualTo(service.completed());

    Kubectl.Result changed = way.write(service, LOWER);
    assertThat(changed)
        .isEqualTo(
            new Kubectl.Result(
                0,
                "horizontalpodautoscaler.autoscaling/" + service.type() + " " + way.done + "\n",
                service.warnings()));
    assertThat(stored(service)).contains(" cpu=" + LOWER + " ");
  }

  private static String refusal(Service service) {
    return "admission webhook \"validate.hpa-steward.dev\" denied the request:"
        + " HorizontalPodAutoscaler %s/%s breaks the scaling strategy for %s\n"
            .formatted(KUBECTL.namespace(), service.type(), service.type())
        + "cpu-target: spec.metrics[0].resource.target.averageUtilization: found %d, allowed %s\n"
            .formatted(TOO_HIGH, service.allowedCpu())
        + "  fix: set it to %d\n".formatted(service.cpu());
  }

  private static String stored(Service service) {
    return KUBECTL.run("get", "hpa", service.type(), "-o", Service.stored()).output();
  }

  static Stream<Arguments> everyWayAndService() {
    return Stream.of(Way.values())
        .flatMap(way -> Stream.of(Service.values()).map(service -> Arguments.of(way, service)));
  }
}

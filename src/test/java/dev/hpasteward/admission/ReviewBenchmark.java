package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.policy.ScalingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * From the bytes of a review to the bytes of its answers, with neither HTTP nor a log around it. A
 * review is read and judged once and answered twice, for both endpoints. The reviews are those of
 * {@code benchmarks/load}; it runs in the repository's root.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReviewBenchmark {

  private final ScalingPolicy policy = WrittenStrategy.policy();
  private final byte[] autoscaler = autoscaler("50", "65", "1", "15", "300");
  private final byte[] violating = autoscaler("80", "90", "3", "120", "60");
  private final byte[] deployment = labelled(read("deployment.json"));

  @Benchmark
  public List<byte[]> autoscaler() throws BadReview, MalformedObject {
    return WarmUp.answer(autoscaler, policy, InnerDoor.NOW);
  }

  @Benchmark
  public List<byte[]> violatingAutoscaler() throws BadReview, MalformedObject {
    return WarmUp.answer(violating, policy, InnerDoor.NOW);
  }

  @Benchmark
  public List<byte[]> deployment() throws BadReview, MalformedObject {
    return WarmUp.answer(deployment, policy, InnerDoor.NOW);
  }

  private static byte[] autoscaler(
      String cpu, String memory, String available, String up, String down) {
    return labelled(
        read("hpa.json")
            .replace("@CPU@", cpu)
            .replace("@MEMORY@", memory)
            .replace("@AVAILABLE@", available)
            .replace("@UP@", up)
            .replace("@DOWN@", down));
  }

  private static byte[] labelled(String review) {
    return review
        .replace("@UID@", "705ab4f5-6393-11e8-b7cc-42010a800002")
        .replace("@LABEL@", "hpa-steward.dev/service-type")
        .replace("@TYPE@", "livekit-egress")
        .strip()
        .getBytes(UTF_8);
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of("benchmarks/load/bodies", name));
    } catch (IOException e) {
      throw new IllegalStateException("not in the repository's root", e);
    }
  }
}

package dev.hpasteward.report.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.ScalingPolicy;
import java.io.IOException;
import java.util.Optional;

/** For programs: {@code docs/simulate.schema.json} says what stands where. */
public final class SimulationJson implements SimulationReport {

  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public void write(Simulated simulated, Appendable out) throws IOException {
    ObjectNode root = root(simulated.policy(), simulated.picture());
    ArrayNode runs = root.putArray("runs");
    simulated.runs().forEach(run -> runs.add(RunJson.of(run)));
    print(root, out);
  }

  static ObjectNode root(ScalingPolicy policy, Optional<String> picture) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION);
    root.putObject("policy").put("name", policy.name()).put("version", policy.version());
    picture.ifPresent(file -> root.put("picture", file));
    return root;
  }

  static void print(ObjectNode root, Appendable out) throws IOException {
    out.append(JSON.writeValueAsString(root)).append('\n');
  }
}

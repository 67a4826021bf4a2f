package dev.hpasteward.controlplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the API server of {@link ControlPlane.Parts#ALL} was asked for. */
public final class AuditLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> READS = Set.of("get", "list", "watch");

  private AuditLog() {}

  /**
   * All that somebody asked to be changed in a namespace, with what came of it, such as {@code
   * create horizontalpodautoscalers egress-hpa-steward 201}, in order.
   */
  public static List<String> writes(String user, String namespace) {
    try (Stream<String> lines = Files.lines(ControlPlane.AUDIT_LOG)) {
      return lines
          // Parsing each line of a long log would take seconds.
          .filter(line -> line.contains("\"" + namespace + "\"") && line.contains(user))
          .map(AuditLog::read)
          .filter(request -> request.at("/user/username").asText().equals(user))
          .filter(request -> request.at("/objectRef/namespace").asText().equals(namespace))
          .filter(request -> !READS.contains(request.path("verb").asText()))
          .map(AuditLog::words)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(JsonNode request) {
    return String.join(
        " ",
        request.path("verb").asText(),
        request.at("/objectRef/resource").asText(),
        request.at("/objectRef/name").asText(),
        request.at("/responseStatus/code").asText());
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

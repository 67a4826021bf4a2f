package dev.hpasteward.controlplane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of an API server's audit log.
 *
 * @param received when the request arrived
 * @param user who asked
 * @param userAgent with which program
 * @param verb what for, such as {@code patch}
 * @param resource of which resource, such as {@code horizontalpodautoscalers}; empty for none
 * @param name of which object; may be empty where the object itself says it
 * @param code the HTTP status of the answer
 */
public record AnsweredRequest(
    Instant received,
    String user,
    String userAgent,
    String verb,
    String resource,
    String name,
    int code) {

  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All requests so far but dry runs, in the order in which they were answered. */
  public static List<AnsweredRequest> in(Path auditLog) {
    try (Stream<String> lines = Files.lines(auditLog)) {
      return lines
          .filter(line -> line.endsWith("}") && !line.contains("dryRun=All"))
          .map(AnsweredRequest::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order in which they arrived. */
  public static Comparator<AnsweredRequest> byArrival() {
    return Comparator.comparing(AnsweredRequest::received);
  }

  private static AnsweredRequest parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      JsonNode object = json.path("objectRef");
      return new AnsweredRequest(
          Instant.parse(json.path("requestReceivedTimestamp").asText()),
          json.path("user").path("username").asText(),
          json.path("userAgent").asText(),
          json.path("verb").asText(),
          object.path("resource").asText(),
          object.path("name").asText(),
          json.path("responseStatus").path("code").asInt());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it changed something. */
  public boolean wrote() {
    return WRITES.contains(verb) && code >= 200 && code < 300;
  }

  /** Whether it was about an HPA. */
  public boolean ofAutoscaler() {
    return resource.equals("horizontalpodautoscalers");
  }
}

package dev.hpasteward.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain writes to a real API server, many a second, with its own words for each. */
final class PlainWrites {

  private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int OK = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI server;
  private final String namespace;

  PlainWrites(ControlPlane controlPlane, String namespace) {
    Config config = Config.fromKubeconfig(controlPlane.kubeconfig().toFile());
    try {
      this.client = HttpClient.newBuilder().sslContext(SSLUtils.sslContext(config)).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
    this.server = URI.create(config.getMasterUrl());
    this.namespace = namespace;
  }

  /**
   * What is said of an object.
   *
   * @param refusal why it is refused; empty if it is not
   * @param warnings what is shown besides
   */
  record Said(String refusal, List<String> warnings) {}

  /** Creates a Deployment. */
  Said create(Corpus.Pair pair) {
    return send(
        to("apps/v1", "deployments", "")
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(pair.deployment())));
  }

  /** Applies a Deployment, as who means to own its values. */
  Said apply(Corpus.Pair pair) {
    return send(
        to("apps/v1", "deployments", "/" + pair.name() + "?fieldManager=pipeline")
            .header("Content-Type", "application/apply-patch+yaml")
            .method("PATCH", BodyPublishers.ofString(pair.deployment())));
  }

  /** Creates an HPA in the version that it is written in. */
  Said createAutoscaler(Corpus.Pair pair) {
    String version = pair.autoscaler().lines().findFirst().orElseThrow().split(": ", 2)[1];
    return send(
        to(version, "horizontalpodautoscalers", "")
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(pair.autoscaler())));
  }

  /** Creates an object of one of the kinds that have to do with scaling. */
  Said create(String manifest) {
    return send(creation(manifest, ""));
  }

  /** What would be said if it were created. */
  Said tryOut(String manifest) {
    return send(creation(manifest, "?dryRun=All"));
  }

  private HttpRequest.Builder creation(String manifest, String rest) {
    return to(
            field("apiVersion", manifest),
            field("kind", manifest).toLowerCase(Locale.ROOT) + "s",
            rest)
        .header("Content-Type", "application/yaml")
        .POST(BodyPublishers.ofString(manifest));
  }

  private static String field(String name, String manifest) {
    return manifest
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2);
  }

  private HttpRequest.Builder to(String version, String resource, String rest) {
    return HttpRequest.newBuilder(
        server.resolve(
            "/apis/%s/namespaces/%s/%s%s".formatted(version, namespace, resource, rest)));
  }

  private Said send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      List<String> warnings =
          response.headers().allValues("Warning").stream().map(PlainWrites::warning).toList();
      if (response.statusCode() < OK) {
        return new Said("", warnings);
      }
      String message = JSON.readTree(response.body()).path("message").asText();
      return new Said(
          message.replaceFirst("(?s)\\Aadmission webhook .*? denied the request: ", ""), warnings);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String warning(String header) {
    Matcher matcher = WARNING.matcher(header);
    if (!matcher.find()) {
      throw new AssertionError("no warning: " + header);
    }
    return matcher.group(1).replaceAll("\\\\(.)", "$1");
  }
}

package dev.hpasteward.cli;

import java.net.URI;
import java.net.URISyntaxException;

/** Where an API server reaches the webhook. */
final class WebhookUrl {

  private WebhookUrl() {}

  /**
   * The host of a URL.
   *
   * @throws UnusableInput if it is not https or has no host, or more than host and port
   */
  static String host(String url) {
    try {
      URI uri = new URI(url);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && isBare(uri)) {
        return uri.getHost().replaceAll("[\\[\\]]", "");
      }
    } catch (URISyntaxException e) {
      throw new UnusableInput("--url: " + e.getMessage());
    }
    throw new UnusableInput(
        "--url: found %s, must be https and a host, with a port if it is not 443, such as https://192.168.1.5:8443"
            .formatted(url));
  }

  private static boolean isBare(URI uri) {
    return (uri.getPath() == null || uri.getPath().isEmpty())
        && uri.getQuery() == null
        && uri.getFragment() == null
        && uri.getUserInfo() == null;
  }
}

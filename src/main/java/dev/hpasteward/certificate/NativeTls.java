package dev.hpasteward.certificate;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import jakarta.inject.Singleton;

/**
 * Serves the webhook's TLS by BoringSSL where the platform has it, else by the JDK: encryption in
 * machine code from the first byte on, where the JDK's is compiled while it runs.
 */
@Singleton
class NativeTls implements HttpServerOptionsCustomizer {

  NativeTls() {}

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    if (OpenSSLEngineOptions.isAvailable()) {
      options.setSslEngineOptions(new OpenSSLEngineOptions());
    }
  }
}

package dev.hpasteward.cluster.certificate;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;

/**
 * Where one replica takes reviews.
 *
 * @param address of the pod, or of its node if it is on the node's network
 * @param port of the webhook
 */
record Endpoint(String address, int port) {

  /** The label by which slices belong to a Service; its value is the Service's name. */
  static final String SERVICE = "kubernetes.io/service-name";

  /**
   * All of these slices, each once. Those that are not ready count: they may get reviews a moment
   * later.
   */
  static List<Endpoint> of(List<EndpointSlice> slices) {
    return slices.stream()
        .flatMap(
            slice ->
                slice.getPorts().stream()
                    .map(EndpointPort::getPort)
                    // Without a number it is all ports, which no Service of ours has.
                    .filter(port -> port != null)
                    .flatMap(
                        port ->
                            slice.getEndpoints().stream()
                                .flatMap(endpoint -> endpoint.getAddresses().stream())
                                .map(address -> new Endpoint(address, port))))
        .distinct()
        .toList();
  }

  /** Such as {@code 10.0.3.17:8443} or {@code [fd00::17]:8443}. */
  @Override
  public String toString() {
    return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
  }
}

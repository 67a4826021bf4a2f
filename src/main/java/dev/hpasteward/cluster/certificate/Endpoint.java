package dev.hpasteward.cluster.certificate;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one replica takes reviews.
 *
 * @param address of the pod, or of its node if it is on the node's network
 * @param port of the webhook
 * @param pod its name; empty if it is none
 */
record Endpoint(String address, int port, String pod) {

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
                all(slice.getPorts())
                    .map(EndpointPort::getPort)
                    // Without a number it is all ports, which no Service of ours has.
                    .filter(Objects::nonNull)
                    .flatMap(port -> of(slice, port)))
        .distinct()
        .toList();
  }

  private static Stream<Endpoint> of(EndpointSlice slice, int port) {
    return all(slice.getEndpoints())
        .flatMap(
            endpoint ->
                all(endpoint.getAddresses())
                    .map(address -> new Endpoint(address, port, name(endpoint.getTargetRef()))));
  }

  private static String name(@Nullable ObjectReference target) {
    return target == null ? "" : Objects.requireNonNullElse(target.getName(), "");
  }

  /** A slice that leads nowhere has null where others have lists. */
  private static <T> Stream<T> all(@Nullable Collection<T> some) {
    return some == null ? Stream.of() : some.stream();
  }

  /** Such as {@code 10.0.3.17:8443} or {@code pod hpa-steward-1 at [fd00::17]:8443}. */
  @Override
  public String toString() {
    String where = (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
    return pod.isEmpty() ? where : "pod " + pod + " at " + where;
  }
}

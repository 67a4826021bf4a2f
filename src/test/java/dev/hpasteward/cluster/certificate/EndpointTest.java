package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static EndpointSlice slice(String yaml) {
    return new KubernetesSerialization().unmarshal(yaml, EndpointSlice.class);
  }

  private static Stream<String> texts(EndpointSlice... slices) {
    return Endpoint.of(List.of(slices)).stream().map(Endpoint::toString);
  }

  @Test
  void everyAddressIsAskedWhetherItIsReadyOrNot() {
    assertThat(
            texts(
                slice(
                    """
                    addressType: IPv4
                    ports: [{name: webhook, port: 8443}]
                    endpoints:
                    - addresses: [10.0.3.17]
                      conditions: {ready: true}
                    - addresses: [10.0.3.18]
                      conditions: {ready: false, serving: false, terminating: true}
                    - addresses: [10.0.3.19]
                      targetRef: {kind: Pod, name: hpa-steward-1}
                    """)))
        .containsExactly("10.0.3.17:8443", "10.0.3.18:8443", "pod hpa-steward-1 at 10.0.3.19:8443");
  }

  @Test
  void slicesMayHaveAddressesOfBothKindsAndEachIsAskedOnce() {
    EndpointSlice slice =
        slice(
            """
            addressType: IPv6
            ports: [{name: webhook, port: 8443}]
            endpoints: [{addresses: ["fd00::17"]}]
            """);

    assertThat(
            texts(
                slice,
                slice,
                slice(
                    """
                    addressType: IPv4
                    ports: [{name: webhook, port: 9443}]
                    endpoints: [{addresses: [10.0.3.17]}]
                    """)))
        .containsExactly("[fd00::17]:8443", "10.0.3.17:9443");
  }

  @Test
  void aSliceThatLeadsNowhereNamesNobody() {
    assertThat(
            texts(
                slice("addressType: IPv4"),
                // As the API server writes it.
                slice(
                    """
                    {"addressType": "IPv6", "endpoints": null, "ports": null}
                    """),
                slice(
                    """
                    addressType: IPv4
                    ports: [{name: webhook, port: 8443}]
                    endpoints: null
                    """),
                slice(
                    """
                    addressType: IPv4
                    ports: [{name: webhook}]
                    endpoints: [{addresses: [10.0.3.17]}]
                    """),
                slice(
                    """
                    addressType: IPv4
                    ports: [{name: webhook, port: 8443}]
                    endpoints: []
                    """)))
        .isEmpty();
  }
}

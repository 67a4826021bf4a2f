package dev.hpasteward.rotation;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ServedWebhook;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;

/**
 * The EndpointSlices of the Service, which Kubernetes writes where replicas are pods. Here they are
 * processes with a port each, so each has a slice. An address of the loopback is not allowed in
 * one.
 */
record ReplicaSlices(Kubectl kubectl) {

  /** Says that the Service leads to this replica too; gives its address and port. */
  String add(String name, ServedWebhook replica) {
    String address = address();
    int port = URI.create(replica.url()).getPort();
    kubectl
        .runWithInput(
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata:
              name: %s
              labels: {kubernetes.io/service-name: hpa-steward}
            addressType: IPv4
            ports: [{name: webhook, port: %d}]
            endpoints: [{addresses: [%s]}]
            """
                .formatted(name, port, address),
            "create",
            "-f",
            "-")
        .output();
    return address + ":" + port;
  }

  void remove(String name) {
    kubectl.run("delete", "endpointslice", name).output();
  }

  private static String address() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .findFirst()
          .orElseThrow(() -> new AssertionError("this machine has no address of a network"))
          .getHostAddress();
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }
}

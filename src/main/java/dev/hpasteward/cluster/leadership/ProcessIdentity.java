package dev.hpasteward.cluster.leadership;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** The name of this process in a Lease: never that of an earlier one in the same pod. */
final class ProcessIdentity {

  private static final int SUFFIX_LENGTH = 8;

  private ProcessIdentity() {}

  /** The host, which in a pod has the pod's name, and something random. */
  static String create() {
    return hostname() + "_" + UUID.randomUUID().toString().substring(0, SUFFIX_LENGTH);
  }

  private static String hostname() {
    String told = System.getenv("HOSTNAME");
    if (told != null && !told.isBlank()) {
      return told;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "hpa-steward";
    }
  }
}

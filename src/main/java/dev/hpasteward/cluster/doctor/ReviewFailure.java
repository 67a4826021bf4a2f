package dev.hpasteward.cluster.doctor;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ways in which the API server fails to ask a webhook, by words of its message, and what to do.
 * Those that say most come first.
 */
enum ReviewFailure {
  NO_SERVICE(
      "service \"hpa-steward\" not found", "the Service is not there: " + Installation.APPLY),
  NO_ENDPOINTS(
      "no endpoints available|no service port",
      "no pod is ready, or the Service has another port: kubectl get pods,endpointslices"),
  UNKNOWN_AUTHORITY(
      "unknown authority|unable to load root certificates|unable to parse bytes as PEM",
      "caBundle is not that of the certificate: see the lines on caBundle and certificate"),
  OTHER_NAME(
      "certificate is valid for|doesn't contain any IP SANs|not valid for any names",
      "the certificate has other names than the API server asks for: have it made again"),
  OTHER_TIME(
      "certificate has expired or is not yet valid",
      "the certificate ended, or a clock is wrong: see the line on the certificate"),
  NOBODY_LISTENS(
      "connection refused",
      "nobody listens there: the pod starts, has ended or has another port; kubectl get pods"),
  NO_POD_NETWORK(
      "Address is not allowed",
      "the API server of EKS reaches no pod on an overlay network: name the overlay"
          + " eks-hostnetwork in your kustomization, and apply"),
  NO_ROUTE(
      "context deadline exceeded|Client\\.Timeout|i/o timeout|no route to host"
          + "|network is unreachable",
      "nothing gets through to port 8443 of the pods: on EKS allow it in the nodes' security group"
          + " from the control plane's; see NetworkPolicies; pods on an overlay network need the"
          + " overlay eks-hostnetwork"),
  NO_NAME("no such host", "the name of the URL is unknown to the API server"),
  CUT(
      "EOF|connection reset",
      "the pod, or a proxy before it, ended the connection: see its log and restarts"),
  BAD_ANSWER(
      "expected webhook response|unexpected status|invalid character",
      "somebody else answers there, or the program fails: see its log");

  private final Pattern words;
  private final String remedy;

  ReviewFailure(String words, String remedy) {
    this.words = Pattern.compile(words);
    this.remedy = remedy;
  }

  /** What to do about this message of the API server. */
  static String remedy(String message) {
    return Stream.of(values())
        .filter(failure -> failure.words.matcher(message).find())
        .findFirst()
        .map(failure -> failure.remedy)
        .orElse("see the API server's log and that of the pods");
  }
}

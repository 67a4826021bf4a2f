package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does every replica serve a certificate that this authority vouches for?
 *
 * @param authority the new one
 * @param until when the old one ends, and the question with it
 * @param byService whether any webhook is called by the Service; if none is, the Service need not
 *     lead anywhere
 */
record Question(X509Certificate authority, Instant until, boolean byService) {

  /**
   * Puts it to each of them. What is not known is not a yes.
   *
   * @param endpoints lists them
   * @param failure why the answer of one is no; empty if it is yes
   * @return whose answer is not yes, and why, for people; empty if all is well
   */
  SortedMap<String, Failure> failures(
      Supplier<List<Endpoint>> endpoints, Function<Endpoint, Optional<Failure>> failure) {
    SortedMap<String, Failure> failures = new TreeMap<>();
    try {
      List<Endpoint> all = endpoints.get();
      if (all.isEmpty() && byService) {
        failures.put("the Service", new Failure("leads to none", "it has no endpoints"));
      }
      all.forEach(
          endpoint ->
              failure
                  .apply(endpoint)
                  .ifPresent(reason -> failures.put(endpoint.toString(), reason)));
    } catch (KubernetesClientException e) {
      failures.put("the EndpointSlices", new Failure("can't be listed", Reason.of(e)));
    }
    return failures;
  }
}

package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.PairSource;
import dev.hpasteward.certificate.PairText;
import java.util.Map;
import java.util.Optional;

/**
 * A certificate and its key in the Secret, under two of its keys.
 *
 * @param secret the Secret as namespace/name, for messages
 * @param data what it holds, as text
 * @param certificateKey the key of the certificate
 * @param keyKey the key of the private key
 */
record SecretEntry(String secret, Map<String, String> data, String certificateKey, String keyKey)
    implements PairSource {

  static final String AUTHORITY = "ca";
  static final String NEXT = "next-ca";
  static final String PAIR = "tls";

  /** Certificates only: the authorities before the one that issues. */
  static final String PREVIOUS = "previous-ca.crt";

  static SecretEntry of(String secret, Map<String, String> data, String name) {
    return new SecretEntry(secret, data, name + ".crt", name + ".key");
  }

  /** Writes both into the data of a Secret. */
  static void put(Map<String, String> data, String name, PairText text) {
    data.put(name + ".crt", text.certificates());
    data.put(name + ".key", text.key());
  }

  static void remove(Map<String, String> data, String name) {
    data.remove(name + ".crt");
    data.remove(name + ".key");
  }

  @Override
  public String certificates() {
    return certificateKey + " of the Secret " + secret;
  }

  @Override
  public String key() {
    return keyKey + " of the Secret " + secret;
  }

  /** Empty if neither is there; what is only half there can't be parsed, and that is told. */
  @Override
  public Optional<PairText> read() {
    if (!data.containsKey(certificateKey) && !data.containsKey(keyKey)) {
      return Optional.empty();
    }
    return Optional.of(
        new PairText(data.getOrDefault(certificateKey, ""), data.getOrDefault(keyKey, "")));
  }

  /** Hides the private keys from logs. */
  @Override
  public String toString() {
    return certificates();
  }
}

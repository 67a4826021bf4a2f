package dev.hpasteward.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import javax.crypto.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCheckTest {
  private static final PairFiles FILES = new PairFiles(Path.of("/certificates"));

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521", "Ed25519"})
  void aKeyAndItsCertificateMakeAPair(String kind) throws PairRefusedException {
    IssuedPair issued = IssuedPair.issue(kind);

    assertThat(check(issued.certificatePem(), issued.keyPem())).isEqualTo(issued.pair());
  }

  @Test
  void anRsaKeyInTheOlderFormIsReadToo() throws PairRefusedException, IOException {
    IssuedPair issued = IssuedPair.issue("RSA");
    byte[] content =
        PrivateKeyInfo.getInstance(issued.key().getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();

    assertThat(check(issued.certificatePem(), PemFile.block("RSA PRIVATE KEY", content)))
        .isEqualTo(issued.pair());
  }

  @Test
  void anEcKeyInTheOlderFormIsReadToo() throws PairRefusedException, IOException {
    IssuedPair issued = IssuedPair.issue();
    BigInteger secret = ((ECPrivateKey) issued.key()).getS();
    byte[] content =
        new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1)
            .getEncoded();

    CertificatePair pair = check(issued.certificatePem(), PemFile.block("EC PRIVATE KEY", content));

    assertThat(pair.chain()).containsExactly(issued.leaf());
    assertThat(((ECPrivateKey) pair.key()).getS()).isEqualTo(secret);
  }

  @Test
  void curveParametersBeforeTheKeyAreSkipped() throws PairRefusedException {
    IssuedPair issued = IssuedPair.issue();
    // The object identifier of P-256, as openssl writes it before a key that it makes.
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    assertThat(check(issued.certificatePem(), parameters + issued.keyPem()))
        .isEqualTo(issued.pair());
  }

  @Test
  void theLeafComesFirstAndItsAuthoritiesFollow() throws PairRefusedException {
    IssuedPair leaf = IssuedPair.issue();
    IssuedPair other = IssuedPair.issue();

    assertThat(check(leaf.certificatePem() + other.certificatePem(), leaf.keyPem()).chain())
        .containsExactly(leaf.leaf(), other.leaf());
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() {
    IssuedPair one = IssuedPair.issue();

    assertRefused(
        one.certificatePem(),
        IssuedPair.issue().keyPem(),
        "/certificates/tls.key is not the key of the first certificate in /certificates/tls.crt"
            + " (serial "
            + one.serial()
            + "); replace both together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "P-384", "Ed25519"})
  void aKeyOfAnotherKindIsRefused(String kind) {
    assertThatThrownBy(
            () -> check(IssuedPair.issue().certificatePem(), IssuedPair.issue(kind).keyPem()))
        .isInstanceOf(PairRefusedException.class)
        .hasMessageStartingWith("/certificates/tls.key is not the key of the first certificate");
  }

  @Test
  void aKindOfKeyThatTlsClientsDoNotTakeIsRefused() {
    IssuedPair dsa = IssuedPair.issue("DSA");

    assertRefused(
        dsa.certificatePem(),
        dsa.keyPem(),
        "/certificates/tls.key holds a key of kind 1.2.840.10040.4.1;"
            + " supported are RSA, EC and Ed25519");
  }

  @Test
  void aKeyWithAPasswordIsRefused() throws IOException, NoSuchAlgorithmException {
    byte[] content =
        new EncryptedPrivateKeyInfo("PBEWithSHA1AndDESede", new byte[] {1, 2, 3}).getEncoded();

    assertRefused(
        IssuedPair.issue().certificatePem(),
        PemFile.block("ENCRYPTED PRIVATE KEY", content),
        "/certificates/tls.key is protected by a password; store the key without one");
  }

  @Test
  void garbageIsNoCertificate() {
    assertRefused(
        "garbage",
        IssuedPair.issue().keyPem(),
        "/certificates/tls.crt holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
  }

  @Test
  void garbageIsNoKey() {
    assertRefused(
        IssuedPair.issue().certificatePem(),
        "\u0000\u00ff\u0007",
        "/certificates/tls.key holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)");
  }

  @Test
  void halfACertificateIsRefused() {
    IssuedPair issued = IssuedPair.issue();
    String half = issued.certificatePem().substring(0, 300);

    assertThatThrownBy(() -> check(half, issued.keyPem()))
        .isInstanceOf(PairRefusedException.class)
        .hasMessageStartingWith("/certificates/tls.crt holds a broken PEM block: ");
  }

  @Test
  void halfAKeyIsRefusedWithoutQuotingIt() {
    IssuedPair issued = IssuedPair.issue();

    assertRefused(
        issued.certificatePem(),
        issued.keyPem().substring(0, 100),
        "/certificates/tls.key holds a broken PEM block");
  }

  @Test
  void aKeyWithBrokenContentIsRefused() {
    assertRefused(
        IssuedPair.issue().certificatePem(),
        PemFile.block("PRIVATE KEY", new byte[] {1, 2, 3}),
        "/certificates/tls.key holds a broken PEM block");
  }

  @Test
  void aPairTextDoesNotShowItsKey() {
    assertThat(new PairText("certificate", "secret")).hasToString("PairText[11 and 6 characters]");
  }

  private static CertificatePair check(String certificates, String key)
      throws PairRefusedException {
    return PairCheck.check(new PairText(certificates, key), FILES);
  }

  private static void assertRefused(String certificates, String key, String message) {
    assertThatThrownBy(() -> check(certificates, key))
        .isInstanceOf(PairRefusedException.class)
        .hasMessage(message);
  }
}

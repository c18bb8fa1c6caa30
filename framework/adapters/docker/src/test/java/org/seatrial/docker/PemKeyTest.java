package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;

final class PemKeyTest {

  /** Where in a PKCS#8 RSA key of 2048 bits the PKCS#1 key begins. */
  private static final int PKCS1 = 26;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void reads_pkcs8(String algorithm) throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    assertThat(read(TestKeys.pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
  }

  @Test
  void reads_pkcs1() throws Exception {
    PrivateKey key = rsa();
    byte[] encoded = key.getEncoded();
    byte[] inner = Arrays.copyOfRange(encoded, PKCS1, encoded.length);
    assertThat(read(TestKeys.pem("RSA PRIVATE KEY", inner))).isEqualTo(key);
  }

  @Test
  void reads_sec1_after_its_parameters() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
    byte[] curve = HexFormat.of().parseHex("06082a8648ce3d030107");
    String text =
        TestKeys.pem("EC PARAMETERS", curve) + TestKeys.pem("EC PRIVATE KEY", sec1(key, true));
    assertThat(((ECPrivateKey) read(text)).getS()).isEqualTo(key.getS());
    assertThatThrownBy(() -> read(TestKeys.pem("EC PRIVATE KEY", sec1(key, false))))
        .isInstanceOf(InspectionException.class)
        .hasMessageEndingWith("the key does not say its curve");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it holds no private key in PEM",
        "-----BEGIN CERTIFICATE-----~AAAA~-----END CERTIFICATE-----~ | it holds no private key in"
            + " PEM",
        "-----BEGIN PRIVATE KEY-----~AAAA | a block of it has no end",
        "-----BEGIN PRIVATE KEY | a block of it has no end",
        "-----BEGIN PRIVATE KEY-----~AAAA~-----END PRIVATE KEY-----~ | the key is damaged, or not"
            + " one of [RSA, EC, EdDSA]",
        "-----BEGIN EC PRIVATE KEY-----~MIL/~-----END EC PRIVATE KEY-----~ | the key is cut short"
            + " or damaged",
        "-----BEGIN EC PRIVATE KEY-----~MAEC~-----END EC PRIVATE KEY-----~ | the key is cut short"
            + " or damaged",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----~AAAA~-----END ENCRYPTED PRIVATE KEY-----~ | the key"
            + " has a passphrase; Docker wants one without",
        "-----BEGIN RSA PRIVATE KEY-----~Proc-Type: 4,ENCRYPTED~~AAAA~-----END RSA PRIVATE"
            + " KEY-----~ | the key has a passphrase; Docker wants one without",
        "-----BEGIN DSA PRIVATE KEY-----~AAAA~-----END DSA PRIVATE KEY-----~ | keys of the form"
            + " \"DSA PRIVATE KEY\" are not understood; make it PKCS#8 (openssl pkcs8)",
      })
  void says_what_is_wrong(String text, String reason) {
    assertThatThrownBy(() -> read(text.replace("~", "\n")))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot use " + folder.resolve("key.pem") + " for the Docker engine: " + reason);
  }

  @Test
  void reads_no_key_that_is_cut_short() throws Exception {
    byte[] encoded = rsa().getEncoded();
    for (int length = 0; length < encoded.length; length += 97) {
      String cut = TestKeys.pem("PRIVATE KEY", Arrays.copyOf(encoded, length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InspectionException.class);
    }
  }

  private static PrivateKey rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair().getPrivate();
  }

  /** Encode SEQUENCE { INTEGER 1, OCTET STRING, [0] secp256r1 } of 32 bytes of key. */
  private static byte[] sec1(ECPrivateKey key, boolean withCurve) {
    String digits = "%064x".formatted(key.getS());
    String curve = withCurve ? "a00a06082a8648ce3d030107" : "";
    String length = withCurve ? "31" : "25";
    return HexFormat.of().parseHex("30" + length + "0201010420" + digits + curve);
  }

  private PrivateKey read(String text) throws IOException {
    Path file = folder.resolve("key.pem");
    Files.writeString(file, text);
    return PemKey.read(file);
  }
}

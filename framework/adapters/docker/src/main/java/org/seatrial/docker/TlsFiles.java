package org.seatrial.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;

/**
 * The files that Docker keeps for an encrypted connection. {@code ca.pem} says whom to trust (where
 * it is missing, whom Java trusts); {@code cert.pem} and {@code key.pem} say who we are, and are
 * both there or both missing.
 */
record TlsFiles(Path folder) {

  /**
   * Read the files.
   *
   * @throws InspectionException that names the file which can't be used
   */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(folder, e);
    }
  }

  private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
    Path file = folder.resolve("ca.pem");
    if (Files.notExists(file)) {
      return null;
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate certificate : certificates(file)) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
    Path certificateFile = folder.resolve("cert.pem");
    Path keyFile = folder.resolve("key.pem");
    if (Files.notExists(certificateFile) && Files.notExists(keyFile)) {
      return null;
    }
    Certificate[] chain = certificates(certificateFile);
    PrivateKey key = PemKey.read(keyFile);
    KeyStore store = emptyStore();
    try {
      store.setKeyEntry("client", key, new char[0], chain);
    } catch (GeneralSecurityException e) {
      throw unusable(keyFile, e);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate[] certificates(Path file) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] found;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      found = factory.generateCertificates(in).toArray(Certificate[]::new);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(file, e);
    }
    if (found.length == 0) {
      throw new InspectionException(
          "cannot use " + file + " for the Docker engine: it holds no certificate");
    }
    return found;
  }

  private static InspectionException unusable(Path file, Exception cause) {
    return new InspectionException(
        "cannot use " + file + " for the Docker engine: " + PemKey.reason(cause), cause);
  }
}

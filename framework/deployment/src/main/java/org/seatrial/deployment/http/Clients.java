package org.seatrial.deployment.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.http.HttpRequest.Manner;

/** Makes clients of the JDK for the ways to ask. */
final class Clients {

  private Clients() {}

  /** Return a client; one that is not used any more is given back with its threads. */
  static HttpClient of(Manner manner) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(manner.timeout())
            .followRedirects(
                manner.followRedirects() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER);
    if (manner.trust() instanceof Trust.Anything) {
      builder.sslContext(context(new LenientTrust(null)));
    } else if (manner.trust() instanceof Trust.Authority authority) {
      builder.sslContext(context(new LenientTrust(authority(authority))));
    }
    return builder.build();
  }

  private static SSLContext context(TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  private static X509TrustManager authority(Trust.Authority authority) {
    try (InputStream pem = Files.newInputStream(authority.pem())) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (IOException | GeneralSecurityException e) {
      throw new InspectionException(
          authority.pem() + " can't be read as certificates: " + e.getMessage(), e);
    }
  }
}

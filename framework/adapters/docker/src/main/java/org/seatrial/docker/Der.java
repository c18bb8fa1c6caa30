package org.seatrial.docker;

import java.io.ByteArrayOutputStream;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/** As much of the encoding of keys (ASN.1 DER) as it takes to wrap an older form in PKCS#8. */
final class Der {

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xA0;

  /** INTEGER 0: the version of PKCS#8. */
  private static final byte[] VERSION = {0x02, 0x01, 0x00};

  /** OBJECT 1.2.840.113549.1.1.1 (RSA) and NULL. */
  private static final byte[] RSA = {
    0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0
  };

  /** OBJECT 1.2.840.10045.2.1 (a key of an elliptic curve). */
  private static final byte[] CURVE = {
    0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01
  };

  private Der() {}

  /** Wrap an RSAPrivateKey of PKCS#1. */
  static byte[] pkcs8OfRsa(byte[] key) {
    return tagged(SEQUENCE, join(VERSION, tagged(SEQUENCE, RSA), tagged(OCTETS, key)));
  }

  /** Wrap an ECPrivateKey of SEC 1; its own parameters, [0], say the curve. */
  static byte[] pkcs8OfCurve(byte[] key) throws InvalidKeySpecException {
    byte[] algorithm = tagged(SEQUENCE, join(CURVE, parameters(key)));
    return tagged(SEQUENCE, join(VERSION, algorithm, tagged(OCTETS, key)));
  }

  private static byte[] parameters(byte[] key) throws InvalidKeySpecException {
    int[] whole = element(key, 0);
    // SEQUENCE { INTEGER 1, OCTET STRING, [0] parameters, [1] public key }
    for (int at = whole[0]; at < whole[1]; ) {
      int[] part = element(key, at);
      if ((key[at] & 0xff) == PARAMETERS) {
        return Arrays.copyOfRange(key, part[0], part[1]);
      }
      at = part[1];
    }
    throw new InvalidKeySpecException("the key does not say its curve");
  }

  /** Return where the content of the element begins and ends. */
  private static int[] element(byte[] bytes, int at) throws InvalidKeySpecException {
    int start = at + 2;
    if (start <= bytes.length) {
      int length = bytes[at + 1] & 0xff;
      if (length == 0x81 && start < bytes.length) {
        length = bytes[start++] & 0xff;
      } else if (length == 0x82 && start + 1 < bytes.length) {
        length = (bytes[start++] & 0xff) << 8 | (bytes[start++] & 0xff);
      }
      // Nothing in a key of a curve is 32 KiB long: the other forms of a length fail here.
      if (length <= bytes.length - start) {
        return new int[] {start, start + length};
      }
    }
    throw new InvalidKeySpecException("the key is cut short or damaged");
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    writeLength(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** Write it in as few bytes as it takes: Java accepts nothing else. */
  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write(length >> shift);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}

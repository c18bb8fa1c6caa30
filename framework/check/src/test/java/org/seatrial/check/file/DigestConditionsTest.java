package org.seatrial.check.file;

import static org.seatrial.check.file.ContentConditions.haveMd5;
import static org.seatrial.check.file.ContentConditions.haveSha256;
import static org.seatrial.check.file.ContentConditions.haveSha512;
import static org.seatrial.check.file.FileSubjects.file;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on digests of a file, by the contract. */
class DigestConditionsTest {

  private static final MadeUpPlace ABC = MadeUpPlace.empty().with("/srv/app.jar", "abc");

  private static final MadeUpPlace EMPTY = MadeUpPlace.empty().with("/srv/app.jar", "");

  @Nested
  class HaveSha256 extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app.jar"),
              haveSha256("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
              "have sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
          .holdsIn(ABC)
          .isViolatedIn(
              EMPTY,
              """
              file /srv/app.jar should have sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad   → FAILED (1 finding) in made-up place
                expected:  sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                but was:   sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
              """)
          .negated(
              """
              file /srv/app.jar should not have sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad   → FAILED (1 finding) in made-up place
                expected:  not to have sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                but was:   sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
              """)
          .absent(
              """
              file /srv/app.jar should have sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad   → FAILED (1 finding) in made-up place
                expected:  sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveSha512 extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app.jar"),
              haveSha512(
                  "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F"),
              "have sha512"
                  + " ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
          .holdsIn(ABC)
          .isViolatedIn(
              EMPTY,
              """
              file /srv/app.jar should have sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f   → FAILED (1 finding) in made-up place
                expected:  sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
                but was:   sha512 cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
              """)
          .negated(
              """
              file /srv/app.jar should not have sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f   → FAILED (1 finding) in made-up place
                expected:  not to have sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
                but was:   sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
              """)
          .absent(
              """
              file /srv/app.jar should have sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f   → FAILED (1 finding) in made-up place
                expected:  sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveMd5 extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app.jar"),
              haveMd5("900150983CD24FB0D6963F7D28E17F72"),
              "have md5 900150983cd24fb0d6963f7d28e17f72")
          .holdsIn(ABC)
          .isViolatedIn(
              EMPTY,
              """
              file /srv/app.jar should have md5 900150983cd24fb0d6963f7d28e17f72   → FAILED (1 finding) in made-up place
                expected:  md5 900150983cd24fb0d6963f7d28e17f72
                but was:   md5 d41d8cd98f00b204e9800998ecf8427e
              """)
          .negated(
              """
              file /srv/app.jar should not have md5 900150983cd24fb0d6963f7d28e17f72   → FAILED (1 finding) in made-up place
                expected:  not to have md5 900150983cd24fb0d6963f7d28e17f72
                but was:   md5 900150983cd24fb0d6963f7d28e17f72
              """)
          .absent(
              """
              file /srv/app.jar should have md5 900150983cd24fb0d6963f7d28e17f72   → FAILED (1 finding) in made-up place
                expected:  md5 900150983cd24fb0d6963f7d28e17f72
                but was:   nothing is there
              """);
    }
  }
}

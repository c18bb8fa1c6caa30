package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {

  @ParameterizedTest
  @CsvSource({
    "1.0,                     <, 1.1",
    "1.9,                     <, 1.10",
    "1.0,                     =, 1.00",
    "1.0,                     =, 0:1.0",
    "0001.0,                  =, 1.0",
    "2.0,                     <, 1:1.0",
    "9:1,                     <, 10:1",
    "1.0,                     =, 1.0-0",
    "1.0,                     <, 1.0-1",
    "1.0-1,                   <, 1.0-2",
    "1.0-9,                   <, 1.0-10",
    "1.0-1,                   <, 1.0-1.1",
    "1.0-1-1,                 <, 1.0-1-2",
    "1.0~rc1,                 <, 1.0",
    "1.0~rc1-1,               <, 1.0-1",
    "1.0~~,                   <, 1.0~",
    "1.0~~a,                  <, 1.0~",
    "1.0~,                    <, 1.0",
    "1.0-1~bpo12+1,           <, 1.0-1",
    "1.0,                     <, 1.0a",
    "1.0a,                    <, 1.0b",
    "1.0A,                    <, 1.0a",
    "1.0z,                    <, 1.0+",
    "1.0+,                    <, 1.0.",
    "1.0a,                    <, 1.0.1",
    "1.0+dfsg-1,              >, 1.0-1",
    "1.0.,                    <, 1.0.1",
    "7.88.1-10+deb12u5,       <, 7.88.1-10+deb12u12",
    "7.88.1-10,               <, 7.88.1-10+deb12u1",
    "2.36-9+deb12u10,         >, 2.36-9+deb12u9",
    "5.10.0-23,               >, 5.10.0-0.deb12.24~",
    "1.2.3,                   <, 1.2.3-0.1",
    "99999999999999999999.1,  <, 99999999999999999999.2",
    "99999999999999999999,    <, 100000000000000000000",
  })
  void orders_as_debian_does(String first, char order, String second) {
    assertOrder(PackageSystem.DPKG, first, order, second);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,             =, 1.0",
    "1.0,             <, 2.0",
    "2.0.1,           >, 2.0",
    "2.0.1,           <, 2.0.1a",
    "5.5p1,           <, 5.5p2",
    "5.5p10,          >, 5.5p1",
    "10xyz,           <, 10.1xyz",
    "xyz10,           <, xyz10.1",
    "xyz.4,           <, 8",
    "xyz.4,           <, 2",
    "5.5p2,           <, 5.6p1",
    "5.6p1,           <, 6.5p1",
    "6.0.rc1,         >, 6.0",
    "10b2,            >, 10a1",
    "1.0aa,           >, 1.0a",
    "10.0001,         =, 10.1",
    "10.0001,         <, 10.0039",
    "4.999.9,         <, 5.0",
    "20101121,        <, 20101122",
    "2_0,             =, 2.0",
    "2__0,            =, 2_0",
    "a+,              =, a_",
    "+a,              =, _a",
    "+,               =, _",
    "1.0A,            <, 1.0a",
    "1.0~rc1,         <, 1.0",
    "1.0~rc1,         <, 1.0~rc2",
    "1.0~rc1~git123,  <, 1.0~rc1",
    "1.0~,            <, 1.0",
    "1.0^,            >, 1.0",
    "1.0^git1,        <, 1.0^git2",
    "1.0^git1,        <, 1.01",
    "1.0^20160101,    <, 1.0.1",
    "1.0^20160101^git1,  >, 1.0^20160101",
    "1.0~rc1^git1,    >, 1.0~rc1",
    "1.0^git1~pre,    <, 1.0^git1",
    "1.0.a,           <, 1.0.1",
    "1.0-1,           <, 1.0-2",
    "1.0-9.el9,       <, 1.0-10.el9",
    "1.0,             =, 1.0-2",
    "1.0-2,           =, 1.0",
    "1:1.0-1,         >, 2.0-1",
    "0:1.0-1,         =, 1.0-1",
    ":1.0-1,          =, 1.0-1",
    "2:1,             <, 10:1",
    "7.76.1-29.el9_4, <, 7.76.1-29.el9_4.1",
    "2.34-100.el9,    >, 2.34-99.el9",
    "99999999999999999999, <, 100000000000000000000",
  })
  void orders_as_rpm_does(String first, char order, String second) {
    assertOrder(PackageSystem.RPM, first, order, second);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,           =, 1.0",
    "2.34,          >, 0.1.0_alpha",
    "0.1.0_alpha,   <, 0.1.0_alpha1",
    "0.1.0_alpha2,  >, 0.1.0_alpha1",
    "0.1.0_alpha,   <, 0.1.3_alpha",
    "0.1.0_alpha9,  <, 0.1.0_beta",
    "1.0_beta,      <, 1.0_pre",
    "1.0_pre,       <, 1.0_rc",
    "1.0_rc1,       <, 1.0",
    "1.0,           <, 1.0_cvs1",
    "1.0_cvs,       <, 1.0_svn",
    "1.0_svn,       <, 1.0_git",
    "1.0_git,       <, 1.0_hg",
    "1.0_hg,        <, 1.0_p",
    "1.0_p9,        <, 1.0_p10",
    "1.0_p1,        <, 1.0a",
    "1.0_p1_alpha,  <, 1.0_p1",
    "1.0_alpha_p1,  >, 1.0_alpha",
    "1.0,           <, 1.0a",
    "1.0a,          <, 1.0b",
    "1.0a,          <, 1.0.1",
    "1.0b,          <, 1.1",
    "1.9,           <, 1.10",
    "1.0,           <, 1.0.0",
    "1.05,          <, 1.1",
    "1.010,         <, 1.01001",
    "1.100,         >, 1.0999",
    "010,           =, 10",
    "1.0,           <, 1.0-r0",
    "1.0-r0,        <, 1.0-r1",
    "1.0-r9,        <, 1.0-r10",
    "1.0_rc1-r5,    <, 1.0-r0",
    "1.0_p1-r0,     >, 1.0-r9",
    "1.0-r5,        <, 1.0.1-r0",
    "8.5.0-r0,      <, 8.11.1-r2",
    "1.0~ab12-r1,   <, 1.0~ab13-r0",
    "99999999999999999999, <, 100000000000000000000",
  })
  void orders_as_alpine_does(String first, char order, String second) {
    assertOrder(PackageSystem.APK, first, order, second);
  }

  @Test
  void orders_any_text_of_any_system() {
    List<String> odd =
        List.of("", "-", ":", "~", "^", "_", ".", "-r", "a", "1_", "1~", "1:", "é", "１", "\0");
    for (PackageSystem system : PackageSystem.values()) {
      for (String first : odd) {
        assertThat(system.compareVersions(first, first)).isZero();
        for (String second : odd) {
          assertThat(Integer.signum(system.compareVersions(first, second)))
              .as("%s: %s and %s", system, first, second)
              .isEqualTo(-Integer.signum(system.compareVersions(second, first)));
        }
      }
    }
  }

  @Test
  void takes_time_in_proportion_to_hostile_versions() {
    List<String> versions = new ArrayList<>();
    for (String part : List.of("1", "a", "~", "1.", "a1", "_p1", "^1", "0")) {
      versions.add(part.repeat(200_000 / part.length()));
    }
    for (PackageSystem system : PackageSystem.values()) {
      for (String version : versions) {
        assertThat(system.compareVersions(version + "1", version + "2"))
            .as("%s", system)
            .isNotPositive();
      }
    }
  }

  private static void assertOrder(PackageSystem system, String first, char order, String second) {
    int expected = "<=>".indexOf(order) - 1;
    assertThat(Integer.signum(system.compareVersions(first, second))).isEqualTo(expected);
    assertThat(Integer.signum(system.compareVersions(second, first))).isEqualTo(-expected);
  }
}

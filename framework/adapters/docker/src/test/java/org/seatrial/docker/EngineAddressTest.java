package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.InspectionException;

final class EngineAddressTest {

  @ParameterizedTest
  @CsvSource({
    "unix:///var/run/docker.sock, unix:///var/run/docker.sock, localhost",
    "UNIX:///a b.sock, UNIX:///a b.sock, localhost",
    "tcp://build.example:2375, tcp://build.example:2375, build.example:2375",
    "tcp://build.example, tcp://build.example:2375, build.example:2375",
    "tcp://10.0.0.7:4243/, tcp://10.0.0.7:4243, 10.0.0.7:4243",
    "http://build.example:80, tcp://build.example:80, build.example:80",
    "tcp://[::1]:2375, tcp://[::1]:2375, [::1]:2375",
    "localhost:2375, tcp://localhost:2375, localhost:2375",
    "TCP://localhost, tcp://localhost:2375, localhost:2375",
  })
  void parses(String text, String url, String host) {
    EngineAddress address = EngineAddress.parse(text, "DOCKER_HOST");
    assertThat(address.url()).isEqualTo(url);
    assertThat(address).hasToString(url + " (DOCKER_HOST)");
    assertThat(address.transport().host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/var/run/docker.sock | /var/run/docker.sock | a socket is written as"
            + " unix:///var/run/docker.sock",
        "unix://docker.sock | unix://docker.sock | the path must be absolute, as in"
            + " unix:///run/docker.sock",
        "unix:// | unix:// | the path must be absolute, as in unix:///run/docker.sock",
        "tcp:// | tcp:// | it is no address (Expected authority)",
        "tcp://host:x | tcp://host:x | expected a host and a port, as in tcp://localhost:2375",
        "tcp://host:70000 | tcp://host:70000 | the port must be from 1 to 65535",
        "tcp://host:0 | tcp://host:0 | the port must be from 1 to 65535",
        "tcp://host:1/prefix | tcp://host:1/prefix | expected a host and a port, as in"
            + " tcp://localhost:2375",
        "tcp://host:1?a=b | tcp://host:1?a=b | expected a host and a port, as in"
            + " tcp://localhost:2375",
        "tcp://ann:secret@host:1 | tcp://…@host:1 | a user name or password is not supported",
        "https://host:2376 | https://host:2376 | write tcp:// and set DOCKER_TLS_VERIFY=1",
        "ssh://ann:secret@host | ssh://…@host | connections by ssh are not supported; open a tunnel"
            + " (ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock host) and set"
            + " DOCKER_HOST=unix:///tmp/docker.sock",
        "npipe:////./pipe/docker_engine | npipe:////./pipe/docker_engine | named pipes of Windows"
            + " are not supported; let the engine listen on tcp://localhost:2375, or run in WSL 2,"
            + " and set DOCKER_HOST",
        "fd://3 | fd://3 | only unix:// and tcp:// are supported",
      })
  void says_what_to_do_instead(String text, String shown, String reason) {
    assertThatThrownBy(() -> EngineAddress.parse(text, "DOCKER_HOST"))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot use the address of a Docker engine \"" + shown + "\" (DOCKER_HOST): " + reason);
  }

  @Test
  void is_a_value() {
    EngineAddress address = EngineAddress.parse("tcp://localhost", "DOCKER_HOST");
    assertThat(address)
        .isEqualTo(EngineAddress.parse("localhost:2375", "DOCKER_HOST"))
        .hasSameHashCodeAs(EngineAddress.parse("localhost:2375", "DOCKER_HOST"))
        .isNotEqualTo(EngineAddress.parse("localhost:2375", "context a"))
        .isNotEqualTo(EngineAddress.parse("localhost:2376", "DOCKER_HOST"));
  }
}

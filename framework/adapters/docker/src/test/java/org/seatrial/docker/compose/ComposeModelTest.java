package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.Variation;

class ComposeModelTest {

  private static final String MODEL =
      """
      {
        "name": "given",
        "networks": {
          "default": {"name": "given_default"},
          "shared": {"name": "company", "external": true}
        },
        "services": {
          "job": {"image": "a", "command": ["true"], "networks": {"default": null}},
          "web": {
            "image": "b",
            "build": {"context": "/srv"},
            "container_name": "fixed",
            "depends_on": {"job": {"condition": "service_completed_successfully"}},
            "deploy": {"replicas": 2},
            "restart": "always",
            "tmpfs": ["/run"],
            "cap_add": ["NET_ADMIN"],
            "ports": [
              {"mode": "ingress", "target": 80, "published": "8080", "protocol": "tcp"},
              {"target": 53, "published": "53", "protocol": "udp"}
            ],
            "volumes": [{"type": "volume", "source": "data", "target": "/data"}]
          }
        },
        "volumes": {"data": {"name": "given_data"}, "kept": {"name": "kept", "external": true}}
      }
      """;

  private static ComposeModel model() throws IOException {
    return ComposeModel.read(MODEL);
  }

  private static String written(ComposeModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", "");
  }

  @Test
  void tells_what_is_declared_of_services() throws IOException {
    ComposeModel model = model();
    assertThat(model.services()).containsExactly("job", "web");
    assertThat(model.builtServices()).containsExactly("web");
    assertThat(model.replicas("web")).isEqualTo(2);
    assertThat(model.replicas("job")).isEqualTo(1);
    assertThat(model.isOneShot("job")).isTrue();
    assertThat(model.isOneShot("web")).isFalse();
    assertThat(model.restarts("web")).isTrue();
    assertThat(model.restarts("job")).isFalse();
  }

  @Test
  void takes_away_what_two_deployments_would_share_and_leaves_what_is_external()
      throws IOException {
    ComposeModel model = model();
    model.withoutFixedNames("mine");
    assertThat(written(model))
        .startsWith("{\"name\":\"mine\",")
        .contains(
            "\"networks\":{\"default\":{},\"shared\":{\"name\":\"company\",\"external\":true}}")
        .contains("\"volumes\":{\"data\":{},\"kept\":{\"name\":\"kept\",\"external\":true}}")
        .doesNotContain("container_name");
  }

  @Test
  void publishes_every_port_on_a_free_one_of_the_loopback_interface() throws IOException {
    ComposeModel model = model();
    model.withPorts("web", Set.of(9090));
    model.withPorts("job", Set.of());
    assertThat(model.service("web").get("ports"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(
            Map.of("target", 80, "protocol", "tcp", "host_ip", "127.0.0.1"),
            Map.of("target", 53, "protocol", "udp", "host_ip", "127.0.0.1"),
            Map.of("target", 9090, "protocol", "tcp", "host_ip", "127.0.0.1"));
    assertThat(model.service("job")).doesNotContainKey("ports");
  }

  @Test
  void labels_all_that_is_made_and_nothing_that_is_external() throws IOException {
    ComposeModel model = model();
    model.withLabels(Map.of("org.seatrial.run", "r"));
    assertThat(written(model))
        .contains("\"shared\":{\"name\":\"company\",\"external\":true}")
        .contains("\"kept\":{\"name\":\"kept\",\"external\":true}")
        .containsSubsequence(
            "\"given_default\",\"labels\":{\"org.seatrial.run\":\"r\"}",
            "\"job\":{",
            "\"labels\":{\"org.seatrial.run\":\"r\"}",
            "\"web\":{",
            "\"labels\":{\"org.seatrial.run\":\"r\"}",
            "\"given_data\",\"labels\":{\"org.seatrial.run\":\"r\"}");
  }

  @Test
  void runs_services_as_an_arbitrary_user_or_as_root() throws IOException {
    ComposeModel model = model();
    Varied.apply(Variation.arbitraryUser(1_000_680_042L), model.service("web"));
    Varied.apply(Variation.asRoot(), model.service("job"));
    assertThat(model.service("web")).containsEntry("user", "1000680042:0");
    assertThat(model.service("job")).containsEntry("user", "0:0");
  }

  @Test
  void makes_the_root_read_only_and_leaves_what_is_mounted() throws IOException {
    ComposeModel model = model();
    Varied.apply(Variation.readOnlyRoot("/tmp", "/data"), model.service("web"));
    assertThat(model.service("web"))
        .containsEntry("read_only", true)
        .containsEntry("tmpfs", java.util.List.of("/run", "/tmp:mode=1777"));
  }

  @Test
  void takes_all_privileges() throws IOException {
    ComposeModel model = model();
    Varied.apply(Variation.noPrivileges(), model.service("web"));
    assertThat(model.service("web"))
        .containsEntry("cap_drop", java.util.List.of("ALL"))
        .containsEntry("security_opt", java.util.List.of("no-new-privileges:true"))
        .containsEntry("privileged", false)
        .doesNotContainKey("cap_add");
  }

  @Test
  void changes_nothing_as_declared() throws IOException {
    ComposeModel model = model();
    Varied.apply(Variation.asDeclared(), model.service("web"));
    assertThat(written(model)).isEqualTo(MODEL.replaceAll("\\s+", ""));
  }

  @Test
  void refuses_what_is_no_object_or_is_cut_short() {
    assertThatThrownBy(() -> ComposeModel.read("[]"))
        .isInstanceOf(IOException.class)
        .hasMessage("it is no JSON object");
    assertThatThrownBy(() -> ComposeModel.read("{\"services\": {")).isInstanceOf(IOException.class);
  }
}

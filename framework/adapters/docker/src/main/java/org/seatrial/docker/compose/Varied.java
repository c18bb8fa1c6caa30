package org.seatrial.docker.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatrial.deployment.Variation;

/** How a variation changes what is declared of a service. */
final class Varied {

  private Varied() {}

  static void apply(Variation variation, Map<String, @Nullable Object> service) {
    if (variation instanceof Variation.ArbitraryUser user) {
      service.put("user", user.uid() + ":0");
    } else if (variation instanceof Variation.AsRoot) {
      service.put("user", "0:0");
    } else if (variation instanceof Variation.ReadOnlyRoot readOnly) {
      readOnly(service, readOnly.tmpfs());
    } else if (variation instanceof Variation.NoPrivileges) {
      service.put("cap_drop", List.of("ALL"));
      service.remove("cap_add");
      service.put("privileged", false);
      Set<Object> options = new LinkedHashSet<>(elements(service, "security_opt"));
      options.add("no-new-privileges:true");
      service.put("security_opt", new ArrayList<>(options));
    }
  }

  private static void readOnly(Map<String, @Nullable Object> service, List<String> tmpfs) {
    service.put("read_only", true);
    Set<Object> paths = new LinkedHashSet<>(elements(service, "tmpfs"));
    for (String path : tmpfs) {
      if (!isMounted(service, path)) {
        // A file system of its own belongs to root; every user of the image may write to it.
        paths.add(path + ":mode=1777");
      }
    }
    if (!paths.isEmpty()) {
      service.put("tmpfs", new ArrayList<>(paths));
    }
  }

  private static boolean isMounted(Map<String, @Nullable Object> service, String path) {
    return elements(service, "volumes").stream()
        .anyMatch(each -> each instanceof Map<?, ?> volume && path.equals(volume.get("target")));
  }

  private static List<Object> elements(Map<String, @Nullable Object> service, String member) {
    Object value = service.get(member);
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return value == null ? List.of() : List.of(value);
  }
}

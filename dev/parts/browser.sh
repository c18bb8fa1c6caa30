# shellcheck shell=bash
# Chromium and its driver, for journeys.

browser_program() { command -v chromium || command -v google-chrome || command -v chromium-browser; }

browser_is_there() { browser_program >/dev/null && command -v chromedriver >/dev/null; }

browser_plan() {
  if ! browser_is_there && on_debian_as_root; then say "install from Debian: chromium chromium-driver"; fi
}

browser_up() {
  if browser_is_there || ! on_debian_as_root; then return; fi
  update_package_lists
  say "installing chromium chromium-driver"
  install_packages chromium chromium-driver
}

browser_down() { say "nothing to stop for the browser; its packages stay"; }

browser_rows() {
  local version
  if ! browser_is_there; then
    if on_debian_as_root; then
      row browser missing "-" "dev/environment up browser"
    else
      row browser missing "-" "install chromium and chromedriver (packages chromium, chromium-driver) into PATH"
    fi
  elif version=$("$(browser_program)" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1); then
    row browser ready "$version" ""
  else
    row browser broken "-" "$(browser_program) --version fails"
  fi
}

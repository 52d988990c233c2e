#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs Superset from requirements.lock into a virtual environment of its own; does nothing when it is there already.
# Exit code 75: the package index cannot be reached, so try later.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/aside.sh"
tools=${SOURCELENS_TOOLS:-$here/../../.sourcelens/tools}
environment=$tools/superset
installed=$environment/requirements.sha256
python=${SOURCELENS_PYTHON:-python3.11}
unreachable=75

say() {
  printf '{"event":"%s","message":"%s"}\n' "$1" "$2"
}

# Pip's own exit code does not tell an index out of reach from a package that does not fit.
install() {
  local log=$tools/superset-install.log
  if "$environment/bin/pip" --disable-pip-version-check install --quiet --require-hashes "$@" >"$log" 2>&1; then
    rm -f "$log"
    return
  fi
  tail -n 20 "$log" >&2
  if grep -qE 'NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|ProxyError|Connection(Reset)?Error|No matching distribution found|Could not find a version' "$log"; then
    say superset_unreachable "Cannot install Superset: the Python package index cannot be reached or lacks a package; everything else works without it"
    exit "$unreachable"
  fi
  say superset_install_failed "Cannot install Superset: see $log"
  exit 1
}

checksum=$(sha256sum "$here/requirements.lock" | cut -d ' ' -f 1)
if [[ -f $installed && $(<"$installed") == "$checksum" ]]; then
  say superset_installed "already installed"
  exit 0
fi

command -v "$python" >/dev/null || {
  say superset_install_failed "Cannot install Superset: no $python; install Python 3.11 or set SOURCELENS_PYTHON"
  exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || {
  say superset_install_failed "Cannot install Superset: $python is not Python 3.11, for which the lock was made; set SOURCELENS_PYTHON"
  exit 1
}

say superset_installing "into $environment (840 MB, a few minutes)"
mkdir -p "$tools"
rm -rf "$environment"
"$python" -m venv "$environment"

# What comes as source is built with the locked tools, not with whatever is newest.
build_tools=$(mktemp)
trap 'rm -f "$build_tools"' EXIT
awk '/^[^ ]/ { wanted = /^(setuptools|wheel)==/ } wanted' "$here/requirements.lock" >"$build_tools"
install -r "$build_tools"
install --no-build-isolation -r "$here/requirements.lock"
echo "$checksum" >"$installed"
say superset_installed "into $environment"

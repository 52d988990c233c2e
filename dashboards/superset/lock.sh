#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes requirements.lock anew from requirements.in; pins that are there stay, unless given: ./lock.sh --upgrade-package NAME
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3.11 -m venv "$tools"
"$tools/bin/pip" install --quiet pip-tools==7.6.2
"$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock "$@" requirements.in

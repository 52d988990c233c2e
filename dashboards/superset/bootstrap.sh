#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Brings Superset's metadata to what this folder says: schema, roles, users, assets. Does nothing when it is so already.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source "$here/aside.sh"
exec "$environment/bin/python" "$here/bootstrap.py"

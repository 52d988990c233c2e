#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Serves Superset in the foreground on 127.0.0.1:$SOURCELENS_SUPERSET_PORT; bootstrap.sh comes first.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
exec "$environment/bin/gunicorn" --config "$here/gunicorn.conf.py" 'superset.app:create_app()'

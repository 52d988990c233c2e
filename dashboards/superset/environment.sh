# SPDX-License-Identifier: Apache-2.0
# What bootstrap.sh and serve.sh have in common; sourced by them.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
environment=${SOURCELENS_TOOLS:-$here/../../.sourcelens/tools}/superset

[[ -x $environment/bin/superset ]] || {
  printf '{"event":"superset_missing","message":"Cannot start Superset: it is not installed in %s; run dashboards/superset/install.sh"}\n' "$environment"
  exit 1
}
export PATH=$environment/bin:$PATH
export PYTHONPATH=$here
export SUPERSET_CONFIG_PATH=$here/superset_config.py
export FLASK_APP=superset

#!/usr/bin/env bash
# Installs libchdb.so as package-lock.json pins it; does nothing while it is up to date.
set -euo pipefail
cd "$(dirname "$0")"
stamp=node_modules/.installed-lock.json
if [[ -f node_modules/@chdb/lib-linux-x64-gnu/libchdb.so ]] && cmp -s package-lock.json "$stamp"; then
  exit 0
fi
command -v npm >/dev/null || { echo "Cannot install ClickHouse: npm is missing; install Node.js 20 or newer" >&2; exit 1; }
npm ci --no-audit --no-fund --loglevel=error
cp package-lock.json "$stamp"

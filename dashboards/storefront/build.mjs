// SPDX-License-Identifier: Apache-2.0
import { build } from 'esbuild';

await build({
  entryPoints: ['src/sourcelens-best-sellers.js'],
  outfile: 'dist/sourcelens-best-sellers.js',
  bundle: true,
  format: 'esm',
  target: ['chrome111', 'firefox113', 'safari16.4'],
  minify: true,
  sourcemap: true,
  legalComments: 'eof',
  logLevel: 'warning',
});

// SPDX-License-Identifier: Apache-2.0
// The demo shop. SOURCELENS_SHOP_PORT, SOURCELENS_API_URL, SOURCELENS_SHOP_TOKEN; where a marketplace needs a token of
// its own, SOURCELENS_SHOP_TOKEN_<MARKETPLACE> (SOURCELENS_SHOP_TOKEN_ONLINE_RETAIL for online-retail).
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const port = Number(process.env.SOURCELENS_SHOP_PORT ?? 18090);
const api = (process.env.SOURCELENS_API_URL ?? 'http://127.0.0.1:18080').replace(/\/+$/, '');
const OWN_TOKEN = 'SOURCELENS_SHOP_TOKEN_';
const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/shop.css': ['shop.css', 'text/css; charset=utf-8'],
  '/shop.js': ['shop.js', 'text/javascript; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
};
const HEADERS = {
  'Content-Security-Policy': `default-src 'self'; script-src 'self' ${api}; connect-src 'self' ${api}`,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

function configuration() {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith(OWN_TOKEN));
  const marketplaceOf = (name) => name.slice(OWN_TOKEN.length).toLowerCase().replaceAll('_', '-');
  return {
    api,
    token: process.env.SOURCELENS_SHOP_TOKEN ?? '',
    tokens: Object.fromEntries(own.map(([name, token]) => [marketplaceOf(name), token])),
  };
}

function log(event, fields) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`);
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://shop');
  if (pathname === '/configuration.json') {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'application/json' }).end(JSON.stringify(configuration()));
    return;
  }
  const file = FILES[pathname];
  if (!file) {
    response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/plain' }).end('not found');
    return;
  }
  const [name, type] = file;
  response.writeHead(200, { ...HEADERS, 'Content-Type': type }).end(await readFile(new URL(name, import.meta.url)));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    log('shop_request_failed', { path: request.url, error: error.message });
    response.destroy();
  });
});
server.on('error', (error) => {
  const advice = error.code === 'EADDRINUSE' ? 'port is taken; set SOURCELENS_SHOP_PORT' : error.message;
  log('shop_failed', { error: `Cannot open the shop on port ${port}: ${advice}` });
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => log('shop_ready', { url: `http://127.0.0.1:${server.address().port}`, api }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundles } from './contestants.mjs';
import { here } from './paths.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
};

const gzipped = new Map();

/** Bytes of a file after gzip -9, the transfer that sizes are compared by. */
function gzipSize(path, body) {
  if (!gzipped.has(path)) gzipped.set(path, gzipSync(body, { level: 9 }).length);
  return gzipped.get(path);
}

/**
 * Serves pages, bundles and the production build on loopback, without any cache, and keeps count of what is loaded.
 *
 * @param {{dist: string, generated?: Record<string, () => string>}} options `generated` files by path
 * @returns {Promise<{origin: string, log: {path: string, bytes: number, gzip: number}[], close(): Promise<void>}>}
 */
export async function serve({ dist, generated = {} }) {
  const folders = { dist, bundles };
  const made = new Map();
  const log = [];

  const read = (path) => {
    if (path in generated) {
      if (!made.has(path)) made.set(path, Buffer.from(generated[path]()));
      return made.get(path);
    }
    const [, first = '', ...rest] = normalize(path).split('/');
    return readFileSync(first in folders ? join(folders[first], ...rest) : join(here, first, ...rest));
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    let body;
    try {
      body = read(decodeURIComponent(pathname));
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
      response.writeHead(404).end();
      return;
    }
    log.push({ path: pathname, bytes: body.length, gzip: gzipSize(pathname, body) });
    const policy = searchParams.get('csp');
    response.writeHead(200, {
      'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      ...(policy && { 'content-security-policy': policy }),
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    log,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';

/** Where Debian's packages put the old libraries that pages of the gallery load. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'prototype.js': '/usr/share/javascript/prototype/prototype.js',
  'mootools.js': '/usr/share/javascript/mootools/mootools.js',
};

/** A version that no copy of this library goes together with. */
const OTHER_VERSION = '99.0.0';

const sendScript = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .header('cache-control', 'public, no-cache')
    .header('access-control-allow-origin', '*')
    .type('text/javascript; charset=utf-8')
    .send(text);

/**
 * Scripts of the gallery's pages that do not lie in the project: libraries of others as this machine's packages have them,
 * and the built library as if it were another version.
 */
export async function galleryLibraryRoutes(
  app: FastifyInstance,
  { config }: { readonly config: HubConfig },
): Promise<void> {
  for (const [name, path] of Object.entries(LIBRARIES)) {
    app.get(`/gallery/lib/${name}`, { config: { reads: [] }, schema: { hide: true } }, async (_request, reply) => {
      if (!existsSync(path)) throw new HttpProblem('not-found', { detail: `This machine has no ${name}.` });
      return sendScript(reply, await readFile(path, 'utf8'));
    });
  }
  app.get(
    '/gallery/lib/bausteine-other-version.js',
    { config: { reads: [] }, schema: { hide: true } },
    async (_request, reply) => {
      const built = join(config.distDir, 'bausteine.js');
      if (!existsSync(built)) throw new HttpProblem('not-found', { detail: 'There is no build.' });
      const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as {
        readonly version: string;
      };
      return sendScript(reply, (await readFile(built, 'utf8')).replaceAll(version, OTHER_VERSION));
    },
  );
}

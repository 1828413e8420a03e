import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../http/http-problem.ts';

const NAME = 'custom-elements.json';
const folder = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * `GET /custom-elements.json`: what tags and attributes there are, as the library describes itself. The embed builder makes
 * its form of it, and programs of other pages may.
 */
export async function manifestRoutes(app: FastifyInstance): Promise<void> {
  app.get(`/${NAME}`, { schema: { hide: true } }, (_request, reply) => {
    if (!existsSync(folder + NAME)) throw new HttpProblem('not-found', { detail: 'npm run analyze writes it.' });
    return reply.sendFile(NAME, folder, { cacheControl: false });
  });
}

import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from './http-problem.ts';
import { pagePolicy } from './page-policies.ts';
import { sendProblem } from './problem-handler.ts';
import { sitePolicy } from './security-headers.ts';

/** `month-view-B3x_9aQz.js`: a name that changes with the content. */
const HASHED = /-[\w-]{8}\.(js|css|woff2|map)$/;
const YEAR = 'public, max-age=31536000, immutable';

/** The library under `/dist/`, readable from every origin, and the demo site at `/`. */
export async function installStaticFiles(app: FastifyInstance, config: HubConfig): Promise<void> {
  const policy = sitePolicy(config);
  // A hub without a build or a site serves its data all the same.
  for (const folder of [config.distDir, config.siteDir])
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  await app.register(fastifyStatic, {
    root: config.distDir,
    prefix: '/dist/',
    cacheControl: false,
    setHeaders(reply, path) {
      reply.header('cache-control', HASHED.test(path) ? YEAR : 'public, no-cache');
      // Modules and fonts are fetched with CORS; what is public anyway may be so for everybody.
      reply.header('access-control-allow-origin', '*');
      reply.header('content-security-policy', policy);
    },
  });
  await app.register(fastifyStatic, {
    root: config.siteDir,
    prefix: '/',
    decorateReply: false,
    cacheControl: false,
    redirect: true,
    extensions: ['html'],
    setHeaders(reply, path) {
      reply.header('cache-control', 'public, no-cache');
      const below = relative(config.siteDir, path).replaceAll('\\', '/');
      reply.header('content-security-policy', pagePolicy(config, below));
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = join(config.siteDir, '404.html');
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && !request.url.startsWith('/api/') && existsSync(page)) {
      return reply.code(404).sendFile('404.html', config.siteDir, { cacheControl: false });
    }
    return sendProblem(reply, new HttpProblem('not-found'));
  });
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { createCache } from '../../../src/backend/cache.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { fetchImage, type ShownImage } from './image-fetch.ts';
import { HostGate } from './host-gate.ts';
import { readImagePath } from './post-images.ts';

const HOUR_MS = 3_600_000;
/** Pictures at hand for the next reader. */
const KEPT = 60;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * `GET /api/v1/images/{signature}/{encoded}`: pictures of gathered posts, fetched by the hub, so that their servers do
 * not learn who reads. Only addresses that this hub has signed are fetched.
 */
export const imageRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  if (!hub.config.imageProxy.enabled) return;
  const gate = new HostGate();
  // A picture that cannot be had is asked for again after a while only, however many want to see it.
  const images = createCache<ShownImage | null>({ ttl: HOUR_MS, max: KEPT });
  app.get(
    '/api/v1/images/:signature/*',
    {
      schema: {
        tags: ['sources'],
        operationId: 'getSourceImage',
        params: Type.Object({ signature: Type.String({ maxLength: 64 }), '*': Type.String({ maxLength: 4000 }) }),
        produces: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'],
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      // Longer than a named part of a path may be.
      const { signature, '*': encoded } = request.params;
      const named = readImagePath(hub, signature, encoded);
      if (!named) throw new HttpProblem('not-found');
      const image = await images.get(encoded, () =>
        fetchImage(hub, gate, named).catch((error: unknown) => {
          const { host } = new URL(named.url);
          app.log.info({ source: named.sourceId, host, reason: (error as Error).message.slice(0, 100) }, 'no picture');
          return null;
        }),
      );
      if (!image) throw new HttpProblem('not-found');
      return reply
        .type(image.type)
        .header('cache-control', YEAR)
        .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header('content-disposition', 'inline')
        .serializer((bytes: unknown) => bytes as never)
        .send(image.bytes);
    },
  );
};

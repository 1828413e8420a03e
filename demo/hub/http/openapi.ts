import swagger from '@fastify/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { Type } from 'typebox';
import type { HubConfig } from '../config/config.ts';
import { ProblemDetailsSchema } from './shared-schemas.ts';

const VERSION = '1.0.0';

/** The answer that every route may give besides its own. */
const problemAnswer = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: Type.Ref('ProblemDetails') } },
};

function withProblems(route: RouteOptions): void {
  const schema = route.schema;
  if (!schema || schema.hide) return;
  const responses = (schema.response ?? {}) as Record<string, unknown>;
  schema.response = { ...responses, default: problemAnswer };
}

/** The description of every route (OpenAPI 3.1) at `/api/v1/openapi.json`, made from the schemas that check them. */
export async function installOpenApi(app: FastifyInstance, config: HubConfig): Promise<void> {
  app.addSchema(ProblemDetailsSchema);
  app.addHook('onRoute', withProblems);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `${config.title}: hub`,
        version: VERSION,
        description:
          'Reads carry a strong ETag. Lists answer `items`, `nextCursor`, and what is missing in `problems`. ' +
          'Errors are problem details with `fieldErrors`. POST takes an `Idempotency-Key`, PATCH needs `If-Match`.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      ...(config.publicUrl && { servers: [{ url: config.publicUrl }] }),
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json.$id === 'string' ? json.$id : `Schema${index}`,
    },
  });
  let text: string | undefined;
  app.get('/api/v1/openapi.json', { schema: { hide: true }, config: { reads: [] } }, (_request, reply) => {
    // Routes cannot be added after the start: the text never changes.
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/vnd.oai.openapi+json;version=3.1; charset=utf-8').send(text);
  });
}

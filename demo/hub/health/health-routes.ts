import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Hub } from '../hub.ts';
import { HttpProblem } from '../http/http-problem.ts';

const READY_TIMEOUT_MS = 3_000;

const within = <T>(work: Promise<T>, milliseconds: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), milliseconds).unref();
    }),
  ]);

/** `/healthz`: the process answers. `/readyz`: the database does too; a load balancer asks this one. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const answer = { 200: Type.Object({ status: Type.String() }) };
  app.get('/healthz', { schema: { tags: ['operation'], response: answer } }, (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  app.get('/readyz', { schema: { tags: ['operation'], response: answer } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await within(hub.database.ping(), READY_TIMEOUT_MS);
    } catch (error) {
      throw new HttpProblem('not-ready', { detail: 'The database does not answer.', retryAfter: 5, cause: error });
    }
    return { status: 'ready' };
  });
};

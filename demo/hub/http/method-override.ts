import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { invalidFields } from './http-problem.ts';

const HEADER = 'x-http-method-override';
const METHODS: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

const wantedMethod = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined => {
  const wanted = headers[HEADER];
  return wanted === undefined ? undefined : String(wanted).toUpperCase();
};

/**
 * A POST that names PUT, PATCH or DELETE becomes that request before anything else looks at it: route, sign-in, proof
 * against forgery, conditions and keys are those of the method it means. Goes into Fastify's `rewriteUrl`, the one place
 * before its router. A form of another page cannot do so: only scripts set headers, and those ask first (CORS).
 */
export function overrideMethod(request: IncomingMessage): string {
  const wanted = request.method === 'POST' ? wantedMethod(request) : undefined;
  if (wanted !== undefined && METHODS.has(wanted)) request.method = wanted;
  return request.url ?? '/';
}

/** A POST that means something else than these is not run as the POST that it was not meant to be. */
export function refuseOtherOverrides(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const wanted = request.method === 'POST' ? (wantedMethod(request.raw) ?? 'POST') : 'POST';
    if (wanted === 'POST') return done();
    done(
      invalidFields([
        { field: 'X-HTTP-Method-Override', code: 'not-allowed', message: 'must be PUT, PATCH or DELETE' },
      ]),
    );
  });
}

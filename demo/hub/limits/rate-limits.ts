import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { Budget } from './budget.ts';
import { clientKey } from './client-key.ts';

const MINUTE = 60_000;

/** `upload`: writes that cost more than others. `none`: never refused. Without it the method decides. */
export type RateClass = 'upload' | 'none';

declare module 'fastify' {
  interface FastifyContextConfig {
    rate?: RateClass;
  }
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** What costs something. The site's files and the health checks cost next to nothing and are never refused. */
export const LIMITED_PATHS = /^\/(?:api\/|embed\/(?!page\.)|oembed\b|calendar\.|ideas\.atom|feeds?\.)/;

const isLimited = ({ url }: FastifyRequest): boolean => LIMITED_PATHS.test(url);

/**
 * Limits by client and by person. A town hall is one address: what strangers there may do together is generous, and who
 * is signed in reads on an allowance of their own. A refusal is a 429 with `Retry-After`; a client that waits loses
 * nothing.
 *
 * Register it after sign-in. `request.ip` is the client as the trusted proxies name it.
 */
export function installRateLimits(app: FastifyInstance, config: Pick<HubConfig, 'limits'>): void {
  const { requestsPerMinute, submissionsPer5Minutes, personSubmissionsPer5Minutes, uploadsPerHour } = config.limits;
  const reads = new Budget(requestsPerMinute, MINUTE);
  const writesByClient = new Budget(submissionsPer5Minutes, 5 * MINUTE);
  const writesByPerson = new Budget(personSubmissionsPer5Minutes, 5 * MINUTE);
  const uploads = new Budget(uploadsPerHour, 60 * MINUTE);
  const refused = new Counter({
    name: 'hub_rate_limited_total',
    help: 'Requests refused because a client or a person sent too many',
    labelNames: ['kind'],
    registers: [app.metrics],
  });

  function waitOf(request: FastifyRequest): { readonly kind: string; readonly milliseconds: number } {
    const { caller, now } = request;
    const person = caller.kind === 'account' ? caller.accountId : undefined;
    const client = clientKey(request.ip);
    if (isRead(request)) return { kind: 'read', milliseconds: reads.take(person ?? client, now) };
    if (request.routeOptions.config.rate === 'upload') {
      const milliseconds = uploads.take(person ?? client, now);
      if (milliseconds > 0) return { kind: 'upload', milliseconds };
    }
    const byPerson = person === undefined ? 0 : writesByPerson.take(person, now);
    return { kind: 'write', milliseconds: byPerson || writesByClient.take(client, now) };
  }

  app.addHook('onRequest', (request, _reply, done) => {
    if (!isLimited(request) || request.routeOptions.config.rate === 'none') return done();
    const { kind, milliseconds } = waitOf(request);
    if (milliseconds === 0) return done();
    refused.inc({ kind });
    done(new HttpProblem('rate-limited', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) }));
  });
}

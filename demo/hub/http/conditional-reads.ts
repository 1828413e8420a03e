import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerKey } from '../authorization/caller.ts';
import type { Hub } from '../hub.ts';
import { AnswerCache } from './answer-cache.ts';

/** A strong ETag: the hash of the body, led by the version of the object where there is one. */
export function etagOf(body: string, version?: number): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return version === undefined ? `"${hash}"` : `"${version}.${hash}"`;
}

/** Whether a header If-None-Match names the ETag (RFC 9110, 13.1.2: compared weakly). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

/** Answers differ by who asks; shared caches must know by which headers. */
const VARY = 'Authorization, Cookie, X-Demo-Person, X-Idea-Secret';

/** A private link shows one idea as its author sees it: nobody else may be given that answer. */
const isPrivate = ({ caller, headers }: FastifyRequest): boolean =>
  caller.kind === 'account' || headers['x-idea-secret'] !== undefined;

const cacheControl = (request: FastifyRequest): string =>
  isPrivate(request) ? 'private, no-cache' : 'public, no-cache';

/** A policy of the answer's own goes with each 304, too: browsers put its headers in the place of those they have. */
const KEPT_HEADERS = ['content-type', 'link', 'content-security-policy'] as const;

function addVary(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before ? `${String(before)}, ${VARY}` : VARY);
}

/**
 * Strong ETags, `Cache-Control` and 304 on every read. Routes that name what they are made of (`config.reads`) are
 * answered from memory until one of these changes, a 304 without looking at the body or the database.
 *
 * `no-cache` lets everybody keep an answer and makes them ask whether it still holds: what an organiser has changed is
 * seen at once, and asking is cheap.
 */
export function installConditionalReads(app: FastifyInstance, { database }: Pick<Hub, 'database'>): void {
  const cache = new AnswerCache();
  const keys = new WeakMap<FastifyRequest, string>();

  app.addHook('onRequest', (request, reply, done) => {
    const reads = request.routeOptions.config.reads;
    if (!reads || request.method !== 'GET' || request.headers['x-idea-secret'] !== undefined) return done();
    const key = `${callerKey(request.caller)} ${database.changes.revision(reads)} ${request.url}`;
    const kept = cache.get(key);
    if (!kept || (kept.until !== undefined && kept.until <= request.now)) {
      keys.set(request, key);
      return done();
    }
    reply.header('cache-control', cacheControl(request));
    addVary(reply);
    reply.header('etag', kept.etag);
    reply.headers(kept.headers);
    if (matchesEtag(request.headers['if-none-match'], kept.etag))
      return void reply.code(304).removeHeader('content-type').send();
    reply.send(kept.body);
  });

  app.addHook<string | null | object>('onSend', (request, reply, payload, done) => {
    if (reply.hasHeader('etag') || reply.hasHeader('cache-control')) return done(null, payload);
    if (typeof payload !== 'string' || reply.statusCode >= 300) {
      reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    const etag = etagOf(payload, reply.resourceVersion);
    reply.header('etag', etag);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    reply.header('cache-control', cacheControl(request));
    addVary(reply);
    const key = keys.get(request);
    if (key !== undefined) {
      const headers: Record<string, string> = {};
      for (const name of KEPT_HEADERS) {
        const value = reply.getHeader(name);
        if (typeof value === 'string') headers[name] = value;
      }
      const until = reply.holdsUntil;
      cache.set(key, { etag, body: payload, headers, ...(until !== undefined && until !== Infinity && { until }) });
    }
    if (!matchesEtag(request.headers['if-none-match'], etag)) return done(null, payload);
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, '');
  });
}

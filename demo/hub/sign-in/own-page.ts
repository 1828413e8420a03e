import type { FastifyRequest } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOwnOrigin(request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>, origin: string): boolean {
  if (config.publicUrl && origin === new URL(config.publicUrl).origin) return true;
  return origin === `${request.protocol}://${request.host}`;
}

/**
 * A write that is signed in by a cookie must come from a page of the hub itself: browsers add cookies to what other
 * pages send, too. They tell who sends by `Sec-Fetch-Site`, and on plain http, where that is missing, by `Origin`.
 * A write that says neither is refused; programs sign in by a header.
 * @throws HttpProblem `denied`
 */
export function demandOwnPage(request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>): void {
  if (READS.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOwn =
    (site === undefined || site === 'same-origin') &&
    (origin === undefined ? site === 'same-origin' : isOwnOrigin(request, config, origin));
  if (!isOwn) {
    throw new HttpProblem('denied', { detail: 'A write with a session cookie must come from a page of this hub.' });
  }
}

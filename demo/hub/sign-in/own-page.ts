import type { FastifyRequest } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isRead = ({ method }: FastifyRequest): boolean => READS.has(method);

function isOwnOrigin(request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>, origin: string): boolean {
  if (config.publicUrl && origin === new URL(config.publicUrl).origin) return true;
  return origin === `${request.protocol}://${request.host}`;
}

/**
 * Whether a request comes from a page of the hub itself. Browsers tell who sends by `Sec-Fetch-Site`, and on plain http,
 * where that is missing, by `Origin`. One that says neither does not: programs sign in by a header.
 */
export function isOwnPage(request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  return (
    (site === undefined || site === 'same-origin') &&
    (origin === undefined ? site === 'same-origin' : isOwnOrigin(request, config, origin))
  );
}

/**
 * A write that is signed in by what the browser adds by itself must come from a page of the hub.
 * @throws HttpProblem `denied`
 */
export function demandOwnPage(request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>): void {
  if (isRead(request) || isOwnPage(request, config)) return;
  throw new HttpProblem('denied', { detail: 'A write with a session cookie must come from a page of this hub.' });
}

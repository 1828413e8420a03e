import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { isOwnPage, isRead } from './own-page.ts';

/** The token of a session: only who may read an answer to the session's cookie can know it. */
export const csrfTokenOf = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('csrf').digest('base64url');

function isToken(given: string | string[] | undefined, sessionSecret: string): boolean {
  if (typeof given !== 'string') return false;
  const wanted = Buffer.from(csrfTokenOf(sessionSecret));
  const said = Buffer.from(given);
  return wanted.length === said.length && timingSafeEqual(wanted, said);
}

/**
 * A write that is signed in by a session's cookie must come from a page of the hub, or carry the session's token in
 * `X-CSRF-Token`: browsers add cookies to what other pages send, too.
 * @throws HttpProblem `csrf`
 */
export function demandOwnWrite(
  request: FastifyRequest,
  config: Pick<HubConfig, 'publicUrl'>,
  sessionSecret: string,
): void {
  if (isRead(request) || isOwnPage(request, config) || isToken(request.headers['x-csrf-token'], sessionSecret)) return;
  throw new HttpProblem('csrf', { detail: 'Ask /api/v1/me for "csrfToken" and send it as X-CSRF-Token.' });
}

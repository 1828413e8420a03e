import type { FastifyRequest } from 'fastify';
import type { HubConfig } from '../config/config.ts';

type Config = Pick<HubConfig, 'publicUrl' | 'cors'>;

/** Where the hub itself is reached, as the browser sees it. */
export const ownOrigin = (request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>): string =>
  config.publicUrl ? new URL(config.publicUrl).origin : `${request.protocol}://${request.host}`;

/** The hub's address without a slash at the end; behind a proxy it may have a path. */
export const ownBase = (request: FastifyRequest, config: Pick<HubConfig, 'publicUrl'>): string =>
  config.publicUrl ?? ownOrigin(request, config);

/** A page that may be gone back to, or told: the hub's own, or one whose origin is configured by name. */
export function isKnownOrigin(origin: string, request: FastifyRequest, config: Config): boolean {
  return origin === ownOrigin(request, config) || config.cors.origins.includes(origin);
}

/** The page to go back to after signing in; the hub's start page in place of one that nobody has configured. */
export function returnAddress(text: string | undefined, request: FastifyRequest, config: Config): string {
  const home = `${ownBase(request, config)}/`;
  if (!text || !URL.canParse(text, home)) return home;
  const { href, origin, protocol } = new URL(text, home);
  return /^https?:$/.test(protocol) && isKnownOrigin(origin, request, config) ? href : home;
}

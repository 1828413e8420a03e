import type { FastifyInstance } from 'fastify';
import type { HubConfig } from '../config/config.ts';

/** Data are read, never run: nothing may load from them, and they stand in no frame. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What the policy of the site's own pages says, in its order; `frame-ancestors` comes from the configuration. */
const SITE_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
} as const;

/** What differs on a page: directives with other sources, or with null those that do not hold there. */
export type PolicyChanges = {
  readonly [directive in keyof typeof SITE_POLICY | 'frame-ancestors' | 'sandbox' | 'trusted-types']?: string | null;
};

/** The policy of the site's own pages; the widgets work under it without exceptions. */
export function sitePolicy(config: Pick<HubConfig, 'frameAncestors'>, changes: PolicyChanges = {}): string {
  const directives = {
    ...SITE_POLICY,
    'frame-ancestors': config.frameAncestors.join(' ') || "'none'",
    ...changes,
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources !== null)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** Headers of every answer. A route that needs another policy sets it itself; what it has set stays. */
export function installSecurityHeaders(app: FastifyInstance, config: Pick<HubConfig, 'publicUrl'>): void {
  const fixed: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': DATA_POLICY,
    ...(config.publicUrl?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(fixed);
    done();
  });
}

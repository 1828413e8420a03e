import type { FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';

/** Address of the hub as readers know it, without a slash at the end. */
export const baseOf = ({ config }: Pick<Hub, 'config'>, request: Pick<FastifyRequest, 'protocol' | 'host'>): string =>
  config.publicUrl ?? `${request.protocol}://${request.host}`;

/**
 * Keeps an answer that names addresses of the hub. Without an address of its own the hub goes by the one it was asked
 * under: such an answer is nobody else's.
 */
export const keptFor = (
  { config }: Pick<Hub, 'config'>,
  ...topics: readonly string[]
): { readonly config?: { readonly reads: readonly string[] } } =>
  config.publicUrl ? { config: { reads: topics } } : {};

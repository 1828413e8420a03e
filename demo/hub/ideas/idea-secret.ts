import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import type { IdeaAccess, IdeaRow } from './idea-rules.ts';

/** Carries the secret of a private link. It never stands in an address: those are written down on their way. */
export const SECRET_HEADER = 'x-idea-secret';

export const secretHashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** What a private link is made from; kept with the answer, so that a repetition can be told the same. */
export const newSecretSeed = (): string => randomBytes(32).toString('base64url');

/**
 * The secret of a private link. Who reads the database finds the seed, as long as the answer is kept, and the hash, but
 * not the hub's own secret, which lies outside of it.
 */
export const secretOfSeed = ({ secret }: Pick<Hub, 'secret'>, seed: string): string =>
  createHmac('sha256', secret()).update(`idea ${seed}`).digest('base64url');

/** Whether the request holds the secret of this idea, and so acts as its anonymous author. */
export function accessOf(request: Pick<FastifyRequest, 'headers'>, row: Pick<IdeaRow, 'secretHash'>): IdeaAccess {
  const given = request.headers[SECRET_HEADER];
  if (typeof given !== 'string' || row.secretHash === null) return {};
  const [mine, wanted] = [Buffer.from(secretHashOf(given)), Buffer.from(row.secretHash)];
  return { secret: mine.length === wanted.length && timingSafeEqual(mine, wanted) };
}

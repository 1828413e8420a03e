import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerKey } from '../authorization/caller.ts';
import type { Topic } from '../database/changes.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { etagOf } from './conditional-reads.ts';
import { HttpProblem, invalidFields } from './http-problem.ts';

/** The answer of a write, before it is sent. */
export interface WriteAnswer<T> {
  readonly status: number;
  readonly body: T;
  readonly location?: string;
  /** Version of the object in the body, for its ETag. */
  readonly version?: number;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

function keyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !KEY.test(header)) {
    throw invalidFields([
      { field: 'Idempotency-Key', code: 'format', message: 'must be 1 to 200 visible ASCII characters' },
    ]);
  }
  return header;
}

interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function send(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(body);
}

/**
 * Runs a write in one transaction, at most once an `Idempotency-Key` and caller. A repetition gets the first answer
 * word for word; one that arrives while the first still runs waits for it, because both insert the same row. What
 * fails leaves no key behind and may be tried again.
 *
 * @param topics what the write touches (see `Changes`)
 * @param finish adds to an answer, the first and each repetition alike, what must not be kept
 * @throws HttpProblem `idempotency-key-reused` when the key came with another body or to another address
 */
export async function writeOnce<T>(
  hub: Hub,
  request: FastifyRequest,
  reply: FastifyReply,
  topics: readonly Topic[],
  work: (transaction: HubTransaction) => Promise<WriteAnswer<T>>,
  finish?: (body: T) => T,
): Promise<FastifyReply> {
  const key = keyOf(request);
  const caller = callerKey(request.caller);
  const route = `${request.method} ${request.url}`;
  const requestHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url');

  const answer = await hub.database.write(topics, async (transaction): Promise<KeptAnswer> => {
    if (key !== undefined) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('idempotencyKey')
        .values({ callerKey: caller, key, route, requestHash, status: null, headers: null, body: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) {
        const kept = await transaction
          .selectFrom('idempotencyKey')
          .select(['route', 'requestHash', 'status', 'headers', 'body'])
          .where('callerKey', '=', caller)
          .where('key', '=', key)
          .executeTakeFirstOrThrow();
        if (kept.route !== route || kept.requestHash !== requestHash) throw new HttpProblem('idempotency-key-reused');
        return {
          status: kept.status ?? 200,
          headers: { ...kept.headers, 'idempotency-replayed': 'true' },
          body: kept.body ?? '',
        };
      }
    }
    const { status, body, location, version } = await work(transaction);
    const text = reply.serializeInput(body as { [key: string]: unknown }, String(status)) as string;
    const headers = { etag: etagOf(text, version), ...(location !== undefined && { location }) };
    if (key !== undefined) {
      await transaction
        .updateTable('idempotencyKey')
        .set({ status, headers: JSON.stringify(headers), body: text })
        .where('callerKey', '=', caller)
        .where('key', '=', key)
        .execute();
    }
    return { status, headers, body: text };
  });
  if (!finish) return send(reply, answer);
  const finished = finish(JSON.parse(answer.body) as T) as { [key: string]: unknown };
  return send(reply, { ...answer, body: reply.serializeInput(finished, String(answer.status)) as string });
}

/** Removes keys from before an instant (epoch ms). */
export async function forgetIdempotencyKeys(transaction: HubTransaction, before: number): Promise<void> {
  await transaction.deleteFrom('idempotencyKey').where('createdAt', '<', new Date(before)).execute();
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '../audit/audit.ts';
import { etagOf, matchesEtag } from '../http/conditional-reads.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { Budget } from './budget.ts';
import { clientKey } from './client-key.ts';

const HOUR = 3_600_000;

interface Allowance {
  readonly people: Budget;
  /** When it was last written down that somebody had passed theirs, epoch ms. */
  readonly told: Budget;
}

const allowances = new WeakMap<Hub, Allowance>();

/**
 * Counts how many people somebody is shown, so that nobody carries the directory away: `limits.peersPerHour` by account,
 * strangers by client. Whom and what they looked for is not looked at, and nothing is written down but that it was too
 * much, once an hour.
 *
 * @throws HttpProblem `rate-limited`
 */
export async function showPeople(hub: Hub, { caller, ip, now }: FastifyRequest, count: number): Promise<void> {
  if (count === 0) return;
  let allowance = allowances.get(hub);
  if (!allowance) {
    const people = new Budget(hub.config.limits.peersPerHour, HOUR);
    allowances.set(hub, (allowance = { people, told: new Budget(1, HOUR) }));
  }
  const key = caller.kind === 'account' ? `account ${caller.accountId}` : `client ${clientKey(ip)}`;
  const wait = allowance.people.take(key, now, count);
  if (wait === 0) return;
  if (allowance.told.take(key, now) === 0) {
    await hub.database.write([], (transaction) =>
      audit(transaction, caller, {
        action: 'directory.limit-passed',
        object: { type: 'directory', id: 'peers' },
        detail: { limit: hub.config.limits.peersPerHour },
      }),
    );
  }
  throw new HttpProblem('rate-limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
}

/**
 * Sends an answer that shows so many people. Who has it already, by its ETag, is shown nobody new: a 304 costs nothing.
 * @throws HttpProblem `rate-limited`
 */
export async function answerPeople(
  hub: Hub,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { readonly [key: string]: unknown },
  count: number,
): Promise<FastifyReply> {
  const text = reply.serializeInput(answer, '200') as string;
  if (!matchesEtag(request.headers['if-none-match'], etagOf(text, reply.resourceVersion)))
    await showPeople(hub, request, count);
  return reply
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => body as string)
    .send(text);
}
